import { crc32 as zlibCrc } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, readBlock, writeBlock } from '../../src/store/block.js'
import { ByteWriter } from '../../src/store/byte-writer.js'
import { crc32 } from '../../src/store/crc32.js'
import { DamagedIndex } from '../../src/store/storage.js'
import { deflate, inflate } from './support.js'

async function block(payload: Uint8Array): Promise<Uint8Array> {
  const out = new ByteWriter()
  writeBlock(out, await pack(payload, deflate))
  return out.take()
}

/** A block with a right checksum over whatever stands in it. */
function sealed(rest: readonly number[]): Uint8Array {
  const out = new ByteWriter()
  out.u32(crc32(Uint8Array.from(rest)))
  out.bytes(Uint8Array.from(rest))
  return out.take()
}

test('the checksum is that of gzip', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
      expect(crc32(bytes)).toBe(zlibCrc(bytes))
    }),
  )
})

test('a payload comes back, deflated or not', async () => {
  const noise = Uint8Array.from({ length: 300 }, (_, i) => (i * i * 7919) >>> 3)
  const dull = new Uint8Array(100_000)
  for (const payload of [new Uint8Array(0), Uint8Array.of(1), noise, dull]) {
    expect(Uint8Array.from(await readBlock(await block(payload), 'file', { inflate }))).toEqual(payload)
  }
  expect((await block(dull)).length).toBeLessThan(1000)
  expect((await block(noise)).length).toBe(noise.length + 5)
})

test('what was deflated against a dictionary is inflated with it, and with no other and none', async () => {
  const payload = new TextEncoder().encode(JSON.stringify(Array.from({ length: 40 }, (_, i) => i * i * 7919)))
  const out = new ByteWriter()
  const packed = await pack(payload, deflate, payload)
  writeBlock(out, packed)
  const bytes = out.take()
  expect(bytes.length).toBeLessThan(30)
  expect(await readBlock(bytes, 'file', { inflate }, payload)).toEqual(Buffer.from(payload))
  await expect(readBlock(bytes, 'file', { inflate })).rejects.toThrow('unknown kind')
  await expect(readBlock(bytes, 'file', { inflate }, Uint8Array.of(1))).rejects.toThrow(DamagedIndex)
  const other = await block(payload)
  expect(await readBlock(other, 'file', { inflate }, Uint8Array.of(1))).toEqual(Buffer.from(payload))
})

test('a faster checksum takes the place of our own', async () => {
  const asked: number[] = []
  const crc = (bytes: Uint8Array): number => {
    asked.push(bytes.length)
    return zlibCrc(bytes)
  }
  const out = new ByteWriter()
  writeBlock(out, { payload: Uint8Array.of(1, 2) }, crc)
  expect(await readBlock(out.take(), 'file', { inflate, crc32: crc })).toEqual(Uint8Array.of(1, 2))
  expect(asked).toEqual([3, 3])
})

test('every flipped bit and every cut is noticed', async () => {
  for (const payload of [Uint8Array.of(7, 8, 9), new Uint8Array(200)]) {
    const sound = await block(payload)
    for (let bit = 0; bit < sound.length * 8; bit++) {
      const damaged = sound.slice()
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expect(readBlock(damaged, 'file', { inflate })).rejects.toThrow(DamagedIndex)
    }
    for (let length = 0; length < sound.length; length++)
      await expect(readBlock(sound.subarray(0, length), 'file', { inflate })).rejects.toThrow(DamagedIndex)
  }
})

test.each([
  ['an unknown flag', [2, 1, 2, 3]],
  ['a size that DEFLATE cannot reach', [1, 0xff, 0xff, 0x7f, 3, 0]],
  ['a size of gigabytes', [1, 0xff, 0xff, 0xff, 0xff, 0x0f, 3, 0]],
  ['bytes that are no DEFLATE', [1, 10, 0xff, 0xff]],
  ['another size than it says', [1, 10, 3, 0]],
])('a block with %s is damaged, whatever its checksum says', async (_, rest) => {
  await expect(readBlock(sealed(rest), 'file', { inflate })).rejects.toThrow(DamagedIndex)
})
