import { describe, expect, test } from 'vitest'
import { type Clause, parseQuery, parseText } from '../../src/search/query-parse.js'

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

const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${i}`).join(' ')

test('the seventeenth word of a query is dropped', () => {
  expect(clauses(`+${words(30)}`)).toHaveLength(16)
  expect(codes(`+${words(30)}`)).toEqual(['tooManyClauses'])
  expect(codes(`+${words(16)}`)).toEqual([])
})

test('a query is cut to 200 characters, before and after NFKC', () => {
  expect(parseQuery(`+${'停'.repeat(300)}`).text).toHaveLength(200)
  expect(codes(`+${'停'.repeat(300)}`)).toEqual(['cutQuery'])
  expect(parseQuery(`+${'\ufdfa'.repeat(150)}`).text).toHaveLength(200)
  expect([...parseQuery(`+${'𠮷'.repeat(201)}`).text]).toHaveLength(200)
})

describe('what is longer than a query', () => {
  test.each([
    ['201 characters', '停'.repeat(201)],
    ['seventeen words', words(17)],
    ['prose with quotation marks', `the screen says "no paper" ${words(20)}`],
    ['prose with a negative number', `at -18 degrees, call +86 138 ${words(20)}`],
    ['lines with what looks like operators', `-停机\n+现象 title:x ${words(20)}`],
    ['401 characters with what looks like operators', `java -jar ${'停'.repeat(391)}`],
    ['what NFKC makes longer', '\ufdfa'.repeat(150)],
  ])('is a text: %s', (_, typed) => {
    expect(parseQuery(typed)).toEqual({ form: 'text', text: typed, clauses: [plain(typed)], notes: [] })
  })

  test.each([
    ['200 characters', '停'.repeat(200)],
    ['sixteen words', words(16)],
    ['an excluded word', `-pump ${words(20)}`],
    ['a field', `title:pump ${words(20)}`],
    ['a boost', `pump^2 ${words(20)}`],
    ['an excluded phrase', `-"oil cooler" ${words(20)}`],
  ])('is a query still: %s', (_, typed) => {
    expect(parseQuery(typed).form).toBe('query')
  })

  test.each([
    ['I found a "paper jam" failure on my printer. How do I fix it?'],
    ['打印机提示“ 卡纸 ”，打印时出现 "no paper" 是什么原因？'],
    ['What could cause a write operation returning -1?'],
    ['OTA 升级时出现错误（如 -0x7780），如何解决？'],
  ])('a sentence quotes and has negative numbers: %s', typed => {
    expect(parseQuery(typed)).toMatchObject({
      form: 'text',
      text: typed,
      clauses: [plain(typed)],
      notes: [{ code: 'sentence' }],
    })
  })

  test.each([
    ['"paper jam"'],
    ['printer "paper jam"'],
    ['"paper jam" -tray, printer'],
    ['printer -18'],
    ['I found a printer that says +paper. How do I fix it?'],
    ['How do I fix a printer, please?'],
  ])('is a query for all its words: %s', typed => {
    expect(parseQuery(typed).form).toBe('query')
  })

  test('10,000 characters of a text are read', () => {
    expect(parseQuery('停'.repeat(10_000))).toMatchObject({ text: '停'.repeat(10_000), notes: [] })
    expect(parseQuery('停'.repeat(10_001)).text).toHaveLength(10_000)
    expect(codes('停'.repeat(10_001))).toEqual(['cutText'])
    expect([...parseQuery('𠮷'.repeat(10_001)).text]).toHaveLength(10_000)
  })

  test('a message is a text whatever its length', () => {
    expect(parseText('+停机 -水泵')).toMatchObject({ form: 'text', clauses: [plain('+停机 -水泵')] })
    expect(parseText('  ')).toEqual({ form: 'text', text: '', clauses: [], notes: [] })
  })
})

test('nothing typed is nothing asked', () => {
  expect(parseQuery(' \u3000\n ')).toEqual({ form: 'query', text: '', clauses: [], notes: [] })
})
