import type { ByteReader } from './byte-reader.js'
import type { ByteWriter } from './byte-writer.js'

/** Numbers that rise: how many, the first, and from each to the next one less than the step. */
export function writeAscending(out: ByteWriter, numbers: Uint32Array): void {
  out.varint(numbers.length)
  let before = -1
  for (const number of numbers) {
    out.varint(number - before - 1)
    before = number
  }
}

/** Reads numbers below `limit`. */
export function readAscending(reader: ByteReader, limit: number): Uint32Array {
  const count = reader.count()
  const numbers = new Uint32Array(count)
  let before = -1
  for (let i = 0; i < count; i++) {
    before += reader.varint() + 1
    if (before >= limit) reader.fail('a number is out of range')
    numbers[i] = before
  }
  return numbers
}
