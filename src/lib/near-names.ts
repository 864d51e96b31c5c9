import { distance } from 'fastest-levenshtein'
import { foldKey } from './text.js'

/** Names among which the nearest to a word is looked for, folded once for many words. */
export class NearNames {
  readonly #names: readonly string[]
  readonly #keys: readonly string[]
  readonly #letters: Int32Array

  constructor(names: Iterable<string>) {
    this.#names = [...new Set(names)]
    this.#keys = this.#names.map(foldKey)
    this.#letters = Int32Array.from(this.#keys, lettersOf)
  }

  /**
   * The names nearest to `word`, best first, at most `limit`: those within a third of its length in
   * Levenshtein distance (two letters swapped count once), or that contain it or are contained in it.
   */
  nearest(word: string, limit = 3): string[] {
    const key = foldKey(word)
    const letters = lettersOf(key)
    const scored: { name: string; score: number }[] = []
    for (const [i, name] of this.#names.entries()) {
      const other = this.#keys[i] ?? ''
      const bound = Math.max(1, Math.floor(Math.max(key.length, other.length) / 3))
      if (isFar(letters, this.#letters[i] ?? 0, bound)) continue
      const edits = isSwap(key, other) ? 1 : distance(key, other)
      const within = key.length > 1 && other.length > 1 && (other.includes(key) || key.includes(other))
      if (edits <= bound || within) scored.push({ name, score: within ? Math.min(edits, bound) : edits })
    }
    scored.sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    return scored.slice(0, limit).map(entry => entry.name)
  }
}

/** The candidates nearest to `word`, as `NearNames` finds them. */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  return new NearNames(candidates).nearest(word, limit)
}

/** A bit for each letter; several letters share one. */
function lettersOf(key: string): number {
  let letters = 0
  for (let i = 0; i < key.length; i++) letters |= 1 << (key.charCodeAt(i) & 31)
  return letters
}

/** True where both have letters that the other lacks, one of them more than edits could make up for. */
function isFar(a: number, b: number, bound: number): boolean {
  const [only, lacking] = [a & ~b, b & ~a]
  return only !== 0 && lacking !== 0 && (bits(only) > bound || bits(lacking) > bound)
}

/** Bits that are set (Warren, Hacker's Delight, 5-1). */
function bits(x: number): number {
  let n = x - ((x >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** True when two neighbouring letters changed places: `drfat`, `draft`. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return (
    at < a.length - 1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  )
}
