import type { Body, Case, FieldPlace, Kind, Pointer, Problem, RepoPath } from '../model/case.js'
import type { Config } from '../model/config.js'
import type { Range } from '../model/range.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { readFields } from './case-fields.js'
import type { FastFrontMatter } from './fast-front-matter.js'
import type { FastSource } from './fast-source.js'
import { SectionFinder } from './section-finder.js'
import { readTerms } from './terms.js'

/** What a front matter says, and where. */
export interface PlacedValues {
  readonly values: Readonly<Record<string, unknown>>
  readonly fields: ReadonlyMap<Pointer, FieldPlace>
  readonly block: Range
}

/** Makes cases of what was read of them. */
export class CaseBuilder {
  readonly sections: SectionFinder
  readonly #taxonomy: Taxonomy
  readonly #archive: string

  constructor({ config, taxonomy }: { readonly config: Config; readonly taxonomy: Taxonomy }) {
    this.sections = new SectionFinder(config)
    this.#taxonomy = taxonomy
    this.#archive = `${config.folders.archive}/`
  }

  /**
   * @param problems what the schema refused of the values, which are converted
   * @param bodyOf makes the body of a case of a kind, when it is first asked for
   */
  build(
    path: RepoPath,
    front: PlacedValues,
    problems: readonly Problem[],
    bodyOf: (kind: Kind) => Body,
  ): Case {
    const { typed, extra, sound } = readFields(front.values, problems)
    let body: Body | undefined
    return {
      ...typed,
      path,
      archived: path.startsWith(this.#archive),
      terms: readTerms(front.values, this.#taxonomy),
      extra,
      get fields() {
        return front.fields
      },
      get frontMatter() {
        return front.block
      },
      sound,
      get body() {
        body ??= bodyOf(typed.kind)
        return body
      },
    }
  }
}

/** Front matter that the fast scanner read; its places are made when they are first asked for. */
export class FastValues implements PlacedValues {
  readonly values: Readonly<Record<string, unknown>>
  readonly #read: FastFrontMatter
  readonly #source: FastSource
  #fields: ReadonlyMap<Pointer, FieldPlace> | undefined
  #block: Range | undefined

  constructor(read: FastFrontMatter, source: FastSource) {
    this.values = read.values
    this.#read = read
    this.#source = source
  }

  get fields(): ReadonlyMap<Pointer, FieldPlace> {
    this.#fields ??= this.#read.fields?.toMap(this.#source) ?? new Map()
    return this.#fields
  }

  get block(): Range {
    this.#block ??= this.#source.range(0, this.#read.bodyStart)
    return this.#block
  }
}
