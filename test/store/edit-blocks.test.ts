import { expect, test } from 'vitest'
import { ByteReader } from '../../src/store/byte-reader.js'
import { encodeDead, readDead } from '../../src/store/edit-blocks.js'
import { DamagedIndex } from '../../src/store/storage.js'

test('removed documents come back with their ranks, and one of a rank that nobody has is damage', () => {
  const dead = { numbers: Uint32Array.of(0, 7), ranks: Uint32Array.of(9, 3) }
  const read = (size: number): unknown => readDead(new ByteReader(encodeDead(dead), 'file'), size)
  expect(read(10)).toEqual(dead)
  expect(() => read(9)).toThrow(DamagedIndex)
  expect(() => read(7)).toThrow(DamagedIndex)
})
