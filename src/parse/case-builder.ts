import type { Body, Case, FieldPlace, Kind, Pointer, Problem, RepoPath } from '../model/case.js'
import type { Config } from '../model/config.js'
import type { Range } from '../model/range.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { readFields } from './case-fields.js'
import type { FastFrontMatter } from './fast-front-matter.js'
import type { FastSource } from './fast-source.js'
import { LazyFields } from './lazy-fields.js'
import { type LazyParts, withLazyParts } from './lazy-parts.js'
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
    const values = Object.assign(typed, {
      path,
      archived: path.startsWith(this.#archive),
      terms: readTerms(front.values, this.#taxonomy),
      extra,
      frontMatter: front.block,
      sound,
    })
    return withLazyParts(values, new Parts(front, typed.kind, bodyOf))
  }
}

class Parts implements LazyParts {
  readonly #front: PlacedValues
  readonly #kind: Kind
  readonly #bodyOf: (kind: Kind) => Body
  #body: Body | undefined

  constructor(front: PlacedValues, kind: Kind, bodyOf: (kind: Kind) => Body) {
    this.#front = front
    this.#kind = kind
    this.#bodyOf = bodyOf
  }

  get fields(): PlacedValues['fields'] {
    return this.#front.fields
  }

  get body(): Body {
    this.#body ??= this.#bodyOf(this.#kind)
    return this.#body
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
    const { fields } = this.#read
    this.#fields ??= fields === undefined ? new Map() : new LazyFields(fields, this.#source)
    return this.#fields
  }

  get block(): Range {
    this.#block ??= this.#source.range(0, this.#read.bodyStart)
    return this.#block
  }
}
