import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Likeliest } from '../../src/lib/likeliest.js'

test('of all that were added the 32 likeliest are kept, of two as likely the lower number first', () => {
  const others = fc.uniqueArray(fc.record({ other: fc.nat(500), estimate: fc.integer({ min: 1, max: 9 }) }), {
    selector: ({ other }) => other,
    maxLength: 80,
  })
  fc.assert(
    fc.property(others, all => {
      const likeliest = new Likeliest()
      for (const { other, estimate } of all) likeliest.add(other, estimate)
      const best = [...all].sort((x, y) => y.estimate - x.estimate || x.other - y.other).slice(0, 32)
      expect(likeliest.others).toEqual(best.map(({ other }) => other))
      for (const { other } of all) expect(likeliest.has(other)).toBe(likeliest.others.includes(other))
    }),
  )
})
