import { expect, test } from 'vitest'
import { compareVersions, isVersion } from '../../src/lib/version.js'

/** Oldest first; those of one line are the same version. */
const ORDER = [
  ['0.9'],
  ['1.0.0-alpha'],
  ['1.0.0-alpha.1'],
  ['1.0.0-alpha.beta'],
  ['1.0.0-beta.2'],
  ['1.0.0-beta.11'],
  ['1.0.0-rc.1'],
  ['1', '1.0', 'v1.0.0', '1.0.0+build.7', ' 01.00 '],
  ['1.0.2a'],
  ['1.0.2k'],
  ['1.0.3'],
  ['3.2', 'V3.2'],
  ['3.10'],
  ['20260901'],
  ['123456789012345678901234567890'],
  ['123456789012345678901234567891'],
]

test('versions compare as people read them', () => {
  for (const [i, left] of ORDER.entries()) {
    for (const [j, right] of ORDER.entries()) {
      for (const a of left)
        for (const b of right)
          expect([a, b, Math.sign(compareVersions(a, b))]).toEqual([a, b, Math.sign(i - j)])
    }
  }
})

test('what begins with no number is no version', () => {
  expect(['3.2', 'v2', '1.0.2k'].every(isVersion)).toBe(true)
  expect(['', 'next', 'v', '-1', '.5'].some(isVersion)).toBe(false)
})
