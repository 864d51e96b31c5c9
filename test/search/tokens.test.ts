import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenize, unitsOf } from '../../src/search/tokens.js'

const terms = (text: string): string[] => tokenize(text).map(token => token.term)

test.each([
  ['设备停机', ['设备', '备停', '停机', '机']],
  ['停', ['停']],
  ['停机，复位', ['停机', '机', '复位', '位']],
  ['设备 停机', ['设备', '备', '停机', '机']],
  ['𠮷野家', ['𠮷野', '野家', '家']],
  ['々々', ['々々', '々']],
  ['取り付け', ['取り', 'り付', '付け', 'け']],
  ['モーター', ['モー', 'ータ', 'ター', 'ー']],
  ['한국 전원', ['한국', '국', '전원', '원']],
])('a run is cut into bigrams and its last character: %s', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

test.each([
  ['Overheated compressors', ['overh', 'compressor']],
  ['failing FAILED failure', ['fail', 'fail', 'failur']],
  ["the customer's printers", ['the', 'custom', 'printer']],
  ['don’t', ['dont']],
  ['Größe café', ['gross', 'cafe']],
  ['давление', ['давление']],
  ['1203', ['1203']],
  ['２６００', ['2600']],
])('words are folded and English ones stemmed: %s', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

test.each([
  ['E-1203', ['e-1203', 'e1203', '1203']],
  ['Ｅ－１２０３', ['e-1203', 'e1203', '1203']],
  ['E1203', ['e1203', '1203']],
  ['ERR_TOKEN_EXPIRED', ['err_token_expired', 'errtokenexpir', 'err', 'token', 'expir']],
  ['0x80070005', ['0x80070005', '80070005']],
  ['0x0000A3', ['0x0000a3', '0000a3']],
  ['PPPoE-691', ['pppoe-691', 'pppoe691', 'pppoe', '691']],
  ['HTTP-429', ['http-429', 'http429', 'http', '429']],
  ['C-95', ['c-95', 'c95', '95']],
  ['E-1203A', ['e-1203a', 'e1203a', '1203a', '1203']],
  ['CASE-3A2G2', ['case-3a2g2', 'case3a2g2', 'case', '3a2g2']],
])('a code is kept whole, joined and in parts: %s', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

test.each([
  ['2.1.3', ['2.1.3', '2.1']],
  ['v2.1.3', ['v2.1.3', '2.1.3', '2.1']],
  ['0.53', ['0.53']],
  ['192.168.1.1', ['192.168.1.1', '192.168', '192.168.1']],
  ['2.4GHz', ['2.4ghz', '2.4', 'ghz']],
  ['5 GHz', ['5', 'ghz']],
  ['5GHz', ['5ghz', '5', 'ghz']],
  ['Wi-Fi', ['wi-fi', 'wifi', 'wi', 'fi']],
  ['sc.exe', ['sc.exe', 'sc', 'ex']],
])('versions, measures and compounds stay whole and in their parts: %s', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

test('mixed text is cut at the borders of scripts', () => {
  expect(unitsOf('WiFi慢，报E-1203停机2次').map(unit => [unit.kind, unit.text])).toEqual([
    ['word', 'wifi'],
    ['run', '慢'],
    ['run', '报'],
    ['code', 'e-1203'],
    ['run', '停机'],
    ['number', '2'],
    ['run', '次'],
  ])
})

test('every spelling of a code shares a term with the code', () => {
  const code = new Set(terms('E-1203'))
  for (const typed of ['E-1203', 'E1203', 'e1203', '1203', 'e 1203', 'Ｅ－１２０３', 'E‑1203', 'E–1203']) {
    expect(terms(typed).some(term => code.has(term))).toBe(true)
  }
})

test('tokens stand where their text stands, also behind characters that NFKC lengthens', () => {
  const text = '重½㎏ﬁlter停机E－1203'
  const spans = Object.fromEntries(
    tokenize(text).map(({ term, start, end }) => [term, text.slice(start, end)]),
  )
  expect(spans).toMatchObject({
    停机: '停机',
    机: '机',
    'e-1203': 'E－1203',
    '1203': '1203',
    kgfilter: '㎏ﬁlter',
  })
})

test('a word beyond 32 characters is cut to them, so that index and query still meet', () => {
  expect(terms('x'.repeat(80))).toEqual(['x'.repeat(32)])
  expect(terms(`${'ab-'.repeat(40)}c`)[0]).toHaveLength(32)
})

test('any text is cut without a throw into terms that hold no space and no wildcard', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text =>
      tokenize(text).every(
        ({ term, start, end }) => /^[^\s*]+$/u.test(term) && start < end && end <= text.length,
      ),
    ),
  )
})

test('hostile lengths cost linear time', () => {
  const started = performance.now()
  for (const text of ['a-'.repeat(50_000), "a'".repeat(50_000), '1.'.repeat(50_000), 'a1'.repeat(50_000)])
    tokenize(text)
  expect(performance.now() - started).toBeLessThan(3000)
})

test('plain text is cut as it is beside a letter that is not', () => {
  const piece = fc.constantFrom(
    '设备',
    '停',
    '㐀',
    'E-1203',
    "don't",
    'a_b.c',
    '5.2.6',
    '-',
    '.',
    "'",
    ' ',
    '\n',
    '"',
    '/',
  )
  const text = fc.array(piece, { maxLength: 12 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, plain => {
      expect(unitsOf(`${plain} д`).slice(0, -1)).toEqual(unitsOf(plain))
    }),
    { numRuns: 3000 },
  )
})
