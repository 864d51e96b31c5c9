import type { Body, CaseFile, Kind, Problem, RepoPath } from '../model/case.js'
import type { Config } from '../model/config.js'
import { EMPTY_BODY } from '../model/empty-body.js'
import { LineIndex } from '../model/range.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { parseBody } from './body.js'
import { checkBodyLimits } from './body-limits.js'
import { CaseBuilder, FastValues, type PlacedValues } from './case-builder.js'
import { CASE_FIELDS } from './case-keys.js'
import { decodeCase } from './decode.js'
import { fastFrontMatter } from './fast-front-matter.js'
import { isSurelyWithinLimits } from './fast-limits.js'
import { FastSource } from './fast-source.js'
import { readFrontMatter } from './front-matter.js'
import { fastBody } from './placed-body.js'
import type { Validator } from './schema.js'
import { schemaProblems } from './schema-problem.js'

/** What a case is read against. */
export interface CaseContext {
  readonly config: Config
  readonly taxonomy: Taxonomy
  readonly validate: Validator
}

/** The bytes of a file, or why there are none. */
export type CaseInput =
  | { readonly path: RepoPath; readonly bytes: Uint8Array }
  | { readonly path: RepoPath; readonly problem: Problem }

/**
 * Reads files of one library: everything that depends only on its settings is worked out once. Plain
 * front matter and plain Markdown are read by the fast scanners, all else by `yaml` and remark.
 */
export class CaseParser {
  readonly #context: CaseContext
  readonly #builder: CaseBuilder
  readonly #known: readonly string[]

  constructor(context: CaseContext) {
    this.#context = context
    this.#builder = new CaseBuilder(context)
    this.#known = [...CASE_FIELDS, ...[...context.taxonomy.facets.values()].map(facet => facet.field)]
  }

  /** Bytes → case file. Never throws: whatever is wrong is a problem of the file. */
  parse(input: CaseInput): CaseFile {
    if ('problem' in input) return { path: input.path, text: '', problems: [input.problem] }
    const decoded = decodeCase(input.bytes)
    if (decoded.problem !== undefined) return { path: input.path, text: '', problems: [decoded.problem] }
    return this.parseText(input.path, decoded.text)
  }

  /** Text → case file. */
  parseText(path: RepoPath, text: string): CaseFile {
    const source = new FastSource(text)
    const fast = fastFrontMatter(source.text)
    if (fast?.fields !== undefined) {
      return this.#file(path, source, new FastValues(fast, source), fast.bodyStart, [])
    }
    const { frontMatter, problems } = readFrontMatter(text, new LineIndex(text))
    if (frontMatter === undefined) return { path, text, problems }
    return this.#file(path, source, frontMatter, source.scanned(frontMatter.bodyStart), problems)
  }

  #file(
    path: RepoPath,
    source: FastSource,
    front: PlacedValues,
    bodyStart: number,
    problems: readonly Problem[],
  ): CaseFile {
    const schema = this.#validate(front)
    const limits = isSurelyWithinLimits(source.text, bodyStart) ? [] : limitsOf(source, bodyStart)
    const bodyOf = (kind: Kind): Body =>
      limits.length > 0 ? EMPTY_BODY : this.#body(source, bodyStart, kind)
    const parsed = this.#builder.build(path, front, schema, bodyOf)
    return { path, text: source.file, case: parsed, problems: [...problems, ...schema, ...limits] }
  }

  #validate(front: PlacedValues): Problem[] {
    const errors = this.#context.validate(front.values)
    if (errors.length === 0) return []
    const { fields, block } = front
    return schemaProblems(errors, { fields, whole: { ...block, end: block.start + 3 }, known: this.#known })
  }

  #body(source: FastSource, bodyStart: number, kind: Kind): Body {
    const { sections } = this.#builder
    const fast = fastBody(source, bodyStart, sections.of(kind))
    if (fast !== undefined) return fast
    return parseBody({
      text: source.file,
      bodyStart: source.offset(bodyStart),
      lines: new LineIndex(source.file),
      sectionOf: sections.names.sectionOf,
      audienceOf: sections.names.audienceOf[kind],
    })
  }
}

function limitsOf(source: FastSource, bodyStart: number): Problem[] {
  return checkBodyLimits(source.file, source.offset(bodyStart), new LineIndex(source.file))
}
