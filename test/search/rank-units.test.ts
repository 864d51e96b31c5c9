import { expect, test } from 'vitest'
import { coverage, coverageBySentence, type RankUnit } from '../../src/search/rank-units.js'

/** A unit said by terms of equal weight. */
function unit(weight: number, ...terms: number[]): RankUnit {
  return {
    unit: 0,
    weight,
    wordings: [{ factor: 1, any: false, asked: terms.map(term => ({ terms: [term], weight })) }],
  }
}

test('coverage is the share of the squared weights: a rare word outweighs a common one', () => {
  const units = [unit(3, 0), unit(1, 1)]
  expect(coverage(units, new Set([0, 1]))).toBe(1)
  expect(coverage(units, new Set([0]))).toBeCloseTo(0.9)
  expect(coverage(units, new Set([1]))).toBeCloseTo(0.1)
  expect(coverage(units, new Set())).toBe(0)
})

test('a long run counts as one thing, and half of its bigrams as half of it', () => {
  const units = [unit(2, 0, 1, 2, 3), unit(2, 4)]
  expect(coverage(units, new Set([4]))).toBeCloseTo(0.5)
  expect(coverage(units, new Set([0, 1]))).toBeCloseTo(0.25)
})

test('another wording covers a unit by its factor, and the best wording counts', () => {
  const own = { factor: 1, any: false, asked: [0, 1, 2, 3].map(term => ({ terms: [term], weight: 1 })) }
  const other = { factor: 0.8, any: false, asked: [{ terms: [4], weight: 1 }] }
  const units: RankUnit[] = [{ unit: 0, weight: 1, wordings: [own, other] }]
  expect(coverage(units, new Set([4]))).toBeCloseTo(0.8)
  expect(coverage(units, new Set([0, 4]))).toBeCloseTo(0.8)
  expect(coverage(units, new Set([0, 1, 2, 3]))).toBe(1)
})

test('any reading of a misspelt word, and any term that a pattern fits, covers it', () => {
  const readings = { factor: 0.5, any: true, asked: [0, 1].map(term => ({ terms: [term], weight: 1 })) }
  expect(coverage([{ unit: 0, weight: 1, wordings: [readings] }], new Set([1]))).toBe(0.5)
  const pattern = { factor: 1, any: false, asked: [{ terms: [5, 6, 7], weight: 1 }] }
  expect(coverage([{ unit: 0, weight: 1, wordings: [pattern] }], new Set([6]))).toBe(1)
})

test('what a case has in one sentence counts whole, the same spread over several counts less', () => {
  const units = [0, 1, 2, 3].map(i => ({ ...unit(1, i), unit: i }))
  const sentences = [0, 0, 1, 1]
  expect(coverageBySentence(units, new Set([0, 1]), sentences)).toBe(0.5)
  expect(coverageBySentence(units, new Set([0, 2]), sentences)).toBeCloseTo(Math.SQRT1_2 / 2)
  expect(coverageBySentence(units, new Set([0, 2]), [7, 7, 7, 7])).toBe(coverage(units, new Set([0, 2])))
  expect(coverageBySentence(units, new Set(), sentences)).toBe(0)
  expect(coverageBySentence([], new Set([1]), [])).toBe(0)
})

test('a query of which nothing is known is covered by nothing', () => {
  expect(coverage([], new Set([1]))).toBe(0)
})
