import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SEARCH_FIELDS } from '../../src/model/config.js'
import { readSynonyms } from '../../src/parse/read-synonyms.js'
import { buildExpansions } from '../../src/search/build-expansions.js'
import { documentsOf } from '../../src/search/document.js'
import { fieldTexts } from '../../src/search/fields.js'
import { lowerQuery } from '../../src/search/query-lower.js'
import { parseQuery } from '../../src/search/query-parse.js'
import { vocabularyOf } from './memory-vocabulary.js'
import { readSampleLibrary } from './sample-library.js'

const library = readSampleLibrary()
const read = readSynonyms(readFileSync('synonyms.yml', 'utf8'))
const synonyms = read.value ?? {}
const expansions = buildExpansions(library.taxonomy, synonyms)
const texts = documentsOf(library).map(document =>
  SEARCH_FIELDS.flatMap(field => fieldTexts(document, field, library.taxonomy)).join('\n'),
)
const vocabulary = vocabularyOf(...texts)

/** The names that a query for a name is widened to: those that the cases can hold. */
const widened = async (name: string): Promise<string[]> => {
  const { clauses } = await lowerQuery(parseQuery(name), vocabulary, expansions)
  return [...new Set(clauses.flatMap(clause => clause.name ?? []))]
}

test('the synonyms of the sample library can be used', () => {
  expect(read.problems).toEqual([])
  expect(synonyms.equal?.length).toBeGreaterThanOrEqual(25)
})

test('every group leads into the library', async () => {
  const idle: string[] = []
  for (const names of synonyms.equal ?? []) {
    const reached = await Promise.all(names.map(widened))
    if (reached.every(found => found.length === 0)) idle.push(names.join(', '))
  }
  for (const [name] of Object.entries(synonyms.associations ?? {})) {
    if ((await widened(name)).length === 0) idle.push(name)
  }
  expect(idle).toEqual([])
})

test.each([
  ['宕机', '停机'],
  ['shutdown', '停机'],
  ['空压机', 'compressor'],
  ['开不出票', '限流'],
  ['static IP', '固定 IP'],
  ['credit note', '红冲'],
])('%s is widened to %s', async (asked, name) => {
  expect((await widened(asked)).map(found => found.toLowerCase())).toContain(name.toLowerCase())
})
