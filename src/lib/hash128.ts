const C1 = 0x239b961b
const C2 = 0xab0e9789
const C3 = 0x38b34ae5
const C4 = 0xa1e38b93

/** UTF-16 code units a block: four words of two. */
const BLOCK = 8

/**
 * 128 bits of a text as 32 hexadecimal digits: MurmurHash3_x86_128 with seed 0 over the UTF-16LE
 * bytes (A. Appleby, https://github.com/aappleby/smhasher, public domain). Names things by their
 * content without the odds of two of 100,000 meeting (1 in 10²⁸); it is no defence against someone
 * who looks for two texts of one hash.
 */
export function hash128(text: string): string {
  let [h1, h2, h3, h4] = [0, 0, 0, 0]
  const whole = text.length - (text.length % BLOCK)
  for (let i = 0; i < whole; i += BLOCK) {
    h1 ^= mixed(word(text, i), C1, 15, C2)
    h1 = (Math.imul(rotated(h1, 19) + h2, 5) + 0x561ccd1b) | 0
    h2 ^= mixed(word(text, i + 2), C2, 16, C3)
    h2 = (Math.imul(rotated(h2, 17) + h3, 5) + 0x0bcaa747) | 0
    h3 ^= mixed(word(text, i + 4), C3, 17, C4)
    h3 = (Math.imul(rotated(h3, 15) + h4, 5) + 0x96cd1c35) | 0
    h4 ^= mixed(word(text, i + 6), C4, 18, C1)
    h4 = (Math.imul(rotated(h4, 13) + h1, 5) + 0x32ac3b17) | 0
  }
  const bytes = text.length * 2
  h1 ^= mixed(word(text, whole), C1, 15, C2) ^ bytes
  h2 ^= mixed(word(text, whole + 2), C2, 16, C3) ^ bytes
  h3 ^= mixed(word(text, whole + 4), C3, 17, C4) ^ bytes
  h4 ^= mixed(word(text, whole + 6), C4, 18, C1) ^ bytes
  return finished(h1, h2, h3, h4)
}

/** Two code units, the first in the lower half; 0 behind the end. */
function word(text: string, i: number): number {
  if (i >= text.length) return 0
  return text.charCodeAt(i) | (i + 1 < text.length ? text.charCodeAt(i + 1) << 16 : 0)
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

function mixed(value: number, before: number, by: number, behind: number): number {
  return Math.imul(rotated(Math.imul(value, before), by), behind)
}

function finished(h1: number, h2: number, h3: number, h4: number): string {
  const first = (h1 + h2 + h3 + h4) | 0
  const spread = [first, h2 + first, h3 + first, h4 + first].map(avalanche)
  const sum = spread.reduce((all, one) => (all + one) | 0, 0)
  return spread.map((value, i) => hex(i === 0 ? sum : value + sum)).join('')
}

function avalanche(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
