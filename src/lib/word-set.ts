import { ascending } from './ascending.js'
import { HASH_START, hashUnit, mix32 } from './hash32.js'

/**
 * What a text says, as 32-bit hashes in the order of the text, repeated as it repeats itself: each
 * pair of neighbours in Chinese, Japanese and Korean (设备停机 → 设备, 备停, 停机; one character that
 * stands alone for itself), and each run of other letters and digits (`E-1203` → e, 1203). Letter
 * case, width and other compatibility forms do not count. Linear in the text's length.
 */
export function wordHashes(text: string): Uint32Array {
  const folded = foldPieces(text)
  const found = new Uint32Array(folded.length)
  let count = 0
  for (let at = 0; at < folded.length; ) {
    const kind = KINDS[folded.charCodeAt(at)] ?? OTHER
    let end = at + 1
    if (kind !== OTHER) while (end < folded.length && KINDS[folded.charCodeAt(end)] === kind) end++
    if (kind === WORD) found[count++] = hashOf(folded, at, end)
    else if (kind === PAIRED && end - at === 1) found[count++] = hashOf(folded, at, end)
    else if (kind === PAIRED) for (let i = at; i < end - 1; i++) found[count++] = hashOf(folded, i, i + 2)
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

const BEYOND_ASCII = /[^\x00-\x7f]/

function foldPieces(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase()
  let out = ''
  for (let at = 0; at < text.length; at += PIECE) out += text.slice(at, at + PIECE).normalize('NFKC')
  return out.toLowerCase()
}

const OTHER = 0
const WORD = 1
const PAIRED = 2

// By UTF-16 code unit of a text in NFKC and lower case. Halves of a surrogate pair count as Han: what
// lies beyond the basic plane and stands in prose nearly always is.
const KINDS = new Uint8Array(0x10000)
KINDS.fill(WORD, 0x30, 0x3a)
KINDS.fill(WORD, 0x61, 0x7b)
KINDS.fill(WORD, 0xc0, 0x2000)
// Up to here punctuation, symbols, arrows, boxes, radicals, ideographic punctuation.
KINDS.fill(PAIRED, 0x3040, 0xa000)
KINDS.fill(WORD, 0xa000, 0xac00)
KINDS.fill(PAIRED, 0xac00, 0xfb00)

function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_START
  for (let i = start; i < end; i++) hash = hashUnit(hash, text.charCodeAt(i))
  return mix32(hash)
}
