import type { ClauseOrigin, Correction, LoweredClause } from './lowered.js'
import { type Note, note } from './notes.js'
import type { Answers } from './query-answers.js'
import { isCorrectable, type Reading } from './query-correct.js'
import type { Clause } from './query-parse.js'
import type { UnitPart } from './query-read.js'
import { wordTerms } from './query-terms.js'
import type { Unit } from './tokens.js'
import { MAX_TERM } from './word.js'

/** One term of a word. */
export type WordTerm = Pick<LoweredClause, 'term' | 'edits' | 'origin'>

/** What is known of the words of a query before they are lowered. */
export interface WordFacts {
  readonly answers: Answers
  /** What unknown words may have meant. */
  readonly readings: ReadonlyMap<Unit, Reading>
  /** Halves of a code typed with a space: nothing is missing when they are unknown alone. */
  readonly halves: ReadonlySet<Unit>
  /** Units that other names stand for. */
  readonly named: ReadonlyMap<Unit, readonly string[]>
}

/** Lowers words, numbers and codes; those that the index does not know, by what stands for them. */
export class Words {
  readonly corrections: Correction[] = []
  readonly #facts: WordFacts
  readonly #notes: Note[]

  constructor(facts: WordFacts, notes: Note[]) {
    this.#facts = facts
    this.#notes = notes
  }

  /** One unit of a clause. */
  lower(part: UnitPart, clause: Clause): readonly WordTerm[] {
    const { unit, typed } = part
    const whole = unit.exact.at(-1)
    if (whole === undefined) return []
    if (whole.term.length === MAX_TERM && unit.text.length > MAX_TERM) {
      this.#notes.push(note('cutTerm', { word: unit.text, limit: MAX_TERM }))
    }
    if (clause.edits > 0) return [{ term: whole.term, edits: clause.edits, origin: 'typed' }]
    const known = this.#facts.answers.knows(whole.term)
    if (clause.presence === 'required' && known) return [exact(whole.term)]
    const terms =
      clause.presence === 'required' ? [] : wordTerms(unit, term => this.#facts.answers.knows(term))
    if (known) return terms.map(({ term, origin }) => exact(term, origin))
    const found = [...this.#corrected(part, clause), ...terms.map(({ term, origin }) => exact(term, origin))]
    if (found.length === 0 && !this.#facts.halves.has(unit)) this.missing(unit, typed)
    return found.length > 0 ? found : [exact(whole.term)]
  }

  /** Says that no case has a unit, and what was searched in its place. */
  missing(unit: Unit, typed: string): void {
    const names = this.#facts.named.get(unit)
    const found =
      names === undefined
        ? note('unknown', { word: typed })
        : note('expanded', { word: typed, names: names.join(', '), namesZh: names.join('、') })
    this.#notes.push(found)
  }

  /** Of an optional word every reading counts, of a required one, one way of reading it. */
  #corrected({ unit, typed }: UnitPart, clause: Clause): WordTerm[] {
    const reading = this.#facts.readings.get(unit)
    if (reading === undefined) return []
    const { distance, near } = reading
    const others =
      clause.presence === 'required' ? reading.others.slice(0, near.length === 0 ? 1 : 0) : reading.others
    this.corrections.push({ word: typed, distance, terms: [...near, ...others].sort() })
    const fuzzy: WordTerm[] =
      near.length === 0
        ? []
        : [{ term: unit.exact.at(-1)?.term ?? unit.text, edits: distance, origin: 'correction' }]
    return [...fuzzy, ...others.map(term => exact(term, 'correction'))]
  }
}

/** True for a word that the index does not know and that may be a misspelling of one that it knows. */
export function needsReading(part: UnitPart, clause: Clause, facts: Omit<WordFacts, 'readings'>): boolean {
  const { unit } = part
  const { answers, halves, named } = facts
  const whole = unit.exact.at(-1)?.term
  if (whole === undefined || clause.presence === 'excluded' || clause.edits > 0 || clause.phrase) return false
  if (answers.knows(whole) || halves.has(unit) || named.has(unit) || !isCorrectable(unit)) return false
  const hasParts = clause.presence !== 'required' && unit.parts.some(({ term }) => answers.knows(term))
  return unit.kind !== 'compound' || !hasParts
}

function exact(term: string, origin: ClauseOrigin = 'typed'): WordTerm {
  return { term, edits: 0, origin }
}
