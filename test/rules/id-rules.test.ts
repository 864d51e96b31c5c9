import { expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { findings, found } from './lint-text.js'

test('id-unique names the other file on both sides, also across the case folders', () => {
  const files = { 'cases/a.md': exampleCase(), 'archive/b.md': exampleCase({ status: 'archived' }) }
  expect(findings('id-unique', files).map(({ code, path, args }) => [code, path, args['other']])).toEqual([
    ['duplicate', 'archive/b.md', 'cases/a.md'],
    ['duplicate', 'cases/a.md', 'archive/b.md'],
  ])
})

test('id-unique does not compare ids that were refused', () => {
  const broken = exampleCase({ id: 'none' })
  expect(found('id-unique', { 'cases/a.md': broken, 'cases/b.md': broken })).toEqual([])
})

test('id-prefix compares with the configured prefix', () => {
  expect(found('id-prefix', exampleCase({ id: 'KB-7F3KQ' }))).toEqual(['prefix 2:5 warning'])
  const files = {
    'casectl.config.yml': 'id: { prefix: KB }\n',
    'cases/a.md': exampleCase({ id: 'KB-7F3KQ' }),
  }
  expect(found('id-prefix', files)).toEqual([])
})

test('id-prefix allows the prefixes of its option', () => {
  const options = { options: { 'id-prefix': { also: ['KB'] } } }
  expect(found('id-prefix', exampleCase({ id: 'KB-7F3KQ' }), options)).toEqual([])
  expect(found('id-prefix', exampleCase({ id: 'OLD-7F3KQ' }), options)).toEqual(['prefix 2:5 warning'])
})

test('id-prefix says nothing of an id that the schema refused', () => {
  expect(found('id-prefix', exampleCase({ id: 'KB-1' }))).toEqual([])
})
