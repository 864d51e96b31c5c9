import { describe, expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { findings, found } from './lint-text.js'

const RULE = 'required-fields'
const missing = (fields: Record<string, string | undefined>) =>
  findings(RULE, exampleCase(fields)).map(({ code, args }) => `${code} ${args['field']}`)

describe('beyond draft', () => {
  test.each(['in-review', 'published', 'needs-review', 'archived', 'superseded'])('%s: an error', status => {
    expect(found(RULE, exampleCase({ status, owner: undefined }))).toEqual(['missing 1:1'])
  })

  test('withdrawn: a warning', () => {
    expect(found(RULE, exampleCase({ status: 'withdrawn', owner: undefined }))).toEqual([
      'missing 1:1 warning',
    ])
  })

  test('a field of a group is reported at the group', () => {
    expect(found(RULE, exampleCase({ product: '{ name: home-router }' }))).toEqual(['missing 9:1'])
  })

  test('a required facet that the kind also lists is reported once', () => {
    expect(missing({ category: undefined, urgency: undefined })).toEqual([
      'missing category',
      'missing urgency',
    ])
  })

  test.each([
    ['source', ''],
    ['source', '# none'],
    ['source', '{}'],
    ['source', '{ type: }'],
    ['source', '{ type: "", refs: [] }'],
    ['owner', '" "'],
    ['fault_type', '[]'],
    ['fault_type', '[ ]'],
  ])('%s that is `%s` is missing', (field, value) => {
    expect(missing({ [field]: value })).toEqual([`missing ${field}`])
  })

  test('a group in lines of its own counts by what it holds', () => {
    expect(missing({ source: '\n  type:\n  refs:' })).toEqual(['missing source'])
    expect(missing({ source: '\n  type:\n  refs:\n    - TK-1' })).toEqual([])
  })

  test('`incomplete` excuses nothing here', () => {
    expect(missing({ owner: undefined, incomplete: '[owner]' })).toEqual(['listed owner'])
  })

  test('each kind asks for its own fields', () => {
    expect(missing({ kind: 'faq', fault_type: undefined, product: '{ name: home-router }' })).toEqual([])
  })

  test('fields of the configuration are asked for', () => {
    const config = 'kinds: { case: { fields: [/resolution_hours, /outcomes/0/metric] } }\n'
    const lint = (fields: Record<string, string>) =>
      findings(RULE, { 'casectl.config.yml': config, 'cases/a.md': exampleCase(fields) }).map(
        ({ args }) => args['field'],
      )
    expect(lint({})).toEqual(['outcomes.0.metric', 'resolution_hours'])
    expect(lint({ resolution_hours: '0', outcomes: '[{ metric: hours }]' })).toEqual([])
  })
})

describe('in a draft', () => {
  const bare = {
    status: 'draft',
    product: undefined,
    category: undefined,
    fault_type: undefined,
    urgency: undefined,
  }

  test('one facet is enough', () => {
    expect(found(RULE, exampleCase({ ...bare, owner: undefined, urgency: 'low' }))).toEqual([])
  })

  test('no facet is a warning that names them all', () => {
    expect(found(RULE, exampleCase(bare))).toEqual(['noTerm 1:1 warning'])
    expect(findings(RULE, exampleCase(bare))[0]?.args).toEqual({
      fields: 'category, product.name, fault_type, urgency',
    })
  })

  test.each(['category', '/product/name', 'product.name', 'product', 'Urgency'])(
    '`incomplete: [%s]` excuses it',
    name => {
      expect(found(RULE, exampleCase({ ...bare, incomplete: `[${name}]` }))).toEqual([])
    },
  )
})

test('what the schema refused is not called missing as well', () => {
  expect(
    missing({ urgency: 'very', source: 'ticket', product: 'home-router', fault_type: '{ a: b }' }),
  ).toEqual([])
})

test('a refused kind or status says nothing about what is asked', () => {
  expect(missing({ kind: 'cases', owner: undefined })).toEqual([])
  expect(missing({ status: 'publish', owner: undefined })).toEqual([])
})
