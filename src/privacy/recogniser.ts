import type { Words } from '../lib/word-scan.js'
import type { DatumType } from '../model/personal-data.js'

/** A part of a folded text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A run of digits with what people put between them. */
export interface NumberRun extends Span {
  readonly digits: number
}

/** Finds the data of one type. */
export interface Recogniser {
  readonly type: DatumType
  /** Words of which a text with such a datum has one: without any it is not asked. */
  readonly words?: Words
  /** Fewest digits of such a datum: it is not asked of shorter runs. */
  readonly digits?: number
  /** All that is found in a folded text; pieces of it may overlap what others find. */
  find(text: string, numbers: readonly NumberRun[]): Iterable<Span>
}

/**
 * The matches of a global pattern that a check accepts, as the span that the check returns. Behind
 * one that it refuses the search goes on one character later, so that a wrong start hides nothing:
 * linear, as long as the pattern bounds the length of its matches.
 */
export function* accepted(
  pattern: RegExp,
  text: string,
  accept: (match: RegExpExecArray) => Span | undefined,
): Iterable<Span> {
  pattern.lastIndex = 0
  for (;;) {
    const match = pattern.exec(text)
    if (match === null) return
    const { lastIndex } = pattern
    const span = accept(match)
    if (span !== undefined) yield span
    pattern.lastIndex = span === undefined ? match.index + 1 : Math.max(lastIndex, match.index + 1)
  }
}

/** The whole match, where a check holds. */
export function whole(match: RegExpExecArray, holds = true): Span | undefined {
  return holds ? { start: match.index, end: match.index + match[0].length } : undefined
}

/**
 * True where the character before a match is none of a class. Asked behind the match and not by a
 * lookbehind in front of the pattern: a pattern that begins with its words is searched for quickly.
 */
export function notBehind(match: RegExpExecArray, characters: RegExp): boolean {
  return match.index === 0 || !characters.test(match.input.charAt(match.index - 1))
}

/** Characters around a number run that its recognisers look at. */
const MARGIN = 6

/** Like `accepted`, in the runs of digits only; offsets of the spans are those of the whole text. */
export function* acceptedNumbers(
  pattern: RegExp,
  text: string,
  numbers: readonly Span[],
  accept: (match: RegExpExecArray, start: number) => boolean,
): Iterable<Span> {
  for (const { start, end } of numbers) {
    const from = Math.max(0, start - MARGIN)
    const part = text.slice(from, end + MARGIN)
    const found = accepted(pattern, part, match => whole(match, accept(match, from + match.index)))
    for (const span of found) yield { start: span.start + from, end: span.end + from }
  }
}
