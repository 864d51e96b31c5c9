import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ascending } from '../../src/lib/ascending.js'

const plain = (hashes: readonly number[]) => [...new Set(hashes)].sort((a, b) => a - b)

test('hashes come ascending and each once, few or many, spread or crowded', () => {
  const spread = fc.integer({ min: 0, max: 0xffffffff })
  const crowded = fc.oneof(fc.nat(50), spread, fc.constant(0xffffffff))
  fc.assert(
    fc.property(
      fc.oneof(fc.array(spread, { maxLength: 300 }), fc.array(crowded, { maxLength: 300 })),
      hashes => {
        expect([...ascending(Uint32Array.from(hashes))]).toEqual(plain(hashes))
      },
    ),
  )
})

test('one list leaves nothing behind for the next, however long it was', () => {
  const hashes = Array.from({ length: 100_000 }, (_, i) => Math.imul(i, 0x9e3779b9) >>> 0)
  expect([...ascending(Uint32Array.from(hashes))]).toEqual(plain(hashes))
  expect([...ascending(Uint32Array.from(hashes.slice(0, 60)))]).toEqual(plain(hashes.slice(0, 60)))
})

test('hashes that were made to fill one slot take no longer than the built-in sort by much', () => {
  const hashes = Array.from({ length: 200_000 }, (_, i) => 0xffff - (i % 0x10000))
  const started = performance.now()
  expect(ascending(Uint32Array.from(hashes))).toHaveLength(0x10000)
  expect(performance.now() - started).toBeLessThan(1000)
})
