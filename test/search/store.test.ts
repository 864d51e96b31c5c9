import lunr from 'lunr'
import { expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { buildIndex } from '../../src/search/build.js'
import { DOCUMENTS_FILE, HEADER_FILE, INDEX_FILE } from '../../src/search/index-format.js'
import { decodeDocuments, decodeHeader, decodeIndex } from '../../src/search/store.js'
import { TOKENIZER } from '../../src/search/tokens.js'
import { encodeDocuments, FACTS, says, sha256 } from './open-documents.js'

const DOCUMENTS = [
  says('T-00001', '设备停机，报 E-1203。The compressors overheated', { errorCodes: ['E-1203'] }),
  says('T-00002', '水泵停机，压力 0.53 MPa', { facets: { product: ['pump'] }, tags: ['漏油'] }),
  says('T-00003', 'Compressor temperature', { language: 'en', updated: '2026-01-02' }),
]
const FILES = encodeDocuments(DOCUMENTS)

const replaced = (name: string, text: string): Map<string, string> => new Map(FILES).set(name, text)
const text = (name: string): string => FILES.get(name) ?? ''

test('an index comes back as it was written', () => {
  const decoded = decodeIndex(FILES, sha256)
  if (!decoded.ok) throw new Error(decoded.reason)
  const { header, documents, index } = decoded.value
  expect(header).toMatchObject({
    ...FACTS,
    format: 'casectl-index',
    version: 1,
    tokenizer: TOKENIZER,
    count: 3,
  })
  expect(documents).toEqual(DOCUMENTS)
  expect(index.words).toEqual(['compressors', 'overheated', 'temperature'])
})

test('the header is the last file and is read alone', () => {
  expect([...FILES.keys()]).toEqual([INDEX_FILE, DOCUMENTS_FILE, HEADER_FILE])
  expect(decodeHeader(text(HEADER_FILE), sha256)).toMatchObject({ ok: true, value: { stamp: FACTS.stamp } })
})

test('equal input gives equal bytes', () => {
  expect(encodeDocuments(DOCUMENTS)).toEqual(FILES)
})

type Ask = (query: lunr.Query) => void
const ASKS: Readonly<Record<string, Ask>> = {
  words: query => query.term(['停机', 'compressor', 'e1203'], {}),
  required: query => query.term('停机', { presence: lunr.Query.presence.REQUIRED }).term('0.53', {}),
  prohibited: query => query.term('停机', { presence: lunr.Query.presence.PROHIBITED }),
  fields: query =>
    query.term('停机', { fields: ['symptoms'], boost: 3 }).term('漏油', { fields: ['facets'] }),
  wildcard: query => query.term('停*', {}).term('*press*', {}),
  fuzzy: query => query.term('compresor', { editDistance: 1 }),
  unknown: query => query.term('路由', {}).term('1203', {}),
}

test.each(Object.entries(ASKS))('the packed index answers as plain Lunr does: %s', (_, ask) => {
  const boosts = DEFAULT_CONFIG.search.boosts
  const built = buildIndex(DOCUMENTS, new Taxonomy(FACTS.taxonomy), boosts).lunr
  const plain = lunr.Index.load(JSON.parse(JSON.stringify(built)))
  const decoded = decodeIndex(FILES, sha256)
  if (!decoded.ok) throw new Error(decoded.reason)
  const expected = plain.query(ask)
  expect(expected.length).toBeGreaterThan(0)
  expect(decoded.value.index.lunr.query(ask)).toEqual(expected)
})

test.each([HEADER_FILE, DOCUMENTS_FILE, INDEX_FILE])('without %s the index is missing', name => {
  const files = new Map(FILES)
  files.delete(name)
  expect(decodeIndex(files, sha256)).toEqual({ ok: false, reason: 'missing' })
})

test.each([HEADER_FILE, DOCUMENTS_FILE, INDEX_FILE])(
  'one changed character anywhere in %s is noticed',
  name => {
    const whole = text(name)
    const step = Math.max(1, Math.floor(whole.length / 200))
    for (let at = 0; at < whole.length; at += step) {
      const other = whole[at] === '1' ? '2' : '1'
      expect(decodeIndex(replaced(name, whole.slice(0, at) + other + whole.slice(at + 1)), sha256).ok).toBe(
        false,
      )
    }
  },
)

test.each([
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '\0',
  '{"format":"casectl-index"}',
  '{"format":"casectl-index","version":1}',
])('a header of %j is damaged', header => {
  expect(decodeHeader(header, sha256)).toEqual({ ok: false, reason: 'damaged' })
})

test('another program, another version, another tokenizer', () => {
  const header = (change: (text: string) => string): unknown =>
    decodeHeader(change(text(HEADER_FILE)), sha256)
  expect(header(() => '{"format":"lunr"}')).toEqual({ ok: false, reason: 'foreign' })
  expect(header(found => found.replace('"version":1', '"version":2'))).toEqual({
    ok: false,
    reason: 'foreign',
  })
  expect(header(found => found.replace('"version":1', '"version":0'))).toEqual({ ok: false, reason: 'older' })
  const sealed = (): string => {
    const { checksum: _, ...other } = JSON.parse(text(HEADER_FILE))
    const body = JSON.stringify({ ...other, tokenizer: 'casectl-0' })
    return `${body.slice(0, -1)},"checksum":"${sha256(body)}"}`
  }
  expect(header(sealed)).toEqual({ ok: false, reason: 'older' })
})

test('files of two builds do not mix', () => {
  const other = encodeDocuments(DOCUMENTS.slice(1))
  expect(decodeIndex(replaced(INDEX_FILE, other.get(INDEX_FILE) ?? ''), sha256)).toEqual({
    ok: false,
    reason: 'damaged',
  })
  const header = decodeHeader(other.get(HEADER_FILE), sha256)
  if (!header.ok) throw new Error(header.reason)
  expect(decodeDocuments(header.value, text(DOCUMENTS_FILE), sha256).ok).toBe(false)
})

test('a file whose checksum holds but whose content is no index is damaged, not a throw', () => {
  const content = '{"refs":["T-00001"],"terms":[],"numbers":[],"weights":[[[7,1000]]],"words":[]}'
  const header = JSON.parse(text(HEADER_FILE))
  header.files[INDEX_FILE] = sha256(content)
  const { checksum: _, ...body } = header
  const sealed = JSON.stringify(body)
  const files = replaced(INDEX_FILE, content).set(
    HEADER_FILE,
    `${sealed.slice(0, -1)},"checksum":"${sha256(sealed)}"}`,
  )
  expect(decodeIndex(files, sha256)).toEqual({ ok: false, reason: 'damaged' })
})
