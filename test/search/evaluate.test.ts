import { expect, test } from 'vitest'
import { SEARCH_FIELDS } from '../../src/model/config.js'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { evaluate, evidenceOf, score } from '../../src/search/evaluate.js'
import { loadClauses } from '../../src/search/load-clauses.js'
import type { LoweredClause } from '../../src/search/lowered.js'
import { type Cut, document, MemoryIndex, terms } from '../store/support.js'
import { askLunr, lunrOracle } from './lunr-oracle.js'

const BOOSTS = DEFAULT_CONFIG.search.boosts
const CASES: readonly Cut[] = [
  { document: document('CASE-C'), terms: terms({ title: ['pump'], body: ['pump', 'leak', 'seal'] }) },
  { document: document('CASE-A'), terms: terms({ title: ['leak', 'seal'], body: ['valve'] }) },
  { document: document('CASE-B'), terms: terms({ symptoms: ['pump', 'leak'], body: ['fan', 'pump'] }) },
  { document: document('CASE-D'), terms: terms({ body: ['fan'] }) },
]
const reader = await new MemoryIndex().reader(CASES)
const oracle = lunrOracle(CASES, BOOSTS)

function clause(term: string, given: Partial<LoweredClause> = {}): LoweredClause {
  return {
    term,
    fields: SEARCH_FIELDS,
    boost: 1,
    presence: 'optional',
    edits: 0,
    origin: 'typed',
    unit: 0,
    ...given,
  }
}

/** The ids found, after they were held against Lunr's with their scores. */
async function found(...clauses: LoweredClause[]): Promise<string[]> {
  const answer = await evaluate(reader, clauses, BOOSTS)
  const documents = await reader.documents([...answer.found])
  const scores = new Map(documents.map(({ id }, i) => [id, answer.scores[answer.found[i] ?? 0]]))
  const results = askLunr(oracle, clauses)
  expect(scores).toEqual(new Map(results.map(result => [result.ref, result.score])))
  return [...scores.keys()].sort()
}

test('optional clauses find what has any of the terms', async () => {
  expect(await found(clause('pump'), clause('valve'))).toEqual(['CASE-A', 'CASE-B', 'CASE-C'])
})

test('a required clause may be met in any of its fields', async () => {
  expect(await found(clause('leak', { presence: 'required' }), clause('fan'))).toEqual([
    'CASE-A',
    'CASE-B',
    'CASE-C',
  ])
  expect(await found(clause('leak', { presence: 'required', fields: ['title', 'body'] }))).toEqual([
    'CASE-A',
    'CASE-C',
  ])
})

test('a required clause that no case meets leaves nothing, whatever else is asked', async () => {
  expect(await found(clause('pump'), clause('turbine', { presence: 'required' }))).toEqual([])
  expect(await found(clause('pump', { presence: 'required', fields: ['facets'] }), clause('fan'))).toEqual([])
})

test('a prohibited clause hides cases and scores none', async () => {
  expect(await found(clause('pump'), clause('seal', { presence: 'prohibited' }))).toEqual(['CASE-B'])
})

test('clauses that only prohibit find every other case, without a score', async () => {
  expect(await found(clause('pump', { presence: 'prohibited' }))).toEqual(['CASE-A', 'CASE-D'])
  expect(await found(clause('turbine', { presence: 'prohibited' }))).toHaveLength(4)
  expect(await found()).toHaveLength(4)
})

test('a term asked for again counts again, and a boost of 0 asks without scoring', async () => {
  expect(await found(clause('pump'), clause('pump', { boost: 2.5, fields: ['body'] }))).toHaveLength(2)
  expect(await found(clause('pump', { boost: 0 }))).toHaveLength(2)
})

test('evidence says how often a term stands in each field of a case, and how long the field is', async () => {
  const answer = await evaluate(reader, [clause('fan'), clause('none'), clause('pump')], BOOSTS)
  expect(answer.terms.map(({ term }) => term)).toEqual(['fan', 'pump'])
  const number = (await reader.find('CASE-C')) ?? -1
  expect(evidenceOf(answer, number)).toEqual([
    { term: 1, frequencies: [0, 1, 0, 0, 0, 0, 1], lengths: [0, 1, 0, 0, 0, 0, 3] },
  ])
})

test('a clause that stands for more terms than are asked is named', async () => {
  const wide = clause('*a*')
  const capped = score(reader, await loadClauses(reader, [wide, clause('pump')], 2), BOOSTS)
  expect(capped.capped).toEqual([wide])
  expect(capped.terms).toHaveLength(3)
  expect((await evaluate(reader, [wide], BOOSTS)).capped).toBeUndefined()
})
