import { expect, test } from 'vitest'
import { merge, merged } from './support.js'

const TEXT = `facets:
  f:
    levels: [{ id: l1 }, { id: l2 }]
    terms:
      - id: wifi
        labels: { zh: 无线, en: Wi-Fi }
        terms:
          - id: slow

      # Said by old cases.
      - id: wlan   # the same thing
        labels:
          zh: 无线   # again
          en: "WLAN: wireless"
        aliases: [wlan net, Wi-Fi, "#wlan"]
        terms:
          # Weak signal.
          - id: weak
            cap: 3
            # not more
          - { id: lost, labels: { en: Lost } }

      - id: radio
        retired:
          use: wlan
      - { id: air, retired: { use: 'wlan' } }
`

test('names, children and pointers go over; the term leaves with its comments', () => {
  expect(merged(TEXT, 'wlan', 'wifi')).toBe(`facets:
  f:
    levels: [{ id: l1 }, { id: l2 }]
    terms:
      - id: wifi
        labels: { zh: 无线, en: Wi-Fi }
        aliases: [wlan, "WLAN: wireless", wlan net, "#wlan"]
        terms:
          - id: slow
          # Weak signal.
          - id: weak
            cap: 3
            # not more
          - { id: lost, labels: { en: Lost } }


      - id: radio
        retired:
          use: wifi
      - { id: air, retired: { use: wifi } }
`)
})

test('a term merges into one that stands below it in the file, and into one without children', () => {
  const text =
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: a\n        terms:\n          - id: x\n      - id: b\n'
  expect(merged(text, 'a', 'b')).toBe(
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: b\n        aliases: [a]\n        terms:\n          - id: x\n',
  )
})

test('a label that is an alias of a third term stays there', () => {
  const text =
    'facets: { f: { terms: [{ id: a, labels: { en: Net, zh: 网 } }, { id: b }, { id: c, aliases: [net] }] } }\n'
  expect(merged(text, 'a', 'b')).toBe(
    'facets: { f: { terms: [{ id: b, aliases: [a, 网] }, { id: c, aliases: [net] }] } }\n',
  )
})

test('a retired term merges into the one that it points to', () => {
  const text = 'facets:\n  f:\n    terms: [{ id: a, retired: { use: b } }, { id: b }]\n'
  expect(merged(text, 'a', 'b')).toBe('facets:\n  f:\n    terms: [{ id: b, aliases: [a] }]\n')
})

test('the only child of a node leaves an empty list when it merges into a cousin', () => {
  const text =
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: a\n        terms:\n          - id: x\n      - id: b\n        terms:\n          - id: y\n            labels: { en: X }\n'
  expect(merged(text, 'x', 'y')).toBe(
    text.replace('        terms:\n          - id: x\n', '        terms: []\n'),
  )
})

test('flow children join flow children', () => {
  const text =
    'facets: {f: {levels: [{id: l1}, {id: l2}], terms: [{id: a, terms: [{id: x}, {id: y}]}, {id: b, terms: [{id: z}]}]}}\n'
  expect(merged(text, 'a', 'b')).toBe(
    'facets: {f: {levels: [{id: l1}, {id: l2}], terms: [{id: b, aliases: [a], terms: [{id: z}, {id: x}, {id: y}]}]}}\n',
  )
})

test('CRLF stays', () => {
  const text = 'facets:\n  f:\n    terms:\n      - id: a\n      - id: b\n        cap: 2\n'.replaceAll(
    '\n',
    '\r\n',
  )
  expect(merged(text, 'a', 'b')).toBe(
    'facets:\n  f:\n    terms:\n      - id: b\n        aliases: [a]\n        cap: 2\n'.replaceAll(
      '\n',
      '\r\n',
    ),
  )
})

const PRODUCTS = `facets:
  product:
    levels: [{ id: product, field: name }, { id: module, field: module }]
    terms:
      - id: router
        terms: [{ id: wan }]
      - id: gateway
        terms: [{ id: dsl }]
`

test('the charter follows a product: replaced, or removed where the other one is listed too', () => {
  const request = { facet: 'product', term: 'gateway', into: 'router' }
  const only = 'charter:\n  # scope\n  products:\n    - "gateway" # old name\n'
  expect(merge({ taxonomy: PRODUCTS, config: only }, request)['casectl.config.yml']).toBe(
    only.replace('"gateway"', 'router'),
  )
  const both = 'charter:\n  products:\n    - gateway # old name\n    - router\n'
  expect(merge({ taxonomy: PRODUCTS, config: both }, request)['casectl.config.yml']).toBe(
    'charter:\n  products:\n    - router\n',
  )
  const flow = 'charter: { products: [router, gateway] }\n'
  expect(merge({ taxonomy: PRODUCTS, config: flow }, request)['casectl.config.yml']).toBe(
    'charter: { products: [router] }\n',
  )
})

test('a charter that does not name the product stays as it is', () => {
  const config = 'charter: { products: [router] }\n'
  const changes = merge({ taxonomy: PRODUCTS, config }, { facet: 'product', term: 'dsl', into: 'wan' })
  expect(Object.keys(changes)).toEqual(['taxonomy.yml'])
})
