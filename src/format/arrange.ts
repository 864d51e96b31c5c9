import type { Edit } from './step.js'

/** A piece of a text that moves as a whole. */
export interface Piece {
  /** Pieces stand in the order of their ranks; those of equal rank as they are. */
  readonly rank: number
  readonly start: number
  /** Without the line breaks behind it. */
  readonly end: number
}

/** True when no rank is lower than the one before it. */
export function isRising(ranks: readonly number[]): boolean {
  return ranks.every((rank, i) => rank >= (ranks[i - 1] ?? rank))
}

/**
 * Puts pieces into the order of their ranks. What stands between two pieces stays where it is.
 * @param pieces from the top down, one at least
 * @param least what stands at least between two pieces, as line breaks
 */
export function arrange(text: string, pieces: readonly Piece[], least = ''): Edit {
  const sorted = [...pieces].sort((a, b) => a.rank - b.rank)
  let out = ''
  for (const [i, { start, end }] of sorted.entries()) {
    const next = pieces[i + 1]?.start
    const gap = next === undefined ? '' : text.slice(pieces[i]?.end, next)
    out += text.slice(start, end) + (countBreaks(gap) < countBreaks(least) ? least : gap)
  }
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0, text: out }
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1
}
