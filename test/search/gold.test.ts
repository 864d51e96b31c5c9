import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGold } from '../../src/parse/read-gold.js'
import { readSynonyms } from '../../src/parse/read-synonyms.js'
import { documentsOf } from '../../src/search/document.js'
import { EVAL_DEPTH, evaluateGold, languageOf } from '../../src/search/eval.js'
import { foldText } from '../../src/search/fold.js'
import { search } from '../../src/search/search.js'
import { openIndexOf } from './open-documents.js'
import { readSampleLibrary } from './sample-library.js'

// The gold queries of the sample library: fit to measure with, and answered as well as is promised.
const library = readSampleLibrary()
const documents = documentsOf(library)
const { value, problems } = readGold(readFileSync('eval/queries.yml', 'utf8'))
const queries = value?.queries ?? []

const ANSWERING = documents.filter(({ status }) => status === 'published' || status === 'needs-review')

test('the file can be used', () => {
  expect(problems).toEqual([])
  expect(queries.length).toBeGreaterThanOrEqual(120)
})

test('about half of the queries are Chinese', () => {
  const chinese = queries.filter(query => languageOf(query) === 'zh').length / queries.length
  expect(chinese).toBeGreaterThanOrEqual(0.45)
  expect(chinese).toBeLessThanOrEqual(0.55)
  expect(new Set(queries.map(languageOf))).toEqual(new Set(['zh', 'en']))
})

test('only cases that may be answered with are expected, and each of them at least twice', () => {
  const known = new Set(ANSWERING.map(({ id }) => id))
  const expected = queries.flatMap(query => query.expect)
  expect(expected.filter(id => !known.has(id))).toEqual([])
  const seldom = [...known].filter(id => expected.filter(other => other === id).length < 2)
  expect(seldom).toEqual([])
})

test('no query stands twice, and none repeats a title or what a customer said', () => {
  const plain = (text: string): string => foldText(text).replace(/[\p{P}\p{Z}]+/gu, '')
  // `alm12` and `alm 12` are two queries.
  expect(new Set(queries.map(({ text }) => foldText(text))).size).toBe(queries.length)
  const asked = queries.map(({ text }) => plain(text))
  const said = new Set(
    documents.flatMap(({ title, customerPhrases }) => [title, ...customerPhrases].map(plain)),
  )
  expect(asked.filter(text => said.has(text))).toEqual([])
})

test('in each language at least 95 of 100 queries are answered among the first five', async () => {
  const synonyms = readSynonyms(readFileSync('synonyms.yml', 'utf8')).value
  const { boosts } = library.config.search
  const opened = await openIndexOf(documents, library.taxonomy.data, boosts, synonyms)
  const ids = new Set(documents.map(({ id }) => id))
  const report = await evaluateGold(
    queries,
    text => search(opened, { text, limit: EVAL_DEPTH }),
    async id => ids.has(id),
  )
  expect(report.vanished).toEqual([])
  const failed = report.outcomes.filter(({ rank }) => rank === undefined || rank > 5)
  for (const { hit5 } of Object.values(report.byLanguage)) {
    expect(hit5, failed.map(({ query }) => query.text).join('\n')).toBeGreaterThanOrEqual(0.95)
  }
})
