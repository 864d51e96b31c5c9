import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSynonyms } from '../../src/parse/read-synonyms.js'
import { buildExpansions } from '../../src/search/build-expansions.js'
import { documentsOf } from '../../src/search/document.js'
import type { LoweredQuery } from '../../src/search/lowered.js'
import { lowerQuery, queryTerms } from '../../src/search/query-lower.js'
import { parseQuery, QUERY_LIMITS } from '../../src/search/query-parse.js'
import { TEXT_TERMS } from '../../src/search/query-text.js'
import { anyQuery, HOSTILE } from './hostile-queries.js'
import { vocabularyOf } from './memory-vocabulary.js'
import { Random } from './random.js'
import { readSampleLibrary } from './sample-library.js'

const library = readSampleLibrary()
const synonyms = readSynonyms(readFileSync('synonyms.yml', 'utf8')).value ?? {}
const expansions = buildExpansions(library.taxonomy, synonyms)
const vocabulary = vocabularyOf(...documentsOf(library).map(({ title }) => title), 'x', '停', '1203')

/** Terms of one character of a query, and the terms that names bring. */
const MOST_CLAUSES = 4 * QUERY_LIMITS.characters
const MOST_ASKED = TEXT_TERMS.weighed + 32 * 9 * 24

async function lower(typed: string): Promise<LoweredQuery> {
  const parsed = parseQuery(typed)
  const limit = parsed.form === 'text' ? QUERY_LIMITS.textCharacters : QUERY_LIMITS.characters
  expect([...parsed.text].length).toBeLessThanOrEqual(limit)
  expect(queryTerms(parsed, expansions).length).toBeLessThanOrEqual(MOST_ASKED)
  return lowerQuery(parsed, vocabulary, expansions)
}

function expectSound({ clauses, checks, notes, units }: LoweredQuery): void {
  expect(Math.max(clauses.length, checks.length, notes.length, units.length)).toBeLessThanOrEqual(
    MOST_CLAUSES,
  )
  for (const { term, edits, boost, unit } of clauses) {
    const sound = term !== '' && term.length <= 32 + 1 && edits <= 2 && boost > 0 && boost <= 100
    if (!sound || unit < -1 || unit >= units.length) expect({ term, edits, boost, unit }).toBe('sound')
  }
}

test.each(Object.entries(HOSTILE))('%s: lowered within a second', async (_, typed) => {
  const started = performance.now()
  const lowered = await lower(typed)
  expect(performance.now() - started).toBeLessThan(1000)
  expectSound(lowered)
})

test('20,000 random and hostile queries: none throws, none takes long', async () => {
  const random = new Random(3)
  let slowest = 0
  for (let i = 0; i < 20_000; i++) {
    const typed = anyQuery(random)
    const started = performance.now()
    expectSound(await lower(typed))
    slowest = Math.max(slowest, performance.now() - started)
  }
  expect(slowest).toBeLessThan(2000)
}, 120_000)
