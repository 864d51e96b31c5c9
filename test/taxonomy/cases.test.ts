import { expect, test } from 'vitest'
import { planMove } from '../../src/taxonomy/mv.js'
import { caseText, merge, move, sourcesOf, written } from './support.js'

const TAXONOMY = `facets:
  fault_type:
    multiple: true
    terms: [{ id: slow, aliases: [sluggish] }, { id: lost, labels: { en: Lost link } }, { id: other }]
  product:
    levels: [{ id: product, field: name }, { id: module, field: module }]
    terms:
      - { id: router, terms: [{ id: wan }, { id: lan }] }
      - { id: mesh, terms: [{ id: node }] }
  category:
    levels: [{ id: l1 }, { id: l2 }]
    terms: [{ id: home, terms: [{ id: slow }] }]
`

const CASE = 'cases/a.md'

/** The front matter lines of a case after `mv`; undefined when the case stays untouched. */
function renamed(lines: string, facet: string, term: string, newId: string): string | undefined {
  const before = caseText(lines)
  const after = move({ taxonomy: TAXONOMY, cases: { [CASE]: before } }, { facet, term, newId })[CASE]
  return typeof after === 'string' ? between(before, after, lines) : undefined
}

function mergedCase(lines: string, term = 'slow', into = 'lost'): string | undefined {
  const before = caseText(lines)
  const cases = { [CASE]: before }
  const after = merge({ taxonomy: TAXONOMY, cases }, { facet: 'fault_type', term, into })[CASE]
  return typeof after === 'string' ? between(before, after, lines) : undefined
}

/** What stands in place of `lines`; everything around them must be as it was. */
function between(before: string, after: string, lines: string): string {
  const start = before.indexOf(lines)
  const tail = before.length - start - lines.length
  expect(after.slice(0, start)).toBe(before.slice(0, start))
  expect(after.slice(after.length - tail)).toBe(before.slice(before.length - tail))
  return after.slice(start, after.length - tail)
}

test.each([
  ['fault_type: slow', 'fault_type: weak'],
  ['fault_type: "slow"  # why', 'fault_type: weak  # why'],
  ["fault_type: ['slow', lost]", 'fault_type: [weak, lost]'],
  ['fault_type:\n  - lost\n  - slow # x', 'fault_type:\n  - lost\n  - weak # x'],
  ['fault_type: >-\n  slow\nurgency: low', 'fault_type: weak\nurgency: low'],
  ['fault_type:\n  slow', 'fault_type:\n  weak'],
  ['fault_type: slow\ncategory: slow', 'fault_type: weak\ncategory: slow'],
  ['fault_type: [slow, sluggish]', 'fault_type: [weak]'],
])('a rename turns %j into %j', (before, after) => {
  expect(renamed(before, 'fault_type', 'slow', 'weak')).toBe(after)
})

test.each(['fault_type: sluggish', 'fault_type: [lost]', 'category: slow', 'tags: [slow]'])(
  'a rename leaves %j alone',
  lines => {
    expect(renamed(lines, 'fault_type', 'slow', 'weak')).toBeUndefined()
  },
)

test('a field of one level gets the new id', () => {
  expect(renamed('product: { name: router, module: wan }', 'product', 'wan', 'uplink')).toBe(
    'product: { name: router, module: uplink }',
  )
  expect(renamed('product:\n  name: router\n  module: wan', 'product', 'router', 'gateway')).toBe(
    'product:\n  name: gateway\n  module: wan',
  )
})

test.each([
  ['fault_type: slow', 'fault_type: lost'],
  ['fault_type: [slow, other]', 'fault_type: [lost, other]'],
  ['fault_type: [slow, lost]', 'fault_type: [lost]'],
  ['fault_type: [lost, slow]', 'fault_type: [lost]'],
  ['fault_type: [ other, slow, lost ]', 'fault_type: [ other, lost ]'],
  ['fault_type: [lost, sluggish]', 'fault_type: [lost]'],
  ['fault_type: [Lost link, slow]', 'fault_type: [Lost link]'],
  ['fault_type: [slow, sluggish, lost]', 'fault_type: [lost]'],
  ['fault_type:\n  - slow # s\n  - lost # l', 'fault_type:\n  - lost # l'],
  ['fault_type:\n  - lost # l\n  # about s\n  - slow', 'fault_type:\n  - lost # l'],
  ['fault_type:\n- lost\n- slow', 'fault_type:\n- lost'],
  ['fault_type: [\n  lost,\n  slow\n]', 'fault_type: [\n  lost\n]'],
  ['fault_type: [\n  slow, # s\n  lost, # l\n]', 'fault_type: [\n  lost, # l\n]'],
  ['fault_type: [lost,\n  slow]', 'fault_type: [lost]'],
  ['fault_type: [slow,\n  lost]', 'fault_type: [lost]'],
])('a merge turns %j into %j', (before, after) => {
  expect(mergedCase(before)).toBe(after)
})

test('a case that names the merged term by an alias keeps its words: they lead to the other term', () => {
  expect(mergedCase('fault_type: sluggish')).toBeUndefined()
})

test('archived, unsound and CRLF cases are rewritten too, a byte order mark stays', () => {
  const unsound = caseText('fault_type: slow\nnonsense: 1')
  const crlf = `\uFEFF${caseText('fault_type: [slow, lost]\nurgency: low', 'CASE-00001').replaceAll('\n', '\r\n')}`
  const after = merge(
    { taxonomy: TAXONOMY, cases: { 'archive/a.md': unsound, 'cases/b.md': crlf } },
    { facet: 'fault_type', term: 'slow', into: 'lost' },
  )
  expect(after['archive/a.md']).toBe(unsound.replace('slow', 'lost'))
  expect(after['cases/b.md']).toBe(crlf.replace('[slow, lost]', '[lost]'))
})

test('a body that looks like front matter is not touched', () => {
  const text = `${caseText('fault_type: slow').replace('\n---\n\n', '\n---\n---\n\nfault_type: slow\n\n---\n')}fault_type: slow\n`
  const after = move(
    { taxonomy: TAXONOMY, cases: { [CASE]: text } },
    { facet: 'fault_type', term: 'slow', newId: 'weak' },
  )
  expect(after[CASE]).toBe(text.replace('fault_type: slow', 'fault_type: weak'))
})

test('moving without a new id changes no case', () => {
  const cases = { [CASE]: caseText('category: slow') }
  const result = planMove(sourcesOf({ taxonomy: TAXONOMY, cases }), {
    facet: 'category',
    term: 'slow',
    under: '',
  })
  expect(Object.keys(written(result))).toEqual(['taxonomy.yml'])
  expect(result.cases).toEqual([])
})

test('a file that cannot be read as a case is named, when it may hold the term', () => {
  const cases = { 'cases/a.md': '---\nfault_type: [slow\n---\n', 'cases/b.md': '---\nother: [\n---\n' }
  const result = planMove(sourcesOf({ taxonomy: TAXONOMY, cases }), {
    facet: 'fault_type',
    term: 'slow',
    newId: 'weak',
  })
  expect(result.unread).toEqual(['cases/a.md'])
  expect(Object.keys(written(result))).toEqual(['taxonomy.yml'])
})
