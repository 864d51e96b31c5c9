import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAscending, writeAscending } from '../../src/store/ascending.js'
import { bitsFor, packBits, unpackBits } from '../../src/store/bits.js'
import { ByteReader } from '../../src/store/byte-reader.js'
import { ByteWriter, varintLength } from '../../src/store/byte-writer.js'
import { lastNotAbove, readTexts, writeTexts } from '../../src/store/front-coding.js'
import { type Place, readPlaces, writePlaces } from '../../src/store/place.js'
import { DamagedIndex } from '../../src/store/storage.js'

const uint32 = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 2 ** 32 - 1 }))

function written(write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter(1)
  write(out)
  return out.take()
}

function reading(bytes: Uint8Array): ByteReader {
  return new ByteReader(bytes, 'file')
}

test('a number comes back as it was, and takes the bytes that it is said to take', () => {
  fc.assert(
    fc.property(uint32, number => {
      const bytes = written(out => out.varint(number))
      const reader = reading(bytes)
      expect(reader.varint()).toBe(number)
      reader.end()
      expect(bytes.length).toBe(varintLength(number))
      expect(reading(written(out => out.u32(number))).u32()).toBe(number)
    }),
  )
})

test('any string comes back as it was, half surrogate pairs and NUL too', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map(code => String.fromCharCode(code)) }), text => {
      expect(reading(written(out => out.text(text))).text()).toBe(text)
    }),
  )
})

test('well-formed text is written as UTF-8', () => {
  const text = 'a é 设备 😀'
  expect(written(out => out.text(text)).subarray(1)).toEqual(new TextEncoder().encode(text))
})

test('ascending numbers come back, and none may reach the limit', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5000)), numbers => {
      const sorted = Uint32Array.from(numbers).sort()
      const bytes = written(out => writeAscending(out, sorted))
      expect(readAscending(reading(bytes), 5001)).toEqual(sorted)
      const last = sorted.at(-1)
      if (last !== undefined) expect(() => readAscending(reading(bytes), last)).toThrow(DamagedIndex)
    }),
  )
})

test('numbers of any width come back', () => {
  fc.assert(
    fc.property(fc.array(uint32), numbers => {
      const width = bitsFor(numbers.reduce((a, b) => Math.max(a, b), 0))
      const bytes = packBits(Uint32Array.from(numbers), width)
      expect([...unpackBits(reading(bytes), numbers.length, width)]).toEqual(numbers)
    }),
  )
})

test('front-coded texts come back, and the block of a text is the last that does not begin after it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 5 })), fc.string(), (texts, wanted) => {
      const sorted = texts.sort((a, b) => (a < b ? -1 : 1))
      expect(readTexts(reading(written(out => writeTexts(out, sorted))))).toEqual(sorted)
      expect(lastNotAbove(sorted, wanted)).toBe(sorted.findLastIndex(text => text <= wanted))
    }),
  )
})

test('places that follow one another come back', () => {
  fc.assert(
    fc.property(
      fc.nat(3),
      fc.nat(99),
      fc.array(fc.tuple(fc.nat(999), fc.boolean())),
      (pack, start, steps) => {
        const places: Place[] = []
        let last: Place = { pack, start, length: 0 }
        for (const [i, [length, next]] of steps.entries()) {
          const moves = next && i > 0
          last = moves
            ? { pack: last.pack + 1, start: 0, length }
            : { pack: last.pack, start: last.start + last.length, length }
          places.push(last)
        }
        expect(readPlaces(reading(written(out => writePlaces(out, places))), places.length)).toEqual(places)
      },
    ),
  )
})

test.each([
  ['an empty file', [], (reader: ByteReader) => reader.varint()],
  ['a number without an end', [0x80, 0x80], (reader: ByteReader) => reader.varint()],
  ['a number of six bytes', [0x80, 0x80, 0x80, 0x80, 0x80, 1], (reader: ByteReader) => reader.varint()],
  ['a number above 2³²', [0xff, 0xff, 0xff, 0xff, 0x1f], (reader: ByteReader) => reader.varint()],
  ['a text longer than the bytes', [5, 65], (reader: ByteReader) => reader.text()],
  ['a text that ends within a character', [1, 0xe8, 0xae, 0xbe], (reader: ByteReader) => reader.text()],
  ['a character above Unicode', [4, 0xf7, 0xbf, 0xbf, 0xbf], (reader: ByteReader) => reader.text()],
  [
    'a count of four thousand million',
    [0xff, 0xff, 0xff, 0xff, 0x0f],
    (reader: ByteReader) => reader.count(),
  ],
  ['bytes behind the end', [1], (reader: ByteReader) => reader.end()],
])('%s is damage', (_, bytes, read) => {
  expect(() => read(reading(Uint8Array.from(bytes)))).toThrow(DamagedIndex)
})
