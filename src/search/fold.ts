/**
 * A text as search compares it, with the way back: `starts[i]` and `ends[i]` are the offsets in the
 * original (UTF-16 code units, `end` exclusive) of what the folded code unit `i` was made of.
 */
export interface Folded {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

// What joins the character before it: combining marks, Hangul vowels and finals, half-width
// Katakana voicing. Thirty at most, as the stream-safe format of UAX #15 does: ordering more than
// that is quadratic in every normaliser.
const JOINING = '[\\p{M}\\u1160-\\u11ff\\uff9e\\uff9f]'
const PLAIN = new RegExp(`[\\n\\x20-\\x7e\\u3400-\\u4dbf\\u4e00-\\u9fff]+(?!${JOINING})`, 'uy')
const CLUSTER = new RegExp(`(?:[^\\p{M}]|\\p{M})${JOINING}{0,30}`, 'uy')

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const LATIN = /\p{Script=Latin}/u
const VARIANTS: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\u2018': "'",
  '\u2019': "'",
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
}

/** The characters of Chinese text that fold to others, without their neighbours' help. */
const PUNCTUATION: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '～': '~',
  '…': '...',
  '\u3000': ' ',
  '\u2018': "'",
  '\u2019': "'",
}
const FOLDING = /[，：；！？（）～…\u3000\u2018\u2019]/g
// What PLAIN takes, and nothing else that could join it.
const WHOLLY_PLAIN = /^[\n\x20-\x7e\u3400-\u4dbf\u4e00-\u9fff]*$/
const OPEN = /^[\n\x20-\x7e\u3400-\u4dbf\u4e00-\u9fff，。：；！？（）、“”‘’《》【】—…～→·≥≤±×÷°\u3000]*$/

/**
 * True for a text that folds character by character, and to no Han character that it does not have:
 * plain Chinese and English, nearly all there is.
 */
export function isOpen(text: string): boolean {
  return OPEN.test(text)
}

/**
 * NFKC, lower case, Latin letters without diacritics, one kind of hyphen and apostrophe, invisible
 * characters dropped. Linear in the text's length.
 */
export function fold(text: string): Folded {
  const starts: number[] = []
  const ends: number[] = []
  let out = ''
  if (WHOLLY_PLAIN.test(text)) {
    for (let at = 0; at < text.length; at++) {
      starts.push(at)
      ends.push(at + 1)
    }
    return { text: text.toLowerCase(), starts, ends }
  }
  for (let at = 0; at < text.length; ) {
    PLAIN.lastIndex = at
    const plain = PLAIN.exec(text)
    if (plain !== null) {
      const end = at + plain[0].length
      out += plain[0].toLowerCase()
      for (; at < end; at++) {
        starts.push(at)
        ends.push(at + 1)
      }
      continue
    }
    CLUSTER.lastIndex = at
    const end = at + Math.max(1, CLUSTER.exec(text)?.[0].length ?? 1)
    const folded = foldCluster(text.slice(at, end))
    out += folded
    for (let i = 0; i < folded.length; i++) {
      starts.push(at)
      ends.push(end)
    }
    at = end
  }
  return { text: out, starts, ends }
}

/** The folded text alone. */
export function foldText(text: string): string {
  if (!isOpen(text)) return fold(text).text
  return text.replace(FOLDING, char => PUNCTUATION[char] ?? char).toLowerCase()
}

function foldCluster(cluster: string): string {
  const known = PUNCTUATION[cluster]
  if (known !== undefined) return known
  let folded = cluster.normalize('NFKC').toLowerCase()
  if (LATIN.test(folded)) folded = folded.normalize('NFD').replace(/\p{Mn}/gu, '')
  folded = folded.replace(INVISIBLE, '')
  let out = ''
  for (const char of folded) out += VARIANTS[char] ?? char
  return out
}
