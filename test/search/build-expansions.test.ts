import { expect, test } from 'vitest'
import { Taxonomy, type TermData } from '../../src/model/taxonomy.js'
import { buildExpansions } from '../../src/search/build-expansions.js'
import { type Expansions, groupsOf } from '../../src/search/expansions.js'

const taxonomyOf = (...terms: TermData[]): Taxonomy => new Taxonomy({ facets: { product: { terms } } })
const NONE = taxonomyOf()

/** What a key leads to, as `origin: names`. */
const of = (expansions: Expansions, key: string): string[] =>
  groupsOf(expansions, key).map(({ origin, names }) => `${origin}: ${names.join(' ')}`)

test('the names of a term stand for one another, whatever the language', () => {
  const found = buildExpansions(
    taxonomyOf({ id: 'ac', labels: { zh: '空压机', en: 'Air compressor' }, aliases: ['VFD'] }),
  )
  expect(Object.keys(found.keys)).toEqual(['空压机', 'air compressor', 'vfd'])
  expect(of(found, '空压机')).toEqual(['taxonomy: 空压机 Air compressor VFD'])
  expect(found.longest).toBe(3)
})

test('keys join what people spell apart: inflections, hyphens, case, width', () => {
  const found = buildExpansions(NONE, { equal: [['End-of-Day settlements', 'ＰＯＳ机', 'Wi-Fi', 'E-1203']] })
  expect(Object.keys(found.keys)).toEqual([
    'endofday settlement',
    'end of day settlement',
    'po 机',
    'wifi',
    'wi fi',
    'e1203',
    'e 1203',
  ])
})

test('an id is a name only where there is no label', () => {
  const found = buildExpansions(
    taxonomyOf(
      { id: 'air-end', labels: { zh: '主机', en: 'Screw element' } },
      { id: 'belt-drive', aliases: ['皮带'] },
    ),
  )
  expect(of(found, 'air end')).toEqual([])
  expect(of(found, 'belt drive')).toEqual(['taxonomy: belt-drive 皮带'])
})

test('catch-all terms, and names that stand in any text, are left out', () => {
  const found = buildExpansions(
    taxonomyOf(
      { id: 'other', labels: { zh: '其他', en: 'Other' }, other: true },
      { id: 'high', labels: { zh: '高', en: 'High' }, aliases: ['1'] },
      { id: 'off', labels: { zh: '关机', en: 'Off' }, aliases: ['X'] },
    ),
  )
  expect(found.keys).toEqual({})
})

test('a retired term leads to its successor, and nothing leads back', () => {
  const found = buildExpansions(
    taxonomyOf(
      { id: 'notebook', labels: { en: 'Notebook' }, retired: { use: 'laptop' } },
      { id: 'gone', labels: { en: 'Telex', zh: '电传' }, retired: {} },
      { id: 'laptop', labels: { en: 'Laptop', zh: '笔记本' } },
    ),
  )
  expect(of(found, 'notebook')).toEqual(['taxonomy: 笔记本 Laptop'])
  expect(of(found, 'laptop')).toEqual(['taxonomy: 笔记本 Laptop'])
  expect(of(found, 'telex')).toEqual([])
})

test('synonyms lead both ways, associations one way, the surest first', () => {
  const found = buildExpansions(taxonomyOf({ id: 'stop', labels: { zh: '停机', en: 'Stop' } }), {
    equal: [['停机', '宕机']],
    associations: { 停机: ['断料', '停机'] },
  })
  expect(of(found, '停机')).toEqual(['synonym: 停机 宕机', 'taxonomy: 停机 Stop', 'association: 断料 停机'])
  expect(of(found, '宕机')).toEqual(['synonym: 停机 宕机'])
  expect(of(found, '断料')).toEqual([])
})

test('doubles and loops are harmless', () => {
  const found = buildExpansions(NONE, {
    equal: [
      ['停机', '停机', 'ＳＴＯＰ', 'stops'],
      ['停机', '停机', 'ＳＴＯＰ', 'stops'],
      ['只有一个', '只有一个'],
    ],
    associations: { a1: ['b1'], b1: ['a1'], c1: ['c1'] },
  })
  expect(found.groups).toHaveLength(4)
  expect(of(found, '停机')).toEqual(['synonym: 停机 ＳＴＯＰ'])
  expect(of(found, '只有一个')).toEqual([])
})

test('names that objects have are names', () => {
  const found = buildExpansions(NONE, { equal: [['__proto__', 'constructor', '原型']] })
  const read = JSON.parse(JSON.stringify(found)) as Expansions
  expect(of(read, 'constructor')).toHaveLength(1)
  expect(of(read, 'hasownproperty')).toEqual([])
})

test('it grows with the names, not with their pairs', () => {
  const names = (n: number) => Array.from({ length: n }, (_, i) => `name${i}x`)
  const size = (n: number) => JSON.stringify(buildExpansions(NONE, { equal: [names(n)] })).length
  expect(size(400)).toBeLessThan(2.2 * size(200))
})
