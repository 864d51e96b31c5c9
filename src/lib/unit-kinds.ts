export const OTHER = 0
export const WORD = 1
export const PAIRED = 2
export const UNSETTLED = 3

/**
 * By UTF-16 code unit of a text in NFKC and lower case. Halves of a surrogate pair count as Han: what
 * lies beyond the basic plane and stands in prose nearly always is.
 */
export const KINDS = new Uint8Array(0x10000)
KINDS.fill(WORD, 0x30, 0x3a)
KINDS.fill(WORD, 0x61, 0x7b)
KINDS.fill(WORD, 0xc0, 0x2000)
// Up to here punctuation, symbols, arrows, boxes, radicals, ideographic punctuation.
KINDS.fill(PAIRED, 0x3040, 0xa000)
KINDS.fill(WORD, 0xa000, 0xac00)
KINDS.fill(PAIRED, 0xac00, 0xfb00)

/**
 * Ranges, both ends included, of units whose kind is the same before NFKC and lower case: they are left
 * alone, or become what is `OTHER` as they are; and among themselves none composes with its neighbour.
 * Marks that combine, full-width letters and digits, and what stands for a letter or digit (℃, ①) are not
 * among them.
 */
const SETTLED_RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x7f],
  // « ¬ ° ± · » ¿ × and small letters of Latin-1; § ¥ and the like.
  [0xa0, 0xa7],
  [0xa9, 0xa9],
  [0xab, 0xae],
  [0xb0, 0xb1],
  [0xb6, 0xb7],
  [0xbb, 0xbb],
  [0xbf, 0xbf],
  [0xd7, 0xd7],
  [0xdf, 0xff],
  // Dashes, quotes, ellipsis, per mille, primes; not ‗ and ‾, which become a space and a mark.
  [0x2000, 0x2016],
  [0x2018, 0x203d],
  // Arrows, mathematical signs; boxes, shapes, signs.
  [0x2190, 0x22ff],
  [0x2500, 0x27bf],
  // Ideographic punctuation; kana without the marks of voice and the two ligatures; Han.
  [0x3000, 0x3029],
  [0x3041, 0x3096],
  [0x309d, 0x309e],
  [0x30a0, 0x30fe],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  // Full-width punctuation.
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff64],
  [0xffe5, 0xffe5],
]

/** By UTF-16 code unit of any text; `UNSETTLED` where only NFKC and lower case tell. A to Z are words. */
export const SETTLED = new Uint8Array(0x10000).fill(UNSETTLED)
for (const [first, last] of SETTLED_RANGES) SETTLED.set(KINDS.subarray(first, last + 1), first)
SETTLED.fill(WORD, 0x41, 0x5b)
