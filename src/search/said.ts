import { isStopWord } from './stem.js'
import { type Unit, unitsOf } from './tokens.js'

/** A part of a text, and how much of the whole it stands for: a title counts more than a comment. */
export interface TextPart {
  readonly text: string
  readonly weight: number
}

/** A term as a text says it, before anybody knows how many cases have it. */
export interface Said {
  readonly term: string
  /** The weight of its part. */
  readonly weight: number
  readonly unit: Unit
}

/** Characters of all parts that are read: a long ticket, not a log file. */
const MAX_TEXT = 10_000

/** What is worth a word: a code names its case, a number says little. */
const CODE = 2
const NUMBER = 0.5

/** The parts with their units, as far as they are read. */
export function readParts(parts: readonly TextPart[]): (TextPart & { readonly units: readonly Unit[] })[] {
  let left = MAX_TEXT
  return parts.map(({ text, weight }) => {
    const read = text.slice(0, Math.max(0, left))
    left -= read.length
    return { text: read, weight, units: unitsOf(read) }
  })
}

/** What the units of a part say, without function words, single letters and lone characters. */
export function saidIn(units: readonly Unit[], weight: number): Said[] {
  return units.flatMap(unit => termsOf(unit).map(term => ({ term, weight, unit })))
}

function termsOf({ kind, text, exact, parts }: Unit): string[] {
  if (kind === 'run') return parts.length === 0 ? [] : exact.map(({ term }) => term)
  // The spelling that every other one shares: E-1203 and E1203.
  const term = exact.at(-1)?.term
  return term === undefined || text.length < 2 || isStopWord(text) ? [] : [term]
}

/** What a text says in words: of each known term what it is worth, and how many words are unknown. */
export interface Worth {
  /** Term → worth in words, times the weight of its part; the greatest of its places. */
  readonly known: ReadonlyMap<string, number>
  /** Each unknown word once. */
  readonly unknown: number
}

/**
 * Weighs terms by what they stand for. Two characters of a run are about a word: those that known
 * bigrams hold are shared out among these, the others are unknown. So a seam between two known
 * words, which is no word, weighs nothing.
 */
export function worthOf(said: readonly Said[], isKnown: (term: string) => boolean): Worth {
  const known = new Map<string, number>()
  const strange = new Map<string, number>()
  for (const { term, weight, unit } of said) {
    const { kind, text } = unit
    const held = kind === 'run' ? heldCharacters(unit, isKnown) : undefined
    if (held !== undefined) strange.set(text, (unit.exact.length + 1 - held.characters) / 2)
    const worth = held === undefined ? worthOfWord(kind) : held.characters / 2 / held.bigrams
    if (isKnown(term)) known.set(term, Math.max(known.get(term) ?? 0, worth * weight))
    else if (held === undefined) strange.set(text, worth * weight)
  }
  return { known, unknown: [...strange.values()].reduce((sum, count) => sum + count, 0) }
}

function worthOfWord(kind: Unit['kind']): number {
  return kind === 'code' ? CODE : kind === 'number' ? NUMBER : 1
}

/** How many bigrams of a run are known, and how many of its characters stand in one. */
function heldCharacters(
  { exact }: Unit,
  isKnown: (term: string) => boolean,
): { readonly bigrams: number; readonly characters: number } {
  const known = exact.map(({ term }) => isKnown(term))
  let characters = 0
  // Character i stands in the bigrams i - 1 and i.
  for (let i = 0; i <= known.length; i++) if (known[i - 1] === true || known[i] === true) characters++
  return { bigrams: known.filter(Boolean).length, characters }
}
