import { SEARCH_FIELDS, type SearchField } from '../model/config.js'
import type { BuiltIndex } from './build.js'
import { foldText } from './fold.js'
import type { LoweredClause, LoweredQuery, TextCheck } from './lowered.js'
import { termsLike } from './lunr-internals.js'
import { type Note, note } from './notes.js'
import type { Clause, ParsedQuery } from './query-parse.js'
import { type WordClause, Words } from './query-words.js'
import { isStopWord } from './stem.js'
import { isRun, splitRuns, type Unit, unitsOf } from './tokens.js'
import { MAX_TERM } from './word.js'

/**
 * Turns a query into clauses over terms, and checks of the text for what terms cannot say. Lunr
 * joins the terms of one word with OR; over bigrams +设备停机 would then find 设备正常 and -设备停机
 * would hide 水泵停机. So a run is a unit: required, its bigrams are all required and the text must
 * hold it; excluded, only a text that holds it is hidden.
 */
export function lowerQuery(parsed: ParsedQuery, index: BuiltIndex): LoweredQuery {
  const lowering = new Lowering(index)
  const read = withoutStopWords(
    parsed.clauses.map(clause => ({ clause, units: clause.wildcard ? [] : unitsOf(clause.text) })),
  )
  lowering.words.join(read.filter(({ clause }) => isPlain(clause)).flatMap(({ units }) => units))
  for (const { clause, units } of read) {
    if (clause.wildcard) lowering.pattern(clause)
    else if (clause.presence === 'excluded') lowering.exclude(clause, units)
    else lowering.include(clause, units)
  }
  const { words, notes } = lowering
  const clauses = [...lowering.clauses, ...words.joined()]
  // A term that another part of the query asks for plainly needs no proof.
  const onlyHere = (term: string): boolean => clauses.filter(clause => clause.term === term).length === 1
  const checks = lowering.checks.map(check => ({ ...check, terms: check.terms.filter(onlyHere) }))
  return { clauses, checks, corrections: words.corrections, notes }
}

interface Read {
  readonly clause: Clause
  readonly units: readonly Unit[]
}

/**
 * Leaves out the English function words that stand plainly beside other words: the index has them,
 * but they would bring in every other English case.
 */
function withoutStopWords(read: readonly Read[]): Read[] {
  const tells = (unit: Unit): boolean => unit.kind !== 'word' || !isStopWord(unit.text)
  const others = read.some(
    ({ clause, units }) => clause.presence !== 'excluded' && (clause.wildcard || units.some(tells)),
  )
  if (!others) return [...read]
  return read.map(({ clause, units }) => ({ clause, units: isPlain(clause) ? units.filter(tells) : units }))
}

function isPlain(clause: Clause): boolean {
  return clause.presence === 'optional' && clause.field === undefined && clause.edits === 0
}

class Lowering {
  readonly clauses: LoweredClause[] = []
  readonly checks: TextCheck[] = []
  readonly notes: Note[] = []
  readonly words: Words
  readonly #lunr: BuiltIndex['lunr']

  constructor(index: BuiltIndex) {
    this.#lunr = index.lunr
    this.words = new Words(index, this.notes)
  }

  include(clause: Clause, units: readonly Unit[]): void {
    for (const unit of units) {
      if (unit.kind === 'run') this.#run(clause, unit)
      else this.#add(clause, this.words.lower(unit, clause))
    }
    if (clause.phrase) this.#check(clause, spanOf(clause, units))
  }

  exclude(clause: Clause, units: readonly Unit[]): void {
    const [first, ...others] = units
    if (first === undefined) return
    const word = first.kind === 'run' || others.length > 0 || clause.phrase ? undefined : first.exact.at(-1)
    if (word === undefined) this.#check(clause, spanOf(clause, units))
    else this.#add(clause, [{ term: word.term, edits: clause.edits }])
  }

  /** `wild*card` fits terms; on a run, `生产线*` is every text that holds 生产线. */
  pattern(clause: Clause): void {
    for (const stretch of splitRuns(foldText(clause.text))) {
      if (!isRun(stretch)) this.#wildcard(clause, stretch)
      else if (clause.presence === 'excluded') this.#check(clause, stretch)
      else for (const unit of unitsOf(stretch)) this.#run(clause, unit, true)
    }
  }

  #wildcard(clause: Clause, stretch: string): void {
    const bare = stretch.replace(/[^-_.*\p{L}\p{N}]+/gu, '').replace(/^[-_.]+|[-_.]+$/g, '')
    const pattern = [...bare].slice(0, MAX_TERM).join('')
    if (pattern !== bare) this.notes.push(note('cutTerm', { word: bare, limit: MAX_TERM }))
    if (!pattern.includes('*')) this.include({ ...clause, text: pattern }, unitsOf(pattern))
    else if (/[^*]/.test(pattern)) this.#add(clause, [{ term: pattern, edits: 0 }])
  }

  /** @param whole the text must hold the run even where the clause is optional */
  #run(clause: Clause, unit: Unit, whole = false): void {
    if (clause.edits > 0) this.notes.push(note('fuzzyRun', { run: unit.text }))
    const single = unit.parts.length === 0
    const terms = unit.exact.map(({ term }) => (single ? `${term}*` : term))
    if (terms.every(term => termsLike(this.#lunr, term).length === 0)) {
      this.notes.push(note('unknown', { word: unit.text }))
    }
    this.#add(
      clause,
      terms.map(term => ({ term, edits: 0 })),
    )
    // One character or one bigram is its own proof; a phrase is checked as a whole.
    const unproven = terms.length > 1 && !clause.phrase
    if (unproven && (whole || clause.presence === 'required')) this.#check(clause, unit.text, terms)
  }

  #add(clause: Clause, terms: readonly WordClause[]): void {
    const presence = clause.presence === 'excluded' ? 'prohibited' : clause.presence
    const fields = fieldsOf(clause)
    for (const { term, edits } of terms) {
      this.clauses.push({ term, fields, boost: clause.boost, presence, edits })
    }
  }

  #check(clause: Clause, needle: string, terms: readonly string[] = []): void {
    if (needle === '') return
    this.checks.push({ needle, fields: fieldsOf(clause), presence: clause.presence, terms })
  }
}

/** From the first unit to the last, folded: what the text must hold, without punctuation around it. */
function spanOf(clause: Clause, units: readonly Unit[]): string {
  return foldText(clause.text.slice(units[0]?.start ?? 0, units.at(-1)?.end ?? 0)).replace(/\s+/g, ' ')
}

function fieldsOf(clause: Clause): readonly SearchField[] {
  return clause.field === undefined ? SEARCH_FIELDS : [clause.field]
}
