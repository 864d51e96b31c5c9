import { expect, test } from 'vitest'
import { type Clause, parseQuery } from '../../src/search/query-parse.js'

const plain = (text: string): Clause => ({
  text,
  phrase: false,
  presence: 'optional',
  boost: 1,
  edits: 0,
  wildcard: false,
})
const clauses = (typed: string): readonly Clause[] => parseQuery(typed).clauses
const codes = (typed: string): string[] => parseQuery(typed).notes.map(note => note.code)

test.each<[string, Partial<Clause>]>([
  ['停机', { text: '停机' }],
  ['+停机', { text: '停机', presence: 'required' }],
  ['-停机', { text: '停机', presence: 'excluded' }],
  ['title:停机', { text: '停机', field: 'title' }],
  ['code:E-1203', { text: 'E-1203', field: 'error_codes' }],
  ['error_codes:F07', { text: 'F07', field: 'error_codes' }],
  ['phrase:跳', { text: '跳', field: 'customer_phrases' }],
  ['Tag:mesh', { text: 'mesh', field: 'facets' }],
  ['-title:停机', { text: '停机', field: 'title', presence: 'excluded' }],
  ['title：停机', { text: '停机', field: 'title' }],
  ['＋停机', { text: '停机', presence: 'required' }],
  ['fan~1', { text: 'fan', edits: 1 }],
  ['fan~2^3', { text: 'fan', edits: 2, boost: 3 }],
  ['停机^2.5', { text: '停机', boost: 2.5 }],
  ['wild*card', { text: 'wild*card', wildcard: true }],
  ['生产线*', { text: '生产线*', wildcard: true }],
  ['"oil cooler"', { text: 'oil cooler', phrase: true, presence: 'required' }],
  ['“供气 压力”', { text: '供气 压力', phrase: true, presence: 'required' }],
  ['-"oil cooler"', { text: 'oil cooler', phrase: true, presence: 'excluded' }],
  [
    'title:"oil cooler"^2',
    { text: 'oil cooler', phrase: true, presence: 'required', field: 'title', boost: 2 },
  ],
])('reads %s', (typed, expected) => {
  expect(parseQuery(typed)).toMatchObject({ clauses: [{ ...plain(''), ...expected }], notes: [] })
})

test('a hyphen inside a word belongs to the word', () => {
  expect(clauses('E-1203 Wi-Fi')).toEqual([plain('E-1203'), plain('Wi-Fi')])
})

test.each([
  ['a:b', 'a:b', 'unknownField'],
  ['foo~', 'foo~', 'plainText'],
  ['foo^', 'foo^', 'plainText'],
  ['--foo', '-foo', 'plainText'],
  ['title:', 'title:', 'plainText'],
])('%s does not parse, is plain text, and a note says so', (typed, text, code) => {
  expect(clauses(typed)).toEqual([plain(text)])
  expect(codes(typed)).toEqual([code])
})

test.each(['+-', '~', '^', '-', '"', '""', '*', ':', '~1', '+*', '！？'])(
  '%s holds no word, and a note says so',
  typed => {
    expect(clauses(typed)).toEqual([])
    expect(codes(typed)).toEqual(['plainText'])
  },
)

test.each([
  ['http://x.y', 'http://x.y'],
  ['C:\\x', 'C:\\x'],
  ['18~25', '18~25'],
  ['0.5～0.7', '0.5~0.7'],
  ['排气高温：停机', '排气高温:停机'],
  ['ERR_TOKEN_EXPIRED：令牌', 'ERR_TOKEN_EXPIRED:令牌'],
  ['O(n)', 'O(n)'],
])('%s is natural text: plain, and nothing to say about it', (typed, text) => {
  expect(parseQuery(typed)).toMatchObject({ clauses: [plain(text)], notes: [] })
})

test('an unclosed quotation mark is no phrase', () => {
  expect(clauses('"oil cooler')).toEqual([plain('oil'), plain('cooler')])
})

test('edits are at most 2, boosts lie within bounds, and notes say so', () => {
  expect(parseQuery('foo~200')).toMatchObject({ clauses: [{ text: 'foo', edits: 2 }] })
  expect(codes('foo~200')).toEqual(['editDistance'])
  expect(clauses('abcdefghijklmnop~5')).toMatchObject([{ text: 'abcdefghijklmnop', edits: 2 }])
  expect(parseQuery('foo^1000')).toMatchObject({ clauses: [{ boost: 100 }] })
  expect(codes('foo^0')).toEqual(['boost'])
})

test('a third wildcard is dropped', () => {
  expect(clauses('a*b c*d e*f').map(clause => clause.wildcard)).toEqual([true, true, false])
  expect(clauses('a*b*c*d')).toEqual([plain('a b c d')])
  expect(codes('a*b*c*d')).toEqual(['wildcards'])
  expect(clauses('x****y')).toMatchObject([{ text: 'x*y', wildcard: true }])
})

test('the seventeenth word is dropped', () => {
  const typed = Array.from({ length: 30 }, (_, i) => `w${i}`).join(' ')
  expect(clauses(typed)).toHaveLength(16)
  expect(codes(typed)).toEqual(['tooManyClauses'])
})

test('a query is cut to 200 characters, before and after NFKC', () => {
  expect(parseQuery('停'.repeat(10_000)).text).toHaveLength(200)
  expect(codes('停'.repeat(10_000))).toEqual(['cutQuery'])
  expect(parseQuery('\ufdfa'.repeat(150)).text.length).toBeLessThanOrEqual(200)
  expect([...parseQuery('𠮷'.repeat(201)).text]).toHaveLength(200)
})

test('nothing typed is nothing asked', () => {
  expect(parseQuery(' \u3000\n ')).toEqual({ text: '', clauses: [], notes: [] })
})
