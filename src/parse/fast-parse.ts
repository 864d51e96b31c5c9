import { type CaseFile, KINDS, type RepoPath } from '../model/case.js'
import { CaseBuilder, FastValues } from './case-builder.js'
import { decodeCase } from './decode.js'
import { fastFrontMatter } from './fast-front-matter.js'
import { isSurelyWithinLimits } from './fast-limits.js'
import { FastSource } from './fast-source.js'
import type { CaseContext, CaseInput } from './parse-case.js'
import { fastBody } from './placed-body.js'

/**
 * The part of `CaseParser` that needs neither `yaml` nor remark: gives what the parser gives, places
 * and all, of a case without a fault in plain YAML and plain Markdown, and undefined where the parser
 * is to be asked. It scans the body at once, to be sure of it.
 */
export class FastCaseParser {
  readonly #context: CaseContext
  readonly #builder: CaseBuilder

  /** @param context the validator may refuse what is sound: the parser is asked then */
  constructor(context: CaseContext) {
    this.#context = context
    this.#builder = new CaseBuilder(context)
  }

  parse(input: CaseInput): CaseFile | undefined {
    const { text } = 'problem' in input ? {} : decodeCase(input.bytes)
    return text === undefined ? undefined : this.parseText(input.path, text)
  }

  parseText(path: RepoPath, text: string): CaseFile | undefined {
    const source = new FastSource(text)
    const read = fastFrontMatter(source.text)
    if (read?.fields === undefined || this.#context.validate(read.values).length > 0) return undefined
    if (!isSurelyWithinLimits(source.text, read.bodyStart)) return undefined
    const kind = KINDS.find(name => name === read.values['kind']) ?? 'case'
    const body = fastBody(source, read.bodyStart, this.#builder.sections.of(kind))
    if (body === undefined) return undefined
    const parsed = this.#builder.build(path, new FastValues(read, source), [], () => body)
    return { path, text, case: parsed, problems: [] }
  }
}
