import type { CaseId } from '../model/case-id.js'
import { readAscending, writeAscending } from './ascending.js'
import { bitsFor, packBits, unpackBits } from './bits.js'
import type { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'
import { readFrontCoded, writeFrontCoded } from './front-coding.js'

/** Documents whose ranks, ids or places stand in one block. */
export const COLUMN_DOCUMENTS = 128

/** Ranks or document numbers, all below the segment's `size`, at the width that this needs. */
export function encodePositions(positions: Uint32Array, size: number): Uint8Array {
  return packBits(positions, bitsFor(size - 1))
}

export function readPositions(reader: ByteReader, count: number, size: number): Uint32Array {
  const positions = unpackBits(reader, count, bitsFor(size - 1))
  reader.end()
  if (positions.some(position => position >= size)) reader.fail('a number is out of range')
  return positions
}

/** Ids in ascending order, front-coded, then their document numbers. */
export function encodeIds(ids: readonly CaseId[], numbers: Uint32Array, size: number): Uint8Array {
  const out = new ByteWriter(16 * 1024)
  let before = ''
  for (const id of ids) {
    writeFrontCoded(out, id, before)
    before = id
  }
  out.bytes(encodePositions(numbers, size))
  return out.view()
}

export interface IdBlock {
  /** Ascending. */
  readonly ids: readonly CaseId[]
  readonly numbers: Uint32Array
}

export function readIds(reader: ByteReader, count: number, size: number): IdBlock {
  let before = ''
  const ids = Array.from({ length: count }, () => {
    before = readFrontCoded(reader, before)
    return before
  })
  return { ids, numbers: readPositions(reader, count, size) }
}

/** Days, -1 for none, as one more than their distance from the first day; 0 for none. */
export function encodeDays(days: Int32Array): Uint8Array {
  const known = days.filter(day => day >= 0)
  const first = known.reduce((least, day) => Math.min(least, day), known[0] ?? 0)
  const steps = Uint32Array.from(days, day => (day < 0 ? 0 : day - first + 1))
  const width = bitsFor(steps.reduce((most, step) => Math.max(most, step), 0))
  const out = new ByteWriter(steps.length * 2)
  out.varint(first)
  out.byte(width)
  out.bytes(packBits(steps, width))
  return out.view()
}

export function readDays(reader: ByteReader, count: number): Int32Array {
  const first = reader.varint()
  const steps = unpackBits(reader, count, reader.byte())
  reader.end()
  return Int32Array.from(steps, step => (step === 0 ? -1 : first + step - 1))
}

/** Numbers that are mostly 0: the documents with another one, then those numbers. */
export function encodeSparse(values: Uint32Array): Uint8Array {
  const out = new ByteWriter()
  const set = Uint32Array.from([...values.keys()].filter(i => values[i] !== 0))
  writeAscending(out, set)
  for (const i of set) out.varint(values[i] ?? 0)
  return out.view()
}

export function readSparse(reader: ByteReader, count: number): Uint32Array {
  const values = new Uint32Array(count)
  for (const i of readAscending(reader, count)) values[i] = reader.varint()
  reader.end()
  return values
}

/** Values of a dimension, each with the documents that have it. */
export function encodeFacet(values: ReadonlyMap<string, Uint32Array>): Uint8Array {
  const out = new ByteWriter(1024)
  out.varint(values.size)
  for (const [value, documents] of values) {
    out.text(value)
    writeAscending(out, documents)
  }
  return out.view()
}

export function readFacet(reader: ByteReader, size: number): Map<string, Uint32Array> {
  const values = new Map<string, Uint32Array>()
  const count = reader.count(2)
  for (let i = 0; i < count; i++) values.set(reader.text(), readAscending(reader, size))
  reader.end()
  return values
}
