import { SEARCH_FIELDS } from '../model/config.js'
import type { BuiltIndex } from './build.js'
import type { Correction, LoweredClause } from './lowered.js'
import { isKnown, nearIn, termsNear } from './lunr-internals.js'
import { type Note, note } from './notes.js'
import type { Clause } from './query-parse.js'
import { stem } from './stem.js'
import type { Token, Unit } from './tokens.js'
import { MAX_TERM } from './word.js'

/** One term of a word. */
export type WordClause = Pick<LoweredClause, 'term' | 'edits'>

/** Shortest words, in characters, that are corrected at distance 1 and at distance 2. */
const CORRECTED_FROM = 4
const CORRECTED_TWICE_FROM = 8
/** Fewer digits than this say too little to be searched apart from their code: C-95, 95 ℃. */
const TELLING_DIGITS = 3

/** Lowers words, numbers and codes, and corrects those that the index does not know. */
export class Words {
  readonly corrections: Correction[] = []
  readonly #index: BuiltIndex
  readonly #notes: Note[]
  readonly #joined = new Map<string, LoweredClause>()
  /** Units that are half of a joined code: nothing is missing when they are unknown alone. */
  readonly #halves = new Set<Unit>()

  readonly #knows = ({ term }: Token): boolean => isKnown(this.#index.lunr, term)

  constructor(index: BuiltIndex, notes: Note[]) {
    this.#index = index
    this.#notes = notes
  }

  /** Finds codes typed with a space, `E 1203` or `HTTP 429`, in neighbouring plain words. */
  join(units: readonly Unit[]): void {
    for (const [i, left] of units.entries()) {
      const right = units[i + 1]
      if (right === undefined || !/^[a-z]{1,8}$/.test(left.text) || !/^\d/.test(right.text)) continue
      const term = left.text + right.text
      if (!isKnown(this.#index.lunr, term)) continue
      this.#halves.add(left).add(right)
      this.#joined.set(term, { term, fields: SEARCH_FIELDS, boost: 1, presence: 'optional', edits: 0 })
    }
  }

  /** The clauses of the codes that `join` found. */
  joined(): readonly LoweredClause[] {
    return [...this.#joined.values()]
  }

  /** One unit of an optional or required clause. */
  lower(unit: Unit, clause: Clause): readonly WordClause[] {
    const whole = unit.exact.at(-1)
    if (whole === undefined) return []
    if (whole.term.length === MAX_TERM && unit.text.length > MAX_TERM) {
      this.#notes.push(note('cutTerm', { word: unit.text, limit: MAX_TERM }))
    }
    if (clause.edits > 0) return [{ term: whole.term, edits: clause.edits }]
    const known = this.#knows(whole)
    const required = clause.presence === 'required'
    if (known && required) return [exact(whole)]
    if (known) return [...unit.exact.filter(this.#knows).map(exact), ...this.#parts(unit, known)]
    const parts = required ? [] : this.#parts(unit, known)
    const literal = clause.phrase || (unit.kind === 'compound' && parts.length > 0)
    const corrected = literal ? [] : this.#correct(unit, whole, clause)
    if (corrected.length === 0 && parts.length === 0 && !this.#halves.has(unit)) {
      this.#notes.push(note('unknown', { word: typed(unit, clause) }))
    }
    const found = [...corrected, ...parts]
    return found.length > 0 ? found : [exact(whole)]
  }

  /** Of a code that the index knows, only the digits; of any other, all parts that it knows. */
  #parts(unit: Unit, known: boolean): WordClause[] {
    const terms = unit.parts.filter(this.#knows)
    if (!known || unit.kind === 'compound') return terms.map(exact)
    if (unit.kind !== 'code') return []
    return terms.filter(({ term }) => /^\d+$/.test(term) && term.length >= TELLING_DIGITS).map(exact)
  }

  /** The words of the library within one edit, else within two; of a required word, one reading. */
  #correct(unit: Unit, whole: Token, clause: Clause): readonly WordClause[] {
    const { length } = unit.text
    const versionLike = unit.kind === 'number' && whole.term.includes('.')
    if (versionLike || length < CORRECTED_FROM || length > MAX_TERM || this.#halves.has(unit)) return []
    for (const distance of [1, 2] as const) {
      if (distance === 2 && length < CORRECTED_TWICE_FROM) return []
      const near = termsNear(this.#index.lunr, whole.term, distance)
      // settlemnt is one edit from settlement, and four from its stem.
      const stems = unit.kind === 'word' ? nearIn(this.#index.words, unit.text, distance).map(stem) : []
      const others = [...new Set(stems)].filter(term => !near.includes(term)).sort()
      const used = clause.presence === 'required' ? others.slice(0, near.length === 0 ? 1 : 0) : others
      const terms = [...near, ...used].sort()
      if (terms.length === 0) continue
      this.corrections.push({ word: typed(unit, clause), distance, terms })
      const fuzzy = near.length === 0 ? [] : [{ term: whole.term, edits: distance }]
      return [...fuzzy, ...used.map((term): WordClause => ({ term, edits: 0 }))]
    }
    return []
  }
}

function exact(token: Token): WordClause {
  return { term: token.term, edits: 0 }
}

/** The word as the searcher wrote it. */
function typed(unit: Unit, clause: Clause): string {
  return clause.text.slice(unit.start, unit.end)
}
