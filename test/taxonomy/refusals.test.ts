import { expect, test } from 'vitest'
import { caseText, merge, move, refusal, type Texts } from './support.js'

const TAXONOMY = `facets:
  f:
    levels: [{ id: l1 }, { id: l2 }, { id: l3 }]
    terms:
      - id: a
        labels: { en: First }
        terms:
          - id: b
            terms:
              - id: c
      - id: d
        aliases: [Dee]
      - { id: old, retired: { use: d } }
  product:
    levels: [{ id: product, field: name }, { id: module, field: module }]
    terms:
      - { id: router, terms: [{ id: wan }, { id: lan }] }
      - { id: mesh, terms: [{ id: node }] }
  urgency:
    terms: [{ id: high }, { id: low }]
`

function mv(term: string, newId?: string, under?: string, texts: Partial<Texts> = {}, facet = 'f') {
  const request = {
    facet,
    term,
    ...(newId === undefined ? {} : { newId }),
    ...(under === undefined ? {} : { under }),
  }
  return refusal(() => move({ taxonomy: TAXONOMY, ...texts }, request))
}

function join(term: string, into: string, texts: Partial<Texts> = {}, facet = 'f') {
  return refusal(() => merge({ taxonomy: TAXONOMY, ...texts }, { facet, term, into }))
}

test('an unknown facet comes with the nearest ones, an unknown term too', () => {
  expect(mv('router', 'x', undefined, {}, 'prodct')).toMatchObject({
    code: 'unknown-facet',
    hint: { en: 'Did you mean product?' },
  })
  expect(mv('wann', 'x', undefined, {}, 'product')).toMatchObject({
    code: 'unknown-term',
    hint: { en: 'Did you mean `wan`?' },
  })
  expect(join('a', 'nowhere')).toMatchObject({ code: 'unknown-term' })
  expect(mv('a', undefined, 'nowhere')).toMatchObject({ code: 'unknown-term' })
})

test('a term is named by its id: a label or alias is answered with the id', () => {
  expect(mv('First', 'x')).toMatchObject({ code: 'unknown-term', hint: { en: 'Did you mean `a`?' } })
})

test('an id that is taken is answered with merge', () => {
  expect(mv('b', 'd')).toMatchObject({
    code: 'id-taken',
    hint: { en: 'To make one of both: `casectl taxonomy merge f b d`' },
  })
})

test('an id that is an alias of another term is refused', () => {
  expect(mv('a', 'dee')).toMatchObject({ code: 'name-taken' })
})

test('an old id that is also the label of a term further up is refused: it would lead there', () => {
  const taxonomy = 'facets: { f: { terms: [{ id: x, labels: { en: Y } }, { id: y }, { id: z }] } }\n'
  expect(mv('y', 'w', undefined, { taxonomy }).code).toBe('name-taken')
  expect(join('y', 'z', { taxonomy }).code).toBe('name-taken')
})

test.each(['', 'Big', 'a b', '-a', 'a--b', 'a/b', 'ａ：', 'x'.repeat(121)])('%j is no term id', id => {
  expect(mv('a', id).code).toBe('term-id')
})

test('a move below itself or its own descendant is refused', () => {
  expect(mv('a', undefined, 'a').code).toBe('below-itself')
  expect(mv('a', undefined, 'c').code).toBe('below-itself')
})

test('a move that needs a level more than the facet has is refused', () => {
  expect(mv('d', undefined, 'c')).toMatchObject({
    code: 'no-such-level',
    text: { en: '`d` would reach down to level 4; the facet f has 3.' },
  })
  expect(mv('a', undefined, 'd').code).toBe('no-such-level')
})

test('nothing to do is said', () => {
  expect(mv('a').code).toBe('usage')
  expect(mv('a', 'a').code).toBe('usage')
  expect(mv('b', undefined, 'a').text.en).toBe('`b` is below `a` already.')
  expect(mv('a', undefined, '').text.en).toBe('`a` is at the top already.')
})

const BOTH = {
  'cases/both.md': caseText('product: { name: router, module: wan }'),
  'archive/old.md': caseText('product: { name: router, module: wan }', 'CASE-00001'),
  'cases/alone.md': caseText('product: { module: wan }', 'CASE-00002'),
}

test('a module does not leave its product while cases name both; they are listed', () => {
  const moved = mv('wan', undefined, 'mesh', { cases: BOTH }, 'product')
  expect(moved.code).toBe('apart')
  expect(moved.details.map(detail => detail.en)).toEqual(['cases/both.md', 'archive/old.md'])
  expect(join('wan', 'node', { cases: BOTH }, 'product').code).toBe('apart')
})

test('the same move is fine when no case names both', () => {
  const cases = { 'cases/alone.md': BOTH['cases/alone.md'] }
  const changes = move({ taxonomy: TAXONOMY, cases }, { facet: 'product', term: 'wan', under: 'mesh' })
  expect(Object.keys(changes)).toEqual(['taxonomy.yml'])
})

test('a module does not become a product while a case names it as a module', () => {
  const refused = mv('wan', undefined, '', { cases: BOTH }, 'product')
  expect(refused.code).toBe('lost-term')
  expect(refused.details).toHaveLength(3)
})

test('a long list of cases is cut', () => {
  const cases = Object.fromEntries(
    Array.from({ length: 23 }, (_, i) => [`cases/${i}.md`, BOTH['cases/both.md']]),
  )
  const { details } = mv('wan', undefined, 'mesh', { cases }, 'product')
  expect(details).toHaveLength(21)
  expect(details.at(-1)?.en).toBe('… and 3 more')
})

test('an id that the schema of the cases refuses is refused before anything is written', () => {
  const cases = { 'cases/a.md': caseText('urgency: high') }
  const refused = mv('high', 'urgent', undefined, { cases }, 'urgency')
  expect(refused).toMatchObject({ code: 'refused-value', text: { en: 'cases/a.md cannot hold `urgent`:' } })
  expect(refused.details[0]?.en).toContain('must be one of critical, high')
})

test('only two terms of one level merge, and not into a retired one', () => {
  expect(join('b', 'd').code).toBe('levels-differ')
  expect(join('a', 'a').code).toBe('usage')
  expect(join('d', 'old').code).toBe('retired')
})

test.each([
  [
    'the dash on a line of its own',
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      -\n        id: a\n      - id: b\n',
  ],
  [
    'a block among flow items',
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms:\n      - id: a\n        cap: 2\n      - { id: b, terms: [{ id: c }] }\n',
  ],
  [
    'a comment between flow items',
    'facets:\n  f:\n    levels: [{ id: l1 }, { id: l2 }]\n    terms: [{ id: a }, # a\n      { id: b }]\n',
  ],
])('%s is not spliced: it says what to do by hand', (_, taxonomy) => {
  expect(mv('a', undefined, 'b', { taxonomy })).toMatchObject({
    code: 'by-hand',
    text: { en: 'taxonomy.yml is written in a way that cannot be edited safely. Nothing was written.' },
    hint: { en: 'Edit it by hand: move `a` below `b`' },
  })
})

test('more aliases than the schema allows are refused with its words', () => {
  const aliases = Array.from({ length: 100 }, (_, i) => `n${i}`).join(', ')
  const taxonomy = `facets: { f: { terms: [{ id: a }, { id: b, aliases: [${aliases}] }] } }\n`
  const refused = join('a', 'b', { taxonomy })
  expect(refused.code).toBe('by-hand')
  expect(refused.details).toHaveLength(1)
})
