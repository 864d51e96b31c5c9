import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastOfBest, leastOfBestIn, notBelow } from '../../src/search/select.js'

const SCORES = fc.array(fc.nat(9), { minLength: 1, maxLength: 40 })

test('the least of the best is the score at that place, over one list or several', () => {
  fc.assert(
    fc.property(SCORES, fc.integer({ min: 1, max: 45 }), fc.nat(40), (values, count, border) => {
      const documents = [...values.keys()]
      const scores = Float64Array.from(values)
      const sorted = values.toSorted((a, b) => b - a)
      const expected = values.length <= count ? Number.NEGATIVE_INFINITY : sorted[count - 1]
      expect(leastOfBest(documents, scores, count)).toBe(expected)
      expect(leastOfBestIn([documents.slice(0, border), documents.slice(border)], scores, count)).toBe(
        expected,
      )
    }),
  )
})

test('what is not below keeps its order, those that equal the least with it', () => {
  const scores = Float64Array.of(1, 3, 2, 3, 0)
  expect(notBelow([4, 3, 2, 1, 0], scores, 2)).toEqual([3, 2, 1])
  expect(notBelow(Uint32Array.of(0, 4), scores, Number.NEGATIVE_INFINITY)).toEqual([0, 4])
})
