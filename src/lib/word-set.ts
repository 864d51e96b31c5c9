import { ascending } from './ascending.js'
import { HASH_START, hashUnit, mix32 } from './hash32.js'
import { KINDS, OTHER, PAIRED, SETTLED, UNSETTLED, WORD } from './unit-kinds.js'

/**
 * What a text says, as 32-bit hashes in the order of the text, repeated as it repeats itself: each
 * pair of neighbours in Chinese, Japanese and Korean (设备停机 → 设备, 备停, 停机; one character that
 * stands alone for itself), and each run of other letters and digits (`E-1203` → e, 1203). Letter
 * case, width and other compatibility forms do not count. Linear in the text's length.
 */
export function wordHashes(text: string): Uint32Array {
  return hashesIn(text, SETTLED) ?? (hashesIn(foldPieces(text), KINDS) as Uint32Array)
}

/** Undefined as soon as a unit is of the kind `UNSETTLED`: then the text is folded, and read once more. */
function hashesIn(text: string, kinds: Uint8Array): Uint32Array | undefined {
  const found = new Uint32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; ) {
    const kind = kinds[text.charCodeAt(at)] ?? OTHER
    if (kind === UNSETTLED) return undefined
    let end = at + 1
    if (kind !== OTHER) while (end < text.length && kinds[text.charCodeAt(end)] === kind) end++
    if (kind === WORD) found[count++] = hashOf(text, at, end)
    else if (kind === PAIRED && end - at === 1) found[count++] = hashOf(text, at, end)
    else if (kind === PAIRED) for (let i = at; i < end - 1; i++) found[count++] = hashOf(text, i, i + 2)
    at = end
  }
  return found.subarray(0, count)
}

/** The same hashes ascending, each once. */
export function wordSet(text: string): Uint32Array {
  return ascending(wordHashes(text))
}

/** Shared members as a share of all, 0 to 1 (Jaccard 1901); of two ascending sets. 0 for two empty ones. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0]
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  const all = a.length + b.length - shared
  return all === 0 ? 0 : shared / all
}

/** Code units normalised at once: ordering a long run of combining marks takes quadratic time. */
const PIECE = 1024

function foldPieces(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at += PIECE) out += text.slice(at, at + PIECE).normalize('NFKC')
  return out.toLowerCase()
}

function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_START
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    // A to Z, which only a text that was not folded has.
    hash = hashUnit(hash, unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit)
  }
  return mix32(hash)
}
