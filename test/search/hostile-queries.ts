import type { Random } from './random.js'

/** Queries that broke a search engine, ours or another, and their like. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a field that is none': 'a:b',
  'signs alone': '+-',
  'a tilde alone': '~',
  'a caret alone': '^',
  'a URL': 'http://x.y',
  'a Windows path': 'C:\\x',
  'five edits': 'abcdefghijklmnop~5',
  'six edits': 'abcdefghijklmnop~6',
  'two hundred edits': 'foo~200',
  nothing: '',
  'a star': '*',
  'many stars': '* * * *',
  'stars in a word': '*a*b*c*d*e*',
  'stars in a run': '+*停*机*',
  'fields of fields': 'title:title:title:',
  'quotation marks': '"'.repeat(199),
  'edits of edits': '~1'.repeat(100),
  'fuzzy runs': '停机~2 '.repeat(50),
  'fuzzy words of the greatest length': 'abcdefghijklmnopqrstuvwxyzabcdef~2 '.repeat(5),
  'unknown words of every length': Array.from({ length: 19 }, (_, i) => 'q'.repeat(i + 1)).join(' '),
  'a word of 10 kB': 'x'.repeat(10_000),
  'a run of 10 kB': '停'.repeat(10_000),
  'ligatures that NFKC lengthens eighteenfold': '\ufdfa'.repeat(10_000),
  'combining marks': `e${'\u0301'.repeat(10_000)}`,
  'half a surrogate pair': '\ud800停\udc00\ud800',
  'codes that may be joined': 'E 1203 '.repeat(1400),
  'versions of versions': '1.2.'.repeat(2500),
  'one name after another': '停机空压机'.repeat(2000),
  'signs of every kind': '+-~^*":'.repeat(1400),
  'many lines': '-停机\n+x\n'.repeat(1000),
  'names that objects have': '__proto__ constructor toString title:hasOwnProperty',
  'such names as fields': 'field:__proto__ __proto__:x constructor:y',
}

/** What the query language is made of. */
export const OPERATORS = [
  '+',
  '-',
  '~',
  '^',
  '*',
  '"',
  ':',
  'title:',
  'code:',
  ' ',
  '\u3000',
  '“',
  '”',
  '：',
  '\\',
  '~2',
  '^9',
]
/** Words of every kind that the tokenizer knows. */
export const WORDS = [
  '停机',
  '停',
  'E-1203',
  'compressor',
  '1203',
  'x',
  'ﬁ',
  '½',
  '_',
  '.',
  '𠮷',
  '\u0301',
  "'s",
]

const NAMED = Object.values(HOSTILE)

/** Any text at all: of operators and words, of arbitrary code units, or a hostile one cut and joined. */
export function anyQuery(random: Random): string {
  const kind = random.next()
  if (kind < 0.6) {
    const parts = random.times(random.int(0, 30), () => random.pick([...OPERATORS, ...WORDS]))
    return parts.join(random.chance(0.3) ? ' ' : '')
  }
  if (kind < 0.8) {
    const codes = random.times(random.int(0, 120), () => random.int(0, random.chance(0.5) ? 0x17f : 0xffff))
    return String.fromCharCode(...codes)
  }
  const cut = (text: string): string => text.slice(0, random.int(0, 300))
  return cut(random.pick(NAMED)) + random.pick(['', ' ', '\n', '"']) + cut(random.pick(NAMED))
}
