import { SEARCH_FIELDS } from '../model/config.js'
import type { Expansions } from './expansions.js'
import { tellingShare } from './function-words.js'
import type { ClauseOrigin, LoweredClause, LoweredQuery } from './lowered.js'
import { type Note, note } from './notes.js'
import { expansionTerms } from './query-alternatives.js'
import { Answers } from './query-answers.js'
import { expand } from './query-expand.js'
import { type FoundName, findNames } from './query-names.js'
import { QUERY_LIMITS } from './query-parse.js'
import { joinedCodes, wordTerms } from './query-terms.js'
import { sentencesAt } from './sentences.js'
import { isStopWord } from './stem.js'
import { type Unit, unitsOf } from './tokens.js'
import type { Vocabulary } from './vocabulary.js'

/** Different terms of a text that are weighed, the first ones; and how many of them are asked. */
export const TEXT_TERMS = { weighed: 512, asked: 64 } as const

/** A term that a text may be searched by. */
interface Candidate {
  readonly term: string
  readonly origin: ClauseOrigin
  /** The first unit of the text that has it. */
  readonly unit: Unit
  readonly times: number
  readonly weight: number
}

/** A text with its units and the names in it. */
interface ReadText {
  /** The units but for function words and lone characters, which stand in any text. */
  readonly units: readonly Unit[]
  readonly names: readonly FoundName[]
}

function readText(text: string, expansions: Expansions): ReadText {
  const all = unitsOf(text)
  const units = all.filter(({ kind, text: word, parts }) =>
    kind === 'run' ? parts.length > 0 : kind !== 'word' || (word.length > 1 && !isStopWord(word)),
  )
  return { units, names: findNames([{ text, units: all }], expansions) }
}

/** Every term that lowering a text asks about. */
export function textTerms(text: string, expansions: Expansions): string[] {
  const { units, names } = readText(text, expansions)
  return [...spellings(units), ...expansionTerms(names)]
}

/**
 * Lowers a whole message: it is asked by its most telling terms, as no reader of it can say which of
 * its hundred words matter. A term weighs (1 + ln tf) · idf, as texts are weighed since Salton and
 * Buckley, "Term-weighting approaches in automatic text retrieval" (1988), and less where it is made
 * of function words; nothing is corrected.
 */
export async function lowerText(
  text: string,
  vocabulary: Vocabulary,
  expansions: Expansions,
): Promise<LoweredQuery> {
  const { units, names } = readText(text, expansions)
  const answers = await Answers.ask(vocabulary, [...spellings(units), ...expansionTerms(names)])
  const chosen = mostTelling(candidates(units, answers))
  const numbers = new Map<Unit, number>()
  const indexOf = (unit: Unit): number => {
    const known = numbers.get(unit) ?? numbers.size
    numbers.set(unit, known)
    return known
  }
  const clauses = chosen.map(found => clauseOf(found, indexOf(found.unit)))
  const asked = new Set(chosen.map(({ term }) => term))
  const expanded = expand(names, answers, asked, unit => ({ index: indexOf(unit), boost: 1 }))
  clauses.push(...expanded.clauses)
  // A text of which nothing is known finds nothing, where a query without clauses would find all.
  const unknown = clauses.length > 0 ? [] : units.slice(0, 1)
  for (const unit of unknown) {
    const term = unit.exact.at(-1)?.term ?? unit.text
    clauses.push(clauseOf({ term, origin: 'typed', unit, times: 1, weight: 0 }, indexOf(unit)))
  }
  return {
    clauses,
    checks: [],
    corrections: [],
    notes: unknown.length > 0 ? [note('unknownText')] : notesOf(text, clauses.length),
    units: [...numbers.keys()].map(unit => text.slice(unit.start, unit.end)),
    sentences: sentencesAt(
      text,
      [...numbers.keys()].map(({ start }) => start),
    ),
  }
}

function clauseOf({ term, origin, times }: Candidate, unit: number): LoweredClause {
  const boost = Math.round(dampened(times) * 1000) / 1000
  return { term, fields: SEARCH_FIELDS, boost, presence: 'optional', edits: 0, origin, unit }
}

function notesOf(text: string, count: number): Note[] {
  const { characters: limit, clauses: words } = QUERY_LIMITS
  const long = [...text].length > limit || text.split(/\s+/).length > words
  return long ? [note('longText', { limit, words, count })] : []
}

/** The terms of a text in its order, at most TEXT_TERMS.weighed of them. */
function spellings(units: readonly Unit[]): Set<string> {
  const joined = joinedCodes(units).slice(0, TEXT_TERMS.asked)
  const terms = new Set(joined.map(({ term }) => term))
  for (const unit of units) {
    const own = unit.kind === 'run' ? unit.exact : [...unit.exact, ...unit.parts]
    for (const { term } of own) {
      if (terms.size >= TEXT_TERMS.weighed) return terms
      terms.add(term)
    }
  }
  return terms
}

function candidates(units: readonly Unit[], answers: Answers): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (term: string, origin: ClauseOrigin, unit: Unit): void => {
    const known = found.get(term)
    const times = (known?.times ?? 0) + 1
    const weight = dampened(times) * answers.weight(term) * tellingShare(term)
    found.set(term, { term, origin, unit: known?.unit ?? unit, times, weight })
  }
  const knows = (term: string): boolean => answers.knows(term)
  for (const { term, halves } of joinedCodes(units)) if (knows(term)) add(term, 'typed', halves[0])
  for (const unit of units) {
    if (unit.kind !== 'run') for (const { term, origin } of wordTerms(unit, knows)) add(term, origin, unit)
    else for (const { term } of unit.exact) if (knows(term)) add(term, 'typed', unit)
  }
  return [...found.values()]
}

/** The best by weight, in the order of the text. */
function mostTelling(all: readonly Candidate[]): Candidate[] {
  const least = all.map(({ weight }) => weight).sort((a, b) => b - a)[TEXT_TERMS.asked - 1] ?? 0
  const above = all.filter(({ weight }) => weight > least)
  const equal = all.filter(({ weight }) => weight === least).slice(0, TEXT_TERMS.asked - above.length)
  const kept = new Set([...above, ...equal])
  return all.filter(candidate => kept.has(candidate))
}

function dampened(times: number): number {
  return 1 + Math.log(times)
}
