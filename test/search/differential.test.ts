import { expect, test } from 'vitest'
import { openLunrIndex } from '../../src/search/open-lunr-index.js'
import { BOOSTS, compareWithLunr } from './differential.js'
import { generateCases } from './generated-cases.js'
import { cutCases, editedIndex } from './generated-library.js'
import { lunrOracle } from './lunr-oracle.js'

const CASES = cutCases(generateCases(1000, 20))

test('2,000 queries of every form: documents, order and scores are those of Lunr, to the bit', async () => {
  const { hits, differences } = await compareWithLunr(CASES, 2000)
  expect(differences).toEqual([])
  expect(hits).toBeGreaterThan(100_000)
}, 180_000)

test('the whole lunr.Index is the one that Lunr would have built, to the bit', async () => {
  const index = await openLunrIndex(await editedIndex(CASES), BOOSTS)
  expect(JSON.stringify(index)).toBe(JSON.stringify(lunrOracle(CASES, BOOSTS)))
})
