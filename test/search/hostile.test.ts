import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildIndex } from '../../src/search/build.js'
import { documentsOf } from '../../src/search/document.js'
import { OpenedIndex } from '../../src/search/opened.js'
import { search } from '../../src/search/search.js'
import { decodeIndex, encodeIndex } from '../../src/search/store.js'
import { FACTS, sha256 } from './open-documents.js'
import { readSampleLibrary } from './sample-library.js'

const { taxonomy, config, ...library } = readSampleLibrary()
const documents = documentsOf({ taxonomy, config, ...library })
const built = buildIndex(documents, taxonomy, config.search.boosts)
const decoded = decodeIndex(
  encodeIndex(built, documents, { ...FACTS, taxonomy: taxonomy.data }, sha256),
  sha256,
)
if (!decoded.ok) throw new Error(decoded.reason)
const opened = new OpenedIndex(decoded.value)

const HOSTILE: Readonly<Record<string, string>> = {
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
  'names that objects have': '__proto__ constructor toString title:hasOwnProperty',
  'such names as fields': 'field:__proto__ __proto__:x constructor:y',
}

test.each(Object.entries(HOSTILE))('%s: answered within a second', (_, text) => {
  const started = performance.now()
  const { hits, total } = search(opened, { text })
  expect(performance.now() - started).toBeLessThan(1000)
  expect(hits.length).toBeLessThanOrEqual(total)
})

const OPERATORS = [
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
const WORDS = ['停机', '停', 'E-1203', 'compressor', '1203', 'x', 'ﬁ', '½', '_', '.', '𠮷', '\u0301', "'s"]

test('no string of operators and words throws, and every mark lies inside its text', () => {
  const query = fc
    .array(fc.constantFrom(...OPERATORS, ...WORDS), { maxLength: 24 })
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(query, text =>
      search(opened, { text, limit: 2 }).hits.every(({ snippet, title, titleMarks }) => {
        const inside = (whole: string) => (mark: readonly [number, number]) =>
          mark[0] < mark[1] && mark[1] <= whole.length
        return snippet.marks.every(inside(snippet.text)) && titleMarks.every(inside(title))
      }),
    ),
    { numRuns: 100 },
  )
})

test('no string at all throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      text => search(opened, { text, limit: 1 }).total >= 0,
    ),
    { numRuns: 200 },
  )
})
