import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inflateJoined } from '../../src/store/inflate-joined.js'
import { inflate as browserInflate } from '../../src/web/inflate.js'
import { deflate, inflate } from './support.js'

const plain = (bytes: Uint8Array, size: number): Uint8Array => inflate(bytes, size)
const joined = inflateJoined(plain)
const text = (value: string): Uint8Array => new TextEncoder().encode(value)

/** Texts that share much, so that streams do refer to the dictionary. */
const bytes = fc
  .array(fc.constantFrom('设备', '停机 ', '"title":"', '重启后恢复', 'x', '\n'), {
    minLength: 1,
    maxLength: 200,
  })
  .map(parts => text(parts.join('')))

test('a stream behind its dictionary gives what a dictionary gives, in a browser too', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, bytes, async (dictionary, payload) => {
      const deflated = deflate(payload, dictionary)
      const expected = Uint8Array.from(inflate(deflated, payload.length, dictionary))
      expect(expected).toEqual(payload)
      expect(Uint8Array.from(await joined(deflated, payload.length, dictionary))).toEqual(expected)
      expect(await browserInflate(deflated, payload.length, dictionary)).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

test('the first byte of 32 KiB can still be referred to', async () => {
  const dictionary = new Uint8Array(32 * 1024)
  for (let i = 0, state = 1; i < dictionary.length; i++) {
    state = (state * 48271) % 2147483647
    dictionary[i] = state >>> 8
  }
  const payload = dictionary.slice(0, 4000)
  const deflated = deflate(payload, dictionary)
  expect(Uint8Array.from(await joined(deflated, payload.length, dictionary))).toEqual(payload)
})

test('without a dictionary the stream is inflated as it is', async () => {
  const payload = text('设备停机')
  expect(Uint8Array.from(await joined(deflateRawSync(payload), payload.length))).toEqual(payload)
})

test('more than the size that was said is refused, and so is what is no DEFLATE', async () => {
  const dictionary = text('设备停机'.repeat(50))
  const deflated = deflate(dictionary, dictionary)
  for (const way of [joined, browserInflate]) {
    await expect(way(deflated, dictionary.length - 1, dictionary)).rejects.toThrow()
    await expect(way(deflated.subarray(0, -1), dictionary.length, dictionary)).rejects.toThrow()
    await expect(way(Uint8Array.of(255, 255), 10, dictionary)).rejects.toThrow()
    await expect(way(deflated, dictionary.length, new Uint8Array(0x10000))).rejects.toThrow(RangeError)
  }
})
