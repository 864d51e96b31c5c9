import { expect, test } from 'vitest'
import { move, moved } from './support.js'

const BLOCK = `# head
version: 1
facets:
  f:
    levels: [{ id: top }, { id: low }]
    terms:
      # All about alpha.
      - id: alpha   # first
        labels: { zh: 甲, en: Alpha }

        # its children
        terms:
          # one
          - id: one
            labels:
              zh: 一
          - id: two
            aliases:
              - zwei   # German
            # not to be used for three

      # About beta.
      - id: beta
        retired: { use: "alpha" }

  g:
    terms: [{ id: alpha }]
# foot
`

test('a rename changes the id, the pointers to it and the aliases, and nothing else', () => {
  expect(moved(BLOCK, 'alpha', 'omega')).toBe(
    BLOCK.replace('- id: alpha   #', '- id: omega   #')
      .replace('use: "alpha"', 'use: omega')
      .replace(
        'labels: { zh: 甲, en: Alpha }\n',
        'labels: { zh: 甲, en: Alpha }\n        aliases: [alpha]\n',
      ),
  )
})

test('the old id joins a block list of aliases as a line', () => {
  expect(moved(BLOCK, 'two', 'deux')).toBe(
    BLOCK.replace('id: two', 'id: deux').replace('# German\n', '# German\n              - two\n'),
  )
})

test('the new alias comes behind multi-line labels', () => {
  expect(moved(BLOCK, 'one', 'uno')).toBe(
    BLOCK.replace('id: one', 'id: uno').replace('zh: 一\n', 'zh: 一\n            aliases: [one]\n'),
  )
})

test('a term that is renamed to its own alias swaps the two', () => {
  const text = 'facets: { f: { terms: [{ id: a, aliases: [b, "C d"] }] } }\n'
  expect(moved(text, 'a', 'b')).toBe('facets: { f: { terms: [{ id: b, aliases: ["C d", a] }] } }\n')
  expect(moved(text.replace('b, "C d"', 'B'), 'a', 'b')).toBe(
    'facets: { f: { terms: [{ id: b, aliases: [a] }] } }\n',
  )
})

test('an alias that says the old id already is not repeated', () => {
  const text = 'facets:\n  f:\n    terms:\n      - id: wifi\n        aliases: [WiFi]\n'
  expect(moved(text, 'wifi', 'wlan')).toBe(text.replace('id: wifi', 'id: wlan'))
})

test.each([
  ['id: a', '2024', 'id: "2024"'],
  ['id: a', 'yes', 'id: "yes"'],
  ["id: 'a'", 'b', 'id: b'],
  ['"id": a', '慢网.2', '"id": 慢网.2'],
  ['id: >-\n          a', 'b', 'id: b'],
])('%j renamed to %s is %j', (before, to, after) => {
  const text = `facets:\n  f:\n    terms:\n      - ${before}\n        aliases: [x]\n`
  expect(moved(text, 'a', to)).toBe(text.replace(before, after).replace('[x]', '[x, a]'))
})

test('a term moves with its comments and everything below it, indented as its new place asks', () => {
  const text = `facets:
  f:
    levels: [{ id: l1 }, { id: l2 }, { id: l3 }]
    terms:
      - id: a
        terms:
          # about b
          # in two lines
          - id: b
            labels: { zh: "多
              行" }

            terms:
            - id: c
              cap: 3
            # below c
          - id: d

      - id: e
# end
`
  expect(moved(text, 'b', undefined, '')).toBe(`facets:
  f:
    levels: [{ id: l1 }, { id: l2 }, { id: l3 }]
    terms:
      - id: a
        terms:
          - id: d

      - id: e
      # about b
      # in two lines
      - id: b
        labels: { zh: "多
          行" }

        terms:
        - id: c
          cap: 3
        # below c
# end
`)
})

test('a comment that belongs to a neighbour stays where it is', () => {
  expect(moved(BLOCK, 'one', undefined, 'beta')).toBe(
    BLOCK.replace(
      '          # one\n          - id: one\n            labels:\n              zh: 一\n',
      '',
    ).replace(
      'retired: { use: "alpha" }\n',
      'retired: { use: "alpha" }\n        terms:\n          # one\n          - id: one\n            labels:\n              zh: 一\n',
    ),
  )
})

test('the last child leaves an empty list; moved back, the file is as it was', () => {
  const text =
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: a\n        terms: # of a\n          - { id: b }\n      - id: c\n        terms: []\n'
  const there = moved(text, 'b', undefined, 'c')
  expect(there).toBe(
    text
      .replace('        terms: # of a\n          - { id: b }\n', '        terms: [] # of a\n')
      .replace('c\n        terms: []\n', 'c\n        terms:\n          - { id: b }\n'),
  )
  expect(moved(String(there), 'b', undefined, 'a')).toBe(text)
})

test('a key without a value is filled, not repeated', () => {
  const text =
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: a\n        terms:\n        aliases:\n      - id: b\n'
  expect(moved(text, 'b', undefined, 'a')).toBe(
    text
      .replace('      - id: b\n', '')
      .replace('terms:\n        al', 'terms:\n          - id: b\n        al'),
  )
  expect(moved(text, 'a', 'z')).toBe(text.replace('id: a', 'id: z').replace('aliases:', 'aliases: [a]'))
})

test('renaming and moving go together', () => {
  const text =
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: a\n      - { id: b, other: true }\n'
  expect(moved(text, 'b', 'c', 'a')).toBe(
    text.replace(
      '      - { id: b, other: true }\n',
      '        terms:\n          - { id: c, aliases: [b], other: true }\n',
    ),
  )
})

test('flow lists: the item goes with its comma and arrives with one', () => {
  const text =
    'facets: { f: { levels: [{id: l1}, {id: l2}], terms: [{id: a, terms: [{id: x}, {id: y}, {id: z}]}, {id: b}, {id: c, terms: []}] } }\n'
  expect(moved(text, 'x', undefined, 'c')).toBe(
    text.replace('{id: x}, ', '').replace('terms: []', 'terms: [{id: x}]'),
  )
  expect(moved(text, 'y', undefined, 'b')).toBe(
    text.replace('{id: y}, ', '').replace('{id: b}', '{id: b, terms: [{id: y}]}'),
  )
  expect(moved(text, 'z', undefined, '')).toBe(
    text.replace(', {id: z}', '').replace('terms: []}]', 'terms: []}, {id: z}]'),
  )
  expect(moved(text, 'b', undefined, 'a')).toBe(
    text.replace(', {id: b}', '').replace('{id: z}', '{id: z}, {id: b}'),
  )
})

test('flow lists with one item a line keep that form', () => {
  const text = `{
  "facets": {
    "f": {
      "levels": [{ "id": "l1" }, { "id": "l2" }],
      "terms": [
        { "id": "a", "terms": [
            { "id": "x" },
            { "id": "y" }
        ] },
        # about b
        { "id": "b" }, # b
        { "id": "c" }
      ]
    }
  }
}
`
  expect(moved(text, 'y', undefined, '')).toBe(
    text
      .replace('{ "id": "x" },\n            { "id": "y" }', '{ "id": "x" }')
      .replace('{ "id": "c" }', '{ "id": "c" },\n        { "id": "y" }'),
  )
  expect(moved(text, 'x', undefined, 'b')).toBe(
    text
      .replace('            { "id": "x" },\n', '')
      .replace('{ "id": "b" }', '{ "id": "b", terms: [{ "id": "x" }] }'),
  )
})

test('a flow item becomes a line of a block list', () => {
  const text =
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: a\n        terms: [{ id: x,\n          cap: 2 }, { id: y }]\n'
  expect(moved(text, 'x', undefined, '')).toBe(
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: a\n        terms: [{ id: y }]\n      - { id: x,\n          cap: 2 }\n',
  )
})

test('a term on one line becomes a block where it gets a block below it', () => {
  const text =
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: a # one\n        cap: 2\n      - { id: b, labels: { en: "B, b" }, cap: 3 } # two\n'
  expect(moved(text, 'a', undefined, 'b')).toBe(
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: b\n        labels: { en: "B, b" }\n        cap: 3 # two\n        terms:\n          - id: a # one\n            cap: 2\n',
  )
})

test('CRLF files stay CRLF, a byte order mark stays, and a missing last line break stays missing', () => {
  const text =
    '\uFEFFfacets:\r\n  f:\r\n    levels: [{ id: l1 }, { id: l2 }]\r\n    terms:\r\n      - id: a\r\n        terms:\r\n          - id: b\r\n          - id: c'
  expect(moved(text, 'b', 'z', '')).toBe(
    '\uFEFFfacets:\r\n  f:\r\n    levels: [{ id: l1 }, { id: l2 }]\r\n    terms:\r\n      - id: a\r\n        terms:\r\n          - id: c\r\n      - id: z\r\n        aliases: [b]',
  )
})

test('the same id in another facet is another term', () => {
  const result = move({ taxonomy: BLOCK }, { facet: 'g', term: 'alpha', newId: 'omega' })
  expect(result).toEqual({
    'taxonomy.yml': BLOCK.replace('terms: [{ id: alpha }]', 'terms: [{ id: omega, aliases: [alpha] }]'),
  })
})
