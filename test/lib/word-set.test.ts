import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jaccard, wordHashes, wordSet } from '../../src/lib/word-set.js'

const alike = (a: string, b: string) => jaccard(wordSet(a), wordSet(b))

describe('the words of a text', () => {
  test('are pairs of Han characters and runs of letters and digits', () => {
    expect(wordHashes('设备停机 E-1203')).toHaveLength(3 + 2)
    expect(alike('设备停机', '设备 备停 停机')).toBe(1)
    expect(alike('E-1203', 'e 1203')).toBe(1)
    expect(wordHashes('机 a 机')).toHaveLength(3)
    expect(wordHashes(' .,，。！\n')).toHaveLength(0)
  })

  test('do not depend on letter case, width or compatibility forms', () => {
    expect(alike('ＷｉＦｉ ① ｶﾞ', 'wifi 1 ガ')).toBe(1)
    expect(alike('caf\u0065\u0301', 'CAF\u00c9')).toBe(1)
  })

  test('count once each in the set, which ascends', () => {
    const set = wordSet('b a c a b 设备设备')
    expect(set).toHaveLength(3 + 2)
    expect([...set]).toEqual([...set].sort((a, b) => a - b))
  })

  test('the hashes are the same for ever: signatures may be stored', () => {
    expect([...wordHashes('e-1203 停机')]).toMatchInlineSnapshot(`
      [
        2111704691,
        2439677697,
        710031218,
      ]
    `)
  })
})

describe('a text that NFKC and lower case cannot change', () => {
  // A digit in a circle makes that the whole text is folded; it is a word of its own at the end.
  const folded = (text: string) => wordHashes(`${text} ①`).slice(0, -1)
  const every = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))

  test('gives the same as if it were folded: every unit alone and between neighbours', () => {
    for (const [before, after] of [
      ['', ''],
      ['机', '机'],
      ['か', 'ハ'],
      ['a', 'Z'],
      ['가', '，'],
      ['=', '9'],
    ]) {
      const differing = every.filter(unit => {
        const text = `${before}${unit}${after}`
        return wordHashes(text).join() !== folded(text).join()
      })
      expect(differing).toEqual([])
    }
  })

  test('gives the same as if it were folded: units side by side', () => {
    const usual = fc.constantFrom(...'aZ9-é×° ，：“”…—、。々ーがカヴ機机停設가각→≠■～￥')
    const units = fc.oneof(usual, fc.constantFrom(...every))
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: usual }, units), { maxLength: 12 }), list => {
        expect(wordHashes(list.join(''))).toEqual(folded(list.join('')))
      }),
      { numRuns: 2000 },
    )
  })
})

test('a long run of combining marks is read in no time', () => {
  const started = performance.now()
  wordHashes(`a${'\u0301\u0323'.repeat(60_000)}`)
  expect(performance.now() - started).toBeLessThan(1000)
})

test('the Jaccard index is that of the sets', () => {
  const numbers = fc.uniqueArray(fc.nat(40), { maxLength: 30 })
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const all = new Set([...a, ...b])
      const shared = a.filter(n => b.includes(n))
      const sorted = (list: readonly number[]) => Uint32Array.from(list).sort()
      expect(jaccard(sorted(a), sorted(b))).toBe(all.size === 0 ? 0 : shared.length / all.size)
    }),
  )
})
