import type { Expansions } from './expansions.js'
import type { LoweredQuery } from './lowered.js'
import { expansionTerms } from './query-alternatives.js'
import { Answers } from './query-answers.js'
import { type Reading, readingOf } from './query-correct.js'
import { type Expanded, expand, type Place } from './query-expand.js'
import { Lowering } from './query-lowering.js'
import { type FoundName, findNames } from './query-names.js'
import type { ParsedQuery } from './query-parse.js'
import { isPlain, type ReadClause, type ReadQuery, readQuery } from './query-read.js'
import { type Joined, joinedCodes, literalTerms, plainUnits } from './query-terms.js'
import { lowerText, textTerms } from './query-text.js'
import { needsReading, type WordFacts } from './query-words.js'
import type { Unit } from './tokens.js'
import type { Vocabulary } from './vocabulary.js'

/**
 * Every term that lowering a query asks about, so that they can be loaded in one round before it.
 * Misspelt words, which are not known before, ask for more.
 */
export function queryTerms(parsed: ParsedQuery, expansions: Expansions): string[] {
  const terms =
    parsed.form === 'text' ? textTerms(parsed.text, expansions) : termsAsked(readQuery(parsed), expansions)
  return [...new Set(terms.map(term => term.replace(/\*$/, '')))]
}

function termsAsked(read: ReadQuery, expansions: Expansions): string[] {
  return [...literalTerms(read.clauses), ...expansionTerms(namesIn(read, expansions))]
}

/**
 * Turns a query into clauses over terms, and checks of the text for what terms cannot say. Lunr
 * joins the terms of one word with OR; over bigrams +设备停机 would then find 设备正常 and -设备停机
 * would hide 水泵停机. So a run is a unit: required, its bigrams are all required and the text must
 * hold it; excluded, only a text that holds it is hidden.
 * @throws what the vocabulary throws
 */
export async function lowerQuery(
  parsed: ParsedQuery,
  vocabulary: Vocabulary,
  expansions: Expansions,
): Promise<LoweredQuery> {
  if (parsed.form === 'text') return lowerText(parsed.text, vocabulary, expansions)
  const read = readQuery(parsed)
  const names = namesIn(read, expansions)
  const literal = literalTerms(read.clauses)
  const answers = await Answers.ask(vocabulary, [...literal, ...expansionTerms(names)])
  const joined = joinedCodes(plainUnits(read.clauses)).filter(({ term }) => answers.knows(term))
  const expanded = expandQuery(read, names, answers, joined)
  const facts = { answers, halves: new Set(joined.flatMap(({ halves }) => halves)), named: expanded.named }
  const readings = await readingsOf(read.clauses, facts, vocabulary)
  const lowering = new Lowering({ ...facts, readings })
  for (const clause of read.clauses) lowering.lower(clause)
  lowering.join(joined, read)
  lowering.clauses.push(...expanded.clauses)
  return lowering.finish(read.units)
}

/** The names in the plain clauses; none reaches across another clause. */
function namesIn({ clauses }: ReadQuery, expansions: Expansions): FoundName[] {
  const stretches = clauses.map(({ clause, spelled }) =>
    isPlain(clause) ? { text: clause.text, units: spelled } : { text: ';', units: [] },
  )
  return findNames(stretches, expansions)
}

function expandQuery(
  { clauses }: ReadQuery,
  names: readonly FoundName[],
  answers: Answers,
  joined: readonly Joined[],
): Expanded {
  const plain = clauses.filter(({ clause }) => isPlain(clause))
  const places = new Map<Unit, Place>()
  for (const { clause, parts } of plain) {
    for (const part of parts) {
      if ('unit' in part) places.set(part.unit, { index: part.index, boost: clause.boost })
    }
  }
  const asked = [...literalTerms(plain), ...joined.map(({ term }) => term)]
  return expand(names, answers, new Set(asked.filter(term => answers.knows(term))), unit => places.get(unit))
}

/** Looks up what unknown words may have meant, all at once. */
async function readingsOf(
  clauses: readonly ReadClause[],
  facts: Omit<WordFacts, 'readings'>,
  vocabulary: Vocabulary,
): Promise<Map<Unit, Reading>> {
  const unknown = clauses.flatMap(({ clause, parts }) =>
    parts.flatMap(part => ('unit' in part && needsReading(part, clause, facts) ? [part.unit] : [])),
  )
  const found = await Promise.all(
    unknown.map(async (unit): Promise<[Unit, Reading][]> => {
      const reading = await readingOf(unit, vocabulary)
      return reading === undefined ? [] : [[unit, reading]]
    }),
  )
  return new Map(found.flat())
}
