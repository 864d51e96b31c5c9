import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteReader } from '../../src/store/byte-reader.js'
import { DamagedIndex } from '../../src/store/storage.js'
import { encodeSuccessors, readSuccessors, type Successor } from '../../src/store/successor-column.js'

const column = fc.integer({ min: 1, max: 300 }).chain(size => {
  const number = fc.nat(size - 1)
  const successor = fc.option(fc.oneof(number, fc.constantFrom('CASE-00001', '案例', '')))
  return fc.record({
    size: fc.constant(size),
    named: fc.uniqueArray(fc.tuple(number, successor), { selector: ([document]) => document }),
  })
})

test('successors come back as numbers, as ids, and not at all', () => {
  fc.assert(
    fc.property(column, ({ size, named }) => {
      const sorted = named.sort(([a], [b]) => a - b)
      const superseded = Uint32Array.from(sorted, ([document]) => document)
      const given = new Map<number, Successor>()
      for (const [document, successor] of sorted) if (successor !== null) given.set(document, successor)
      const bytes = encodeSuccessors(given, superseded, size).slice()
      expect(readSuccessors(new ByteReader(bytes, 'file'), superseded, size)).toEqual(given)
    }),
  )
})

test('a successor takes the bits that its segment needs, and an id only where it is elsewhere', () => {
  const [superseded, size] = [Uint32Array.of(1, 2, 4), 62]
  const near = new Map<number, Successor>([
    [1, 61],
    [4, 0],
  ])
  // 63, none, 2 in six bits each, the lowest first.
  expect([...encodeSuccessors(near, superseded, size)]).toEqual([0b00111111, 0b00100000, 0b00])
  const far = new Map<number, Successor>([[2, 'C-1']])
  expect([...encodeSuccessors(far, superseded, size)]).toEqual([0b01000000, 0, 0, 3, 67, 45, 49])
})

test('a number that no document of the segment has is damage', () => {
  const bytes = encodeSuccessors(new Map([[0, 4]]), Uint32Array.of(0), 5).slice()
  expect(readSuccessors(new ByteReader(bytes, 'file'), Uint32Array.of(0), 5)).toEqual(new Map([[0, 4]]))
  bytes[0] = 7
  expect(() => readSuccessors(new ByteReader(bytes, 'file'), Uint32Array.of(0), 5)).toThrow(DamagedIndex)
})
