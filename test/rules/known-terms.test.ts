import { describe, expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'known-terms'
const lint = (fields: Record<string, string | undefined>) => found(RULE, exampleCase(fields))

describe('aliases', () => {
  test('an alias, a label and other letter case are warnings', () => {
    expect(lint({ category: '经常断线' })).toEqual(['alias 10:11 warning'])
    expect(lint({ category: 'Frequent Drops' })).toEqual(['alias 10:11 warning'])
    expect(lint({ category: 'FREQUENT-DROPS' })).toEqual(['alias 10:11 warning'])
  })

  test('the fix replaces the value with its quotes and leaves comments and other items alone', () => {
    const text = exampleCase({
      category: '"经常断线" # as the caller said',
      fault_type: "[ '设置错误', network ]",
      product: '\n  name: 路由器\n  module: "无线"',
    })
    const after = fixed(RULE, text)
    expect(after).toContain('\ncategory: frequent-drops # as the caller said\n')
    expect(after).toContain('\nfault_type: [ configuration, network ]\n')
    expect(after).toContain('\n  name: home-router\n  module: rt-wifi\n')
    expect(found(RULE, after)).toEqual([])
  })

  test('text over several lines gets no fix', () => {
    const [finding] = findings(RULE, exampleCase({ category: '>-\n  经常断线' }))
    expect([finding?.code, finding?.fix]).toEqual(['alias', undefined])
  })

  test('an alias of an enumerated field is fixed although the schema refuses it', () => {
    expect(fixed(RULE, exampleCase({ urgency: '紧急' }))).toContain('\nurgency: critical\n')
  })
})

describe('unknown terms', () => {
  test('the nearest terms are suggested', () => {
    const [finding] = findings(RULE, exampleCase({ category: 'frequent-drop' }))
    expect(finding?.severity).toBe('error')
    expect(finding?.message).toEqual({
      en: '`category`: the taxonomy knows no `frequent-drop`. Did you mean `frequent-drops`? `casectl taxonomy` lists the terms.',
      zh: '`category`：术语表中没有 `frequent-drop`。是否想写 `frequent-drops`？可用 `casectl taxonomy` 查看全部术语。',
    })
  })

  test('a word that resembles nothing gets no suggestion', () => {
    expect(findings(RULE, exampleCase({ category: 'zzzzzz' }))[0]?.args['suggestion']).toBe('')
  })

  test('a module in the place of a product is sent to its field', () => {
    const [finding] = findings(RULE, exampleCase({ product: '{ name: rt-wifi }' }))
    expect([finding?.code, finding?.args['right']]).toEqual(['otherLevel', 'product.module'])
  })

  test('what the schema refused already is not reported twice', () => {
    expect(lint({ urgency: 'very' })).toEqual([])
  })
})

describe('retired terms', () => {
  const taxonomy = `facets:
  fault_type:
    multiple: true
    terms:
      - { id: firmware, aliases: [FW], retired: { use: software } }
      - { id: gremlin, retired: {} }
      - { id: software }
`
  const files = (value: string) => ({
    'taxonomy.yml': taxonomy,
    'casectl.config.yml': 'kinds: { case: { fields: [] } }\n',
    'cases/a.md': exampleCase({ fault_type: value, product: undefined, category: undefined }),
  })

  test('the successor is named and put in place, also for an alias', () => {
    expect(found(RULE, files('[firmware, FW, software]'))).toEqual([
      'retired 9:14 warning',
      'retired 9:24 warning',
    ])
    expect(fixed(RULE, files('[FW]'), 'cases/a.md')).toContain('fault_type: [software]')
  })

  test('without a successor there is nothing to fix', () => {
    const [finding] = findings(RULE, files('gremlin'))
    expect([finding?.code, finding?.severity, finding?.fix]).toEqual(['retiredOnly', 'warning', undefined])
  })
})

describe('the tree', () => {
  test('a module of another product is an error that names its own', () => {
    const [finding] = findings(RULE, exampleCase({ product: '{ name: home-router, module: pos-printer }' }))
    expect([finding?.code, finding?.severity]).toEqual(['parent', 'error'])
    expect(finding?.args).toEqual({
      value: 'pos-printer',
      field: 'product.module',
      parent: 'pos-terminal',
      given: 'home-router',
    })
  })

  test('a product without its module, and one whose name is unknown, break no branch', () => {
    expect(lint({ product: '{ name: home-router }' })).toEqual([])
    expect(lint({ product: '{ name: fax, module: rt-wifi }' })).toEqual(['unknown 9:18'])
  })

  test('an inner term lists what stands below it', () => {
    const [finding] = findings(RULE, exampleCase({ category: 'home-internet' }))
    expect([finding?.code, finding?.severity, finding?.args['children']]).toEqual([
      'notDeepest',
      'warning',
      'no-internet, slow-wifi, frequent-drops',
    ])
  })
})

test('several terms are an error only where the facet takes one', () => {
  const taxonomy = `facets:
  fault_type: { multiple: true, terms: [{ id: a }, { id: b }] }
  channel: { terms: [{ id: a }, { id: b }] }
`
  const fields = { product: undefined, category: undefined, fault_type: '[a, b]', channel: '[a, b]' }
  const files = { 'taxonomy.yml': taxonomy, 'cases/a.md': exampleCase(fields) }
  expect(found(RULE, files)).toEqual(['several 14:14'])
})
