import { expect, test } from 'vitest'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { buildExpansions } from '../../src/search/build-expansions.js'
import { explainQuery } from '../../src/search/query-explain.js'
import { lowerQuery } from '../../src/search/query-lower.js'
import { parseQuery } from '../../src/search/query-parse.js'
import { vocabularyOf } from './memory-vocabulary.js'

test('every clause is listed once, below its unit and where it comes from', async () => {
  const cases = ['停机 E-1203', 'shutdown', 'temperature', 'pump']
  const expansions = buildExpansions(new Taxonomy({ facets: {} }), { equal: [['停机', 'shutdown']] })
  const lowered = await lowerQuery(
    parseQuery('停机^2 E-1203 +temprature -pump'),
    vocabularyOf(...cases),
    expansions,
  )
  const explained = explainQuery(lowered)
  const brief = explained.flatMap(({ unit, asked }) =>
    asked.map(({ origin, presence, name, terms }) =>
      [unit, presence, origin, name, ...terms.map(({ term }) => term)].filter(Boolean).join(' '),
    ),
  )
  expect(brief).toEqual([
    '停机 optional typed 停机',
    '停机 optional synonym shutdown shutdown',
    'E-1203 optional typed e-1203 e1203',
    'E-1203 optional part 1203',
    'temprature required correction tempratur',
    'prohibited typed pump',
  ])
  expect(explained[0]?.asked[0]?.terms).toEqual([{ term: '停机', boost: 2, edits: 0 }])
  expect(explained.flatMap(({ asked }) => asked.flatMap(({ terms }) => terms))).toHaveLength(
    lowered.clauses.length,
  )
})
