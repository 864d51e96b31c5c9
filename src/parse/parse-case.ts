import type { Body, Case, CaseFile, Problem, RepoPath } from '../model/case.js'
import type { Config } from '../model/config.js'
import { EMPTY_BODY } from '../model/empty-body.js'
import { LineIndex } from '../model/range.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { parseBody } from './body.js'
import { checkBodyLimits } from './body-limits.js'
import { readFields } from './case-fields.js'
import { CASE_FIELDS } from './case-keys.js'
import { decodeCase } from './decode.js'
import { type FrontMatter, readFrontMatter } from './front-matter.js'
import { type SectionNames, sectionNames } from './headings.js'
import type { Validator } from './schema.js'
import { schemaProblems } from './schema-problem.js'
import { readTerms } from './terms.js'

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

/** Reads files of one library: everything that depends only on its settings is worked out once. */
export class CaseParser {
  readonly #context: CaseContext
  readonly #sections: SectionNames
  readonly #known: readonly string[]

  constructor(context: CaseContext) {
    const { config, taxonomy } = context
    this.#context = context
    this.#sections = sectionNames(config)
    this.#known = [...CASE_FIELDS, ...[...taxonomy.facets.values()].map(facet => facet.field)]
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
    const lines = new LineIndex(text)
    const { frontMatter, problems } = readFrontMatter(text, lines)
    if (frontMatter === undefined) return { path, text, problems }
    const limits = checkBodyLimits(text, frontMatter.bodyStart, lines)
    const schema = this.#validate(frontMatter)
    const parsed = this.#case(path, text, lines, frontMatter, schema, limits.length > 0)
    return { path, text, case: parsed, problems: [...problems, ...schema, ...limits] }
  }

  #validate(frontMatter: FrontMatter): Problem[] {
    const { values, fields, block } = frontMatter
    const whole = { ...block, end: block.start + 3 }
    return schemaProblems(this.#context.validate(values), { fields, whole, known: this.#known })
  }

  #case(
    path: RepoPath,
    text: string,
    lines: LineIndex,
    frontMatter: FrontMatter,
    problems: readonly Problem[],
    unparsable: boolean,
  ): Case {
    const { config, taxonomy } = this.#context
    const { typed, extra, sound } = readFields(frontMatter.values, problems)
    let body: Body | undefined = unparsable ? EMPTY_BODY : undefined
    const parse = (): Body =>
      parseBody({
        text,
        bodyStart: frontMatter.bodyStart,
        lines,
        sectionOf: this.#sections.sectionOf,
        audienceOf: this.#sections.audienceOf[typed.kind],
      })
    return {
      ...typed,
      path,
      archived: path.startsWith(`${config.folders.archive}/`),
      terms: readTerms(frontMatter.values, taxonomy),
      extra,
      fields: frontMatter.fields,
      frontMatter: frontMatter.block,
      sound,
      get body() {
        body ??= parse()
        return body
      },
    }
  }
}
