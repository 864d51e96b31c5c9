import { describe, expect, test } from 'vitest'
import { bandsFor } from '../../src/lib/bands.js'
import { addTo } from '../../src/lib/groups.js'
import { nearPairs } from '../../src/lib/near-pairs.js'
import { Signatures } from '../../src/lib/signatures.js'
import { BINS, filledBins, SKETCH_BYTES, sketchOf, sketchOfWords, wordsIn } from '../../src/lib/sketch.js'
import { jaccard, wordSet } from '../../src/lib/word-set.js'
import { edited, numbersFrom, textOf } from './texts.js'

/** Pairs of texts of every likeness, short and long, Chinese and English. */
function pairs(seed: number, count: number, shares: readonly number[]): (readonly [string, string])[] {
  const next = numbersFrom(seed)
  return Array.from({ length: count }, (_, i) => {
    const chinese = i % 2 === 0
    const text = textOf(next, 6 + Math.floor(next() * 40), chinese)
    const share = shares[i % shares.length] ?? 0
    return [text.join('\n'), edited(next, text, share, chinese).join('\n')]
  })
}

describe('a signature', () => {
  test('estimates the exact Jaccard index within five standard deviations', () => {
    for (const [a, b] of pairs(1, 600, [0, 0.02, 0.05, 0.1, 0.2, 0.3])) {
      const signatures = new Signatures(2)
      signatures.set(0, sketchOf(a))
      signatures.set(1, sketchOf(b))
      const exact = jaccard(wordSet(a), wordSet(b))
      if (exact < 0.5) continue
      const samples = Math.min(signatures.filled(0), signatures.filled(1))
      const error = Math.abs(signatures.estimate(0, 1) - exact)
      expect(error).toBeLessThanOrEqual(5 * Math.sqrt((exact * (1 - exact)) / samples) + 0.005)
    }
  })

  test('is without bias: over many pairs the errors cancel', () => {
    let sum = 0
    const all = pairs(2, 600, [0.05, 0.1, 0.15])
    for (const [a, b] of all) {
      const signatures = new Signatures(2)
      signatures.set(0, sketchOf(a))
      signatures.set(1, sketchOf(b))
      sum += signatures.estimate(0, 1) - jaccard(wordSet(a), wordSet(b))
    }
    expect(Math.abs(sum / all.length)).toBeLessThan(0.01)
  })

  test('beside a threshold is 0 for what falls far short of it, and for no pair above it', () => {
    for (const [a, b] of pairs(7, 600, [0, 0.02, 0.05, 0.1, 0.2, 0.3, 1])) {
      const all = new Signatures(2)
      const some = new Signatures(2, 0.7)
      for (const [i, text] of [a, b].entries()) {
        all.set(i, sketchOf(text))
        some.set(i, sketchOf(text))
      }
      const estimate = some.estimate(0, 1)
      if (estimate !== 0) expect(estimate).toBe(all.estimate(0, 1))
      const exact = jaccard(wordSet(a), wordSet(b))
      if (exact >= 0.7) expect(estimate).toBeGreaterThan(0)
      if (exact < 0.3) expect(estimate).toBe(0)
    }
  })

  test('of one word fills every bin, and of none says that it has no samples', () => {
    const signatures = new Signatures(3)
    signatures.set(0, sketchOf('one'))
    signatures.set(1, sketchOf('One'))
    signatures.set(2, sketchOf(''))
    expect([0, 1, 2].map(i => signatures.filled(i))).toEqual([1, 1, 0])
    expect(signatures.estimate(0, 1)).toBe(1)
    const keys = new Uint32Array(3)
    signatures.keys(0, 7, keys)
    expect(keys[0]).toBe(keys[1])
    expect(keys[0]).not.toBe(keys[2])
  })
})

describe('a sketch', () => {
  test('counts the different words of a text, and the bins that they fall into', () => {
    for (const [a, b] of pairs(6, 60, [0.1])) {
      const sketch = sketchOf(`${a}\n${b}`)
      const words = wordSet(`${a}\n${b}`).length
      expect(wordsIn(sketch)).toBe(words)
      expect(filledBins(sketch)).toBeLessThanOrEqual(Math.min(words, BINS))
      expect(sketch).toHaveLength(SKETCH_BYTES)
    }
    const long = Array.from({ length: 9000 }, (_, i) => `w${i}`).join(' ')
    expect(wordsIn(sketchOf(`${long} ${long}`))).toBe(9000)
  })

  test('is the same for the same words, and may be kept: bytes of another length are refused', () => {
    expect(sketchOf('停机 E-1203 停机')).toEqual(sketchOf('e 1203，停机'))
    expect(() => new Signatures(1).set(0, new Uint8Array(3))).toThrow(RangeError)
  })
})

test('a text of the one word whose rank stands for an empty bin has no samples, and ends', () => {
  const sketch = sketchOfWords(Uint32Array.of(0x94e626ca))
  expect([wordsIn(sketch), filledBins(sketch)]).toEqual([1, 0])
})

describe('bands', () => {
  test.each([0.5, 0.6, 0.7, 0.8, 0.9, 1])('find 99 % of the pairs at a threshold of %d', threshold => {
    const { rows, bands } = bandsFor(threshold)
    expect(rows * bands).toBeLessThanOrEqual(BINS)
    expect(1 - (1 - threshold ** rows) ** bands).toBeGreaterThanOrEqual(0.99)
  })

  test('of 0.7 have 7 rows and pass over what is hardly alike', () => {
    expect(bandsFor(0.7)).toEqual({ rows: 7, bands: 54 })
    expect(1 - (1 - 0.3 ** 7) ** 54).toBeLessThan(0.02)
  })
})

describe('near pairs', () => {
  const texts = pairs(3, 1000, [0.01, 0.03, 0.05, 0.08, 0.12, 0.3]).flat()
  const found = nearPairs(texts.map(sketchOf), i => wordSet(texts[i] ?? ''), 0.7)

  test('are at least 99 % of those that are alike by 0.8 and more', () => {
    const known = new Set(found.map(({ a, b }) => `${a} ${b}`))
    let near = 0
    let missed = 0
    for (let i = 0; i < texts.length; i += 2) {
      if (jaccard(wordSet(texts[i] ?? ''), wordSet(texts[i + 1] ?? '')) < 0.8) continue
      near++
      if (!known.has(`${i} ${i + 1}`)) missed++
    }
    expect(near).toBeGreaterThan(300)
    expect(missed / near).toBeLessThanOrEqual(0.01)
  })

  test('are all alike by the threshold, exactly, and come in one order', () => {
    for (const { a, b, likeness } of found) {
      expect(a).toBeLessThan(b)
      expect(likeness).toBe(jaccard(wordSet(texts[a] ?? ''), wordSet(texts[b] ?? '')))
      expect(likeness).toBeGreaterThanOrEqual(0.7)
    }
    expect(found.map(({ b }) => b)).toEqual(found.map(({ b }) => b).sort((x, y) => x - y))
    expect(nearPairs(texts.map(sketchOf), i => wordSet(texts[i] ?? ''), 0.7)).toEqual(found)
  })

  test('name every copy of a text that stands there a thousand times, without comparing all', () => {
    const text = textOf(numbersFrom(4), 20, false).join(' ')
    const copies = nearPairs(
      Array.from({ length: 1000 }, () => sketchOf(text)),
      () => wordSet(text),
      0.7,
    )
    expect(new Set(copies.flatMap(({ a, b }) => [a, b])).size).toBe(1000)
    expect(copies.length).toBeLessThanOrEqual(1000 * 12)
  })

  test('name every one of many near copies, each at most with twelve before it', () => {
    const next = numbersFrom(8)
    const text = textOf(next, 30, true)
    const copies = Array.from({ length: 800 }, () => edited(next, text, 0.04, true).join('\n'))
    const words = copies.map(wordSet)
    const near = nearPairs(copies.map(sketchOf), i => words[i] ?? wordSet(''), 0.7)
    const alike = words.filter((one, i) => words.some((other, j) => i !== j && jaccard(one, other) >= 0.7))
    expect(alike.length).toBeGreaterThan(700)
    expect(new Set(near.flatMap(({ a, b }) => [a, b])).size).toBe(alike.length)
    const later = new Map<number, number[]>()
    for (const { a, b } of near) addTo(later, b, a)
    for (const others of later.values()) {
      expect(others.length).toBeLessThanOrEqual(12)
      expect(new Set(others).size).toBe(others.length)
    }
  })

  test('of many texts on one form still have the two that are alike', () => {
    const next = numbersFrom(5)
    const form = textOf(next, 12, true)
    const many = Array.from({ length: 2000 }, () => [...form, ...textOf(next, 12, true)].join('\n'))
    many[77] = `${many[1900]}\n另外一句`
    const near = nearPairs(many.map(sketchOf), i => wordSet(many[i] ?? ''), 0.9)
    expect(near.map(({ a, b }) => [a, b])).toEqual([[77, 1900]])
  })

  test('leave out texts of too few different words', () => {
    const short = '重启 重启 重启 重启'
    expect(nearPairs([sketchOf(short), sketchOf(short)], () => wordSet(short), 0.7, 2)).toEqual([])
    expect(nearPairs([sketchOf(short), sketchOf(short)], () => wordSet(short), 0.7)).toEqual([
      { a: 0, b: 1, likeness: 1 },
    ])
  })

  test('of nothing are none', () => {
    expect(nearPairs([], () => wordSet(''), 0.7)).toEqual([])
    expect(nearPairs([sketchOf(''), sketchOf(''), sketchOf('')], () => wordSet(''), 0.7)).toEqual([])
  })
})
