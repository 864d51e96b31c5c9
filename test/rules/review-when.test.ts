import { expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { findings, found } from './lint-text.js'

const RULE = 'review-when'
const PRODUCTS = 'products:\n  home-router: 3.10\n'
const lint = (condition: string, products = PRODUCTS): string[] =>
  found(RULE, {
    ...(products === '' ? {} : { 'products.yml': products }),
    'cases/a.md': exampleCase({ review_when: condition }),
  })

test.each(['product>=3.2', 'home-router >= v3.2-rc.1', '[product>=3.2, home-router<2, product = 3.11]'])(
  '%s is a condition',
  condition => {
    expect(lint(condition)).toEqual([])
  },
)

test.each([
  ['new firmware', 'form'],
  ['product>=next', 'form'],
  ['product>=', 'form'],
  ['home-ruter>=3.2', 'unknownProduct'],
  ['pos-terminal>=3.2', 'unknownProduct'],
])('%s is none: %s', (condition, code) => {
  const [first, ...others] = findings(RULE, {
    'products.yml': PRODUCTS,
    'cases/a.md': exampleCase({ review_when: `[product>=1, "${condition}"]` }),
  })
  expect(others).toEqual([])
  expect(first?.code).toBe(code)
  expect(first?.severity).toBe('warning')
  expect(first?.message.en).toContain(condition)
})

test('a product that is nearly there is suggested, at the place of the condition', () => {
  const text = exampleCase({ review_when: 'home-ruter>=3.2' })
  const [first] = findings(RULE, { 'products.yml': PRODUCTS, 'cases/a.md': text })
  expect(first?.message.en).toContain('Did you mean `home-router`?')
  expect(text.slice(first?.at?.start, first?.at?.end)).toBe('home-ruter>=3.2')
})

test('a case without a product has no product to compare: review-when/noProduct', () => {
  const [first] = findings(RULE, {
    'products.yml': PRODUCTS,
    'cases/a.md': exampleCase({ review_when: 'product>=3.2', product: undefined }),
  })
  expect(first?.code).toBe('noProduct')
})

test('a library without the file, and one whose file is broken: review-when/products', () => {
  expect(lint('product>=3.2', '')).toEqual(['unknownProduct 16:14 warning'])
  const broken = findings(RULE, {
    'products.yml': 'products:\n  home-router: next\n',
    'cases/a.md': exampleCase({ review_when: 'product>=3.2' }),
  })
  expect(broken.map(each => [each.path, each.code, each.at?.line])).toEqual([['products.yml', 'products', 2]])
})
