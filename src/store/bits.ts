import type { ByteReader } from './byte-reader.js'

/** Bits that hold the numbers from 0 to `largest`. */
export function bitsFor(largest: number): number {
  return largest === 0 ? 0 : 32 - Math.clz32(largest)
}

/** Numbers of `width` bits each, 0 to 32, one behind the other, the lowest bit first. */
export function packBits(values: Uint32Array, width: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((values.length * width) / 8))
  let bit = 0
  for (const value of values) {
    for (let done = 0; done < width; ) {
      const at = bit >>> 3
      const within = bit & 7
      const step = Math.min(8 - within, width - done)
      bytes[at] = (bytes[at] ?? 0) | (((value >>> done) & ((1 << step) - 1)) << within)
      done += step
      bit += step
    }
  }
  return bytes
}

/** Reads `count` numbers; `count` is the caller's own, not one that was read. */
export function unpackBits(reader: ByteReader, count: number, width: number): Uint32Array {
  if (width > 32) reader.fail('a number is too wide')
  const bytes = reader.bytes(Math.ceil((count * width) / 8))
  const values = new Uint32Array(count)
  let bit = 0
  for (let i = 0; i < count; i++) {
    let value = 0
    for (let done = 0; done < width; ) {
      const within = bit & 7
      const step = Math.min(8 - within, width - done)
      value |= (((bytes[bit >>> 3] ?? 0) >>> within) & ((1 << step) - 1)) << done
      done += step
      bit += step
    }
    values[i] = value
  }
  return values
}
