import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { builtInCheck } from '../../src/parse/built-in-check.js'
import { linearRegExp } from '../../src/parse/linear-regexp.js'
import { quickCaseCheck } from '../../src/parse/quick-check.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { caseValidator, type Validator } from '../../src/parse/schema.js'

const taxonomy = readTaxonomy(readFileSync('taxonomy.yml', 'utf8')).value ?? { facets: {} }
const FACETS = [...new Taxonomy(taxonomy).facets.values()].map(facet => facet.field)
const check = quickCaseCheck([...FACETS, 'own_facet'])
const validate = builtInCheck([...FACETS, 'own_facet'])

const BASE = { id: 'CASE-7F3KQ', kind: 'case', title: '路由器掉线', status: 'published', language: 'zh-CN' }

/** Values of every kind of field, plain enough to be sure of. */
const PLAIN = {
  ...BASE,
  created: '2026-03-02',
  resolution_hours: '12.5',
  product: { name: 'home-router', module: 'rt-wifi', versions: ['1.0', '2.0'] },
  error_codes: ['W-104'],
  category: 'frequent-drops',
  fault_type: ['configuration'],
  own_facet: 'anything',
  testimonial: { text: '好用', consent: 'true' },
  outcomes: [{ metric: 'hours', before: '12', after: '0.5', unit: 'h' }],
  causes: [{ cause: '信道', check: '看日志', fix: '换信道' }],
  attachments: [{ path: 'a.png', size: '1024' }],
  related: ['CASE-7F3KR'],
  review_when: 'product>=3.2',
  lint: { disable: ['dates', { rule: 'prose', reason: 'quoted' }] },
}

describe('values that are certainly valid', () => {
  test('are those of plain cases, converted as the validator converts them', () => {
    const [quick, slow] = [structuredClone(PLAIN), structuredClone(PLAIN)]
    expect(check(quick)).toBe(true)
    expect(validate(slow)).toEqual([])
    expect(quick).toEqual(slow)
    expect(quick).toMatchObject({ resolution_hours: 12.5, testimonial: { consent: true } })
  })

  test.each<[string, Record<string, unknown>]>([
    ['a missing field', { ...BASE, title: undefined }],
    ['an unknown key', { ...BASE, titel: 'x' }],
    ['an unknown key within', { ...BASE, product: { nam: 'x' } }],
    ['an unknown kind', { ...BASE, kind: 'note' }],
    ['a day that is none', { ...BASE, created: '2026-02-30' }],
    ['a tag of no language', { ...BASE, language: 'zh_CN' }],
    ['a list where text should be', { ...BASE, title: ['x'] }],
    ['a repeated item', { ...BASE, tags: ['a', 'a'] }],
    ['a line break', { ...BASE, title: 'a\nb' }],
    ['a number that is none', { ...BASE, resolution_hours: 'many' }],
    ['a negative number', { ...BASE, resolution_hours: '-1' }],
    ['null', { ...BASE, owner: null }],
    ['a facet that is a map', { ...BASE, own_facet: { a: 'b' } }],
  ])('are not those with %s', (_, values) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    expect(check(structuredClone(given))).toBe(false)
  })
})

const scalar = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    '12',
    '-3',
    '1e3',
    ' 7 ',
    '0x10',
    'true',
    'False',
    '2026-03-02',
    '2026-2-3',
    'en',
    'CASE-7F3KQ',
    'a\nb',
    '😀',
  ),
  fc.constantFrom('x'.repeat(120), 'x'.repeat(121), '😀'.repeat(100), 'x'.repeat(2001), null),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const value = fc.letrec(tie => ({
  any: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('any'), { maxLength: 3 }), tie('map')),
  map: fc.dictionary(
    fc.constantFrom(
      'name',
      'cause',
      'fix',
      'metric',
      'before',
      'path',
      'size',
      'rule',
      'reason',
      'disable',
      'refs',
      'type',
    ),
    tie('any'),
    { maxKeys: 3 },
  ),
})).any
const field = fc.constantFrom(
  ...Object.keys(PLAIN),
  'tags',
  'regions',
  'owner',
  'source',
  'own_facet',
  'urgency',
  'nothing',
)

test('what is certainly valid is valid, whatever was put into the fields', () => {
  let sure = 0
  fc.assert(
    fc.property(fc.dictionary(field, value, { maxKeys: 3 }), changed => {
      const quick = structuredClone({ ...PLAIN, ...changed })
      if (!check(quick)) return
      sure++
      const slow = structuredClone({ ...PLAIN, ...changed })
      expect(validate(slow)).toEqual([])
      expect(quick).toEqual(slow)
    }),
    { numRuns: 3000, seed: 7 },
  )
  expect(sure).toBeGreaterThan(100)
})

test('facets apart from the rest, or all in one schema: the same is refused and converted', () => {
  const whole = caseValidator([...FACETS, 'own_facet'], { schema: {}, regExp: linearRegExp })
  const told = (validator: Validator, values: Record<string, unknown>) => {
    // The data of an error at the whole is the whole, which nothing that is said of it needs.
    const errors = validator(values).map(({ keyword, instancePath, params, message, data }) =>
      JSON.stringify([keyword, instancePath, params, message, instancePath === '' ? undefined : data]),
    )
    return { errors: errors.sort(), values }
  }
  fc.assert(
    fc.property(fc.dictionary(field, value, { maxKeys: 4 }), changed => {
      const [apart, one] = [
        structuredClone({ ...PLAIN, ...changed }),
        structuredClone({ ...PLAIN, ...changed }),
      ]
      expect(told(validate, apart)).toEqual(told(whole, one))
    }),
    { numRuns: 2000 },
  )
  expect(told(validate, { own_facet: 'x' })).toEqual(told(whole, { own_facet: 'x' }))
})
