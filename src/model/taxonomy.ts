import type { Language } from '../lib/message.js'
import { nearest } from '../lib/near-names.js'
import { foldKey } from '../lib/text.js'

/** A name in the languages that a library writes. */
export interface Labels {
  readonly zh?: string
  readonly en?: string
}

export interface TermData {
  readonly id: string
  readonly labels?: Labels
  readonly aliases?: readonly string[]
  /** No longer to be used; `use` names the term to take instead. */
  readonly retired?: { readonly use?: string }
  /** The catch-all of its facet: more than a fifth of the cases here means that terms are missing. */
  readonly other?: boolean
  /** Most child terms that this node should have. */
  readonly cap?: number
  readonly terms?: readonly TermData[]
}

export interface LevelData {
  /** The filter's name: `industry` is `--industry`. */
  readonly id: string
  readonly labels?: Labels
  /** The key below the facet's field that addresses this level; without it the deepest term is named. */
  readonly field?: string
}

export interface FacetData {
  readonly labels?: Labels
  /** The front-matter key; the facet's id where it is left out. */
  readonly field?: string
  readonly required?: boolean
  readonly multiple?: boolean
  readonly cap?: number
  readonly levels?: readonly LevelData[]
  readonly terms: readonly TermData[]
}

/** `taxonomy.yml` as plain data: what the parser gives and what the index keeps. */
export interface TaxonomyData {
  readonly facets: Readonly<Record<string, FacetData>>
}

export interface Term {
  readonly id: string
  readonly facet: string
  /** 0 for the top of the tree. */
  readonly level: number
  readonly labels: Labels
  readonly aliases: readonly string[]
  readonly retired?: { readonly use?: string }
  readonly other: boolean
  readonly cap: number
  readonly parent?: Term
  readonly children: readonly Term[]
}

export interface Facet {
  readonly id: string
  readonly field: string
  readonly labels: Labels
  readonly required: boolean
  readonly multiple: boolean
  readonly cap: number
  readonly levels: readonly LevelData[]
  readonly roots: readonly Term[]
  /** By id, in tree order. */
  readonly terms: ReadonlyMap<string, Term>
}

/** A level of a facet as a filter sees it: `industry` is level 0 of `category`. */
export interface Dimension {
  readonly id: string
  readonly facet: Facet
  readonly level: number
  readonly labels: Labels
}

/** How a written value meets the taxonomy. */
export type Resolution =
  | { readonly kind: 'id'; readonly term: Term }
  | { readonly kind: 'alias'; readonly term: Term }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] }

/** Most child terms below one node when neither term nor facet says otherwise. */
export const DEFAULT_CAP = 20

/** The dimensions that every library has beside its taxonomy. */
export const FIXED_DIMENSIONS = ['status', 'kind', 'language', 'audience', 'tag'] as const

/** The facets of a library with every way to look a term up. */
export class Taxonomy {
  readonly facets: ReadonlyMap<string, Facet>
  readonly dimensions: ReadonlyMap<string, Dimension>
  readonly data: TaxonomyData
  readonly #names = new Map<string, Map<string, Term>>()

  constructor(data: TaxonomyData) {
    this.data = data
    const facets = new Map<string, Facet>()
    const dimensions = new Map<string, Dimension>()
    for (const [id, written] of Object.entries(data.facets)) {
      const facet = buildFacet(id, written)
      facets.set(id, facet)
      for (const [level, data] of facet.levels.entries()) {
        dimensions.set(data.id, { id: data.id, facet, level, labels: data.labels ?? {} })
      }
    }
    this.facets = facets
    this.dimensions = dimensions
  }

  /** Looks a written value up in a facet; `level` restricts it to one level of the tree. */
  resolve(facetId: string, value: string, level?: number): Resolution {
    const facet = this.facets.get(facetId)
    if (facet === undefined) return { kind: 'unknown', nearest: [] }
    const fits = (term: Term): boolean => level === undefined || term.level === level
    const exact = facet.terms.get(value)
    if (exact !== undefined && fits(exact)) return { kind: 'id', term: exact }
    const named = this.#namesOf(facet, level).get(foldKey(value))
    if (named !== undefined) return { kind: 'alias', term: named }
    return { kind: 'unknown', nearest: this.#suggest(facet, value, level) }
  }

  #suggest(facet: Facet, value: string, level: number | undefined): string[] {
    const names = this.#namesOf(facet, level)
    const found = nearest(value, names.keys(), 6).map(name => names.get(name)?.id ?? name)
    return [...new Set(found)].slice(0, 3)
  }

  #namesOf(facet: Facet, level: number | undefined): Map<string, Term> {
    const key = `${facet.id}/${level ?? ''}`
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const names = new Map<string, Term>()
    for (const term of facet.terms.values()) {
      if (level !== undefined && term.level !== level) continue
      for (const name of namesOf(term)) if (!names.has(foldKey(name))) names.set(foldKey(name), term)
    }
    this.#names.set(key, names)
    return names
  }
}

/** Every name of a term: id, labels, aliases. */
export function namesOf(term: Term): string[] {
  return [term.id, term.labels.zh, term.labels.en, ...term.aliases].filter(name => name !== undefined)
}

/** The term and its ancestors, top first. */
export function pathOf(term: Term): Term[] {
  return term.parent === undefined ? [term] : [...pathOf(term.parent), term]
}

/** The label in a language, else in the other one, else the id. */
export function labelOf(named: { readonly labels: Labels; readonly id: string }, language: Language): string {
  const other = language === 'zh' ? named.labels.en : named.labels.zh
  return named.labels[language] ?? other ?? named.id
}

function buildFacet(id: string, written: FacetData): Facet {
  const terms = new Map<string, Term>()
  const cap = written.cap ?? DEFAULT_CAP
  const build = (data: TermData, level: number, parent: Term | undefined): Term => {
    const children: Term[] = []
    const term: Term = {
      id: data.id,
      facet: id,
      level,
      labels: data.labels ?? {},
      aliases: data.aliases ?? [],
      other: data.other ?? false,
      cap: data.cap ?? cap,
      children,
      ...(data.retired === undefined ? {} : { retired: data.retired }),
      ...(parent === undefined ? {} : { parent }),
    }
    if (!terms.has(term.id)) terms.set(term.id, term)
    for (const child of data.terms ?? []) children.push(build(child, level + 1, term))
    return term
  }
  const roots = written.terms.map(data => build(data, 0, undefined))
  return {
    id,
    field: written.field ?? id,
    labels: written.labels ?? {},
    required: written.required ?? false,
    multiple: written.multiple ?? false,
    cap,
    levels: written.levels ?? [{ id: id.replaceAll('_', '-'), labels: written.labels ?? {} }],
    roots,
    terms,
  }
}
