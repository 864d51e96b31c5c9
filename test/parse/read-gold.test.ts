import { expect, test } from 'vitest'
import { readGold } from '../../src/parse/read-gold.js'
import { briefly } from './parsing.js'

const ENTRY = { text: '停机', language: 'zh-CN', kind: 'symptom', expect: '[CASE-AAAAA]' }

/** A file with one query, of which some fields are given; undefined leaves one out. */
function one(given: Partial<Record<string, string | undefined>> = {}): string {
  const fields = Object.entries({ ...ENTRY, ...given }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  )
  return `queries:\n  - ${fields.join('\n    ')}\n`
}

test('the queries are read as they stand', () => {
  const text = `version: 1\nqueries:
  - { text: "429 限流", language: zh-CN, kind: code, expect: [CASE-6RMN8] }
  - text: "80070005"
    language: en
    kind: code
    expect:
      - CASE-HJ0FZ
      - CASE-6RK5M
`
  expect(readGold(text).value?.queries).toEqual([
    { text: '429 限流', language: 'zh-CN', kind: 'code', expect: ['CASE-6RMN8'] },
    { text: '80070005', language: 'en', kind: 'code', expect: ['CASE-HJ0FZ', 'CASE-6RK5M'] },
  ])
})

test('a code of digits alone needs no quotes and keeps its noughts', () => {
  expect(readGold(one({ text: '0042' })).value?.queries[0]?.text).toBe('0042')
})

test.each([
  ['nothing at all', '', 'missingField 1:1'],
  ['comments', '# queries:\n', 'missingField 1:1'],
  ['no queries', 'version: 1\nqueries: []\n', 'limit 2:10'],
  ['queries that are no list', 'queries: 停机\n', 'type 1:10'],
  ['a query that is no map', 'queries:\n  - 停机\n', 'type 2:5'],
  ['a version of another time', `version: 2\n${one()}`, 'choice 1:10'],
  ['an unknown key', `query: []\n${one()}`, 'unknownKey 1:1'],
  ['an unknown key in a query', one({ rank: '1' }), 'unknownKey 6:5'],
  ['a query without a text', one({ text: undefined }), 'missingField 2:5'],
  ['a query without an answer', one({ expect: undefined }), 'missingField 2:5'],
  ['an empty text', one({ text: '""' }), 'limit 2:11'],
  ['a text of 10,001 characters', one({ text: '停'.repeat(10_001) }), 'limit 2:11'],
  ['a language by its name', one({ language: 'Chinese_language' }), 'languageTag 3:15'],
  ['a kind in capitals', one({ kind: 'Symptom' }), 'form 4:11'],
  ['a kind like a way into a prototype', one({ kind: '__proto__' }), 'form 4:11'],
  ['one answer without a list', one({ expect: 'CASE-AAAAA' }), 'type 5:13'],
  ['no answers', one({ expect: '[]' }), 'limit 5:13'],
  ['an empty answer', one({ expect: '[CASE-AAAAA, ""]' }), 'limit 5:26'],
  ['an answer twice', one({ expect: '[CASE-AAAAA, CASE-AAAAA]' }), 'repeated 5:13'],
  ['a key twice', `${one()}    kind: code\n`, 'duplicate 6:5'],
  ['an anchor of YAML and its alias', one({ text: '&a x', kind: '*a' }), 'alias 2:14'],
])('%s is refused at its place', (_, text, expected) => {
  const read = readGold(text)
  expect(read.value).toBeUndefined()
  expect(briefly(read.problems)).toEqual([expected])
})

test('text that is no YAML is refused with the line of the fault', () => {
  const { problems } = readGold('queries:\n  - { text: 停机\n')
  expect(problems).toHaveLength(1)
  expect(problems[0]?.at?.line).toBeGreaterThan(1)
})

test('every problem is found, in the order of the file', () => {
  const text = `version: 0\n${one({ text: '""', kind: 'A' })}`
  expect(briefly(readGold(text).problems)).toEqual(['choice 1:10', 'limit 3:11', 'form 5:11'])
})
