import type { CaseId } from '../model/case-id.js'
import { bitsFor, packBits, unpackBits } from './bits.js'
import type { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'

/** The case that replaces a document: a document of the same reader by its number, any other by its id. */
export type Successor = number | CaseId

/** Superseded document → its successor, where it names one. */
export type SuccessorColumn = ReadonlyMap<number, Successor>

const NONE = 0
const BY_ID = 1
/** What stands for document 0. */
const FIRST = 2

/**
 * A number for each superseded document, then the ids that none of them could stand for. An id is as
 * long as the numbers of five successors, and has to be looked up in a block of its own.
 * @param superseded ascending
 * @param size documents of the segment
 */
export function encodeSuccessors(
  successors: SuccessorColumn,
  superseded: Uint32Array,
  size: number,
): Uint8Array {
  const out = new ByteWriter(1024)
  const codes = superseded.map(document => {
    const successor = successors.get(document)
    if (successor === undefined) return NONE
    return typeof successor === 'number' ? FIRST + successor : BY_ID
  })
  out.bytes(packBits(codes, bitsFor(FIRST + size - 1)))
  for (const document of superseded) {
    const successor = successors.get(document)
    if (typeof successor === 'string') out.text(successor)
  }
  return out.view()
}

export function readSuccessors(reader: ByteReader, superseded: Uint32Array, size: number): SuccessorColumn {
  const successors = new Map<number, Successor>()
  const codes = unpackBits(reader, superseded.length, bitsFor(FIRST + size - 1))
  for (const [i, document] of superseded.entries()) {
    const code = codes[i] ?? NONE
    if (code >= FIRST + size) reader.fail('a number is out of range')
    if (code !== NONE) successors.set(document, code === BY_ID ? reader.text() : code - FIRST)
  }
  reader.end()
  return successors
}
