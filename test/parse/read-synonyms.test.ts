import { expect, test } from 'vitest'
import { readSynonyms } from '../../src/parse/read-synonyms.js'
import { briefly } from './parsing.js'

const problemsOf = (text: string): string[] => briefly(readSynonyms(text).problems)

test.each([
  ['an unknown key', 'equals: []', 'unknownKey 1:1'],
  ['a version of another time', 'version: 2', 'choice 1:10'],
  ['a group that is no list', 'equal: [停机]', 'type 1:9'],
  ['groups that are no list', 'equal: 停机', 'type 1:8'],
  ['a group of one name', 'equal: [[停机]]', 'limit 1:9'],
  ['a group of none', 'equal: [[]]', 'limit 1:9'],
  ['an empty name', 'equal: [[停机, ""]]', 'limit 1:14'],
  ['a name without a value', 'equal:\n  - - 停机\n    -', 'limit 3:6'],
  ['a name of 81 characters', `equal: [[停机, ${'停'.repeat(81)}]]`, 'limit 1:14'],
  ['a name twice', 'equal: [[停机, x, 停机]]', 'repeated 1:9'],
  ['a name twice, in other letters', 'equal: [[停机, Ｓtop, STOP]]', 'repeatedName 1:20'],
  ['a name without a word', 'equal: [[停机, "！？"]]', 'noWord 1:14'],
  ['associations that are no map', 'associations: [停机]', 'type 1:15'],
  ['an association to no list', 'associations: { 停机: 断料 }', 'type 1:21'],
  ['an association to nothing', 'associations: { 停机: [] }', 'limit 1:21'],
  ['an association to itself', 'associations: { 停机: [断料, 停机] }', 'toItself 1:26'],
  ['an association to a name twice', 'associations: { 停机: [断料, 断料] }', 'repeated 1:21'],
  ['an association of a name without a word', 'associations: { "-": [断料] }', 'noWord 1:17'],
  ['a name with two associations', 'associations:\n  停机: [x]\n  停机: [y]', 'duplicate 3:3'],
  ['such a name in other letters', 'associations:\n  stop: [x]\n  Stop: [y]', 'repeatedKey 3:3'],
  ['a key that reaches into a prototype', 'associations: { __proto__: [x] }', 'forbiddenKey 1:17'],
  ['an alias of YAML', 'equal: [&a [x, y], *a]', 'alias 1:12'],
])('%s is refused at its place', (_, text, expected) => {
  expect(problemsOf(text)).toEqual([expected])
})

test('every problem is found, not only the first', () => {
  expect(problemsOf('equal: [[x, X], [y, Y], ["-", z]]')).toEqual([
    'repeatedName 1:13',
    'repeatedName 1:21',
    'noWord 1:26',
  ])
})

test.each([
  ['nothing at all', '', {}],
  ['comments', '# equal:\n', {}],
  ['a key without a value', 'equal:\nassociations:\n', {}],
  ['numbers and truths, as text', 'equal: [[404, no, 1.10]]', { equal: [['404', 'no', '1.10']] }],
  [
    'a name in two groups',
    'equal: [[a, b], [b, c]]',
    {
      equal: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    },
  ],
  ['a loop', 'associations: { a: [b], b: [a] }', { associations: { a: ['b'], b: ['a'] } }],
])('%s passes', (_, text, expected) => {
  const read = readSynonyms(text)
  expect(read.problems).toEqual([])
  expect(JSON.parse(JSON.stringify(read.value))).toEqual(expected)
})
