import { SEARCH_FIELDS, type SearchField } from '../model/config.js'
import { foldText } from './fold.js'
import { tellingShare } from './function-words.js'
import { type LoweredClause, type LoweredQuery, ORIGIN_SHARES, type TextCheck } from './lowered.js'
import { type Note, note } from './notes.js'
import type { Answers } from './query-answers.js'
import { type Clause, QUERY_LIMITS } from './query-parse.js'
import type { Part, ReadClause, ReadQuery, UnitPart } from './query-read.js'
import { type Joined, runTerms } from './query-terms.js'
import { type WordFacts, Words, type WordTerm } from './query-words.js'
import type { Unit } from './tokens.js'
import { MAX_TERM } from './word.js'

/**
 * What each word that begins with a lone character counts: a case may have several, and the rare
 * ones among them would outweigh whole words of the query.
 */
const PREFIX_SHARE = 0.25

/** Collects the clauses and checks of a query, one clause of it after another. */
export class Lowering {
  readonly clauses: LoweredClause[] = []
  readonly #checks: TextCheck[] = []
  readonly #notes: Note[] = []
  readonly #words: Words
  readonly #answers: Answers

  constructor(facts: WordFacts) {
    this.#answers = facts.answers
    this.#words = new Words(facts, this.#notes)
  }

  lower({ clause, parts, spelled }: ReadClause): void {
    if (clause.presence === 'excluded' && !clause.wildcard) this.#exclude(clause, spelled)
    else {
      for (const part of parts) this.#part(clause, part)
      if (clause.phrase) this.#check(clause, spanOf(clause, spelled))
    }
  }

  /** Asks for the codes that were typed with a space, beside their halves. */
  join(joined: readonly Joined[], { clauses }: ReadQuery): void {
    const parts = clauses.flatMap(clause => clause.parts)
    for (const [term, left] of new Map(joined.map(({ term, halves }) => [term, halves[0]]))) {
      const unit = parts.find(part => 'unit' in part && part.unit === left)?.index ?? -1
      const fields = SEARCH_FIELDS
      this.clauses.push({ term, fields, boost: 1, presence: 'optional', edits: 0, origin: 'typed', unit })
    }
  }

  finish(units: readonly string[]): LoweredQuery {
    const { clauses } = this
    const times = new Map<string, number>()
    for (const { term } of clauses) times.set(term, (times.get(term) ?? 0) + 1)
    // A term that another part of the query asks for plainly needs no proof.
    const checks = this.#checks.map(check => ({
      ...check,
      terms: check.terms.filter(term => times.get(term) === 1),
    }))
    return { clauses, checks, corrections: this.#words.corrections, notes: this.#notes, units }
  }

  #part(clause: Clause, part: Part): void {
    if ('pattern' in part) {
      if (part.cut !== undefined) this.#notes.push(note('cutTerm', { word: part.cut, limit: MAX_TERM }))
      this.#add(clause, [{ term: part.pattern, edits: 0, origin: 'typed' }], part.index)
    } else if (part.unit.kind !== 'run') this.#add(clause, this.#words.lower(part, clause), part.index)
    else if (clause.presence === 'excluded') this.#check(clause, part.unit.text)
    else this.#run(clause, part)
  }

  #exclude(clause: Clause, units: readonly Unit[]): void {
    const [first, ...others] = units
    if (first === undefined) return
    const word = first.kind === 'run' || others.length > 0 || clause.phrase ? undefined : first.exact.at(-1)
    if (word === undefined) this.#check(clause, spanOf(clause, units))
    else this.#add(clause, [{ term: word.term, edits: clause.edits, origin: 'typed' }], -1)
  }

  #run(clause: Clause, { unit, typed, index, whole }: UnitPart): void {
    if (clause.edits > 0) this.#notes.push(note('fuzzyRun', { run: unit.text }))
    const terms = runTerms(unit)
    if (!terms.some(term => this.#answers.knows(term))) this.#words.missing(unit, typed)
    const prefixed = { ...clause, boost: clause.boost * PREFIX_SHARE }
    const optional = clause.presence === 'optional'
    this.#add(
      unit.parts.length === 0 && optional ? prefixed : clause,
      terms.map(term => ({ term, edits: 0, origin: 'typed' })),
      index,
    )
    if (optional && !whole) {
      const known = (term: string): boolean => this.#answers.knows(term)
      const words = loneCharacters(unit, known).slice(0, QUERY_LIMITS.wildcards)
      this.#add(
        prefixed,
        words.map(char => ({ term: `${char}*`, edits: 0, origin: 'part' })),
        index,
      )
    }
    // One character or one bigram is its own proof; a phrase is checked as a whole.
    const unproven = terms.length > 1 && !clause.phrase
    if (unproven && (whole || clause.presence === 'required')) this.#check(clause, unit.text, terms)
  }

  #add(clause: Clause, terms: readonly WordTerm[], unit: number): void {
    const presence = clause.presence === 'excluded' ? 'prohibited' : clause.presence
    const fields = fieldsOf(clause)
    for (const { term, edits, origin } of terms) {
      const boost = clause.boost * ORIGIN_SHARES[origin]
      this.clauses.push({ term, fields, boost, presence, edits, origin, unit })
    }
  }

  #check(clause: Clause, needle: string, terms: readonly string[] = []): void {
    if (needle === '') return
    this.#checks.push({ needle, fields: fieldsOf(clause), presence: clause.presence, terms })
  }
}

/**
 * Words of one character in a run, where no case knows them with their neighbours: the 灯 of
 * 灯也不亮, between function characters or the run's ends.
 */
function loneCharacters(unit: Unit, known: (term: string) => boolean): string[] {
  const characters = [...unit.text]
  if (characters.length < 2) return []
  const isEdge = (char: string | undefined): boolean => char === undefined || tellingShare(char) < 1
  return characters.filter((char, i) => {
    const [left, right] = [characters[i - 1], characters[i + 1]]
    if (isEdge(char) || !isEdge(left) || !isEdge(right)) return false
    return !known(`${left ?? ''}${char}`) && !known(`${char}${right ?? ''}`)
  })
}

/** From the first unit to the last, folded: what the text must hold, without punctuation around it. */
function spanOf(clause: Clause, units: readonly Unit[]): string {
  return foldText(clause.text.slice(units[0]?.start ?? 0, units.at(-1)?.end ?? 0)).replace(/\s+/g, ' ')
}

function fieldsOf(clause: Clause): readonly SearchField[] {
  return clause.field === undefined ? SEARCH_FIELDS : [clause.field]
}
