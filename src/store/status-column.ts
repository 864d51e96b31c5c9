import { STATUSES } from '../model/case.js'
import { readAscending, writeAscending } from './ascending.js'
import type { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'

const SUPERSEDED = STATUSES.indexOf('superseded')

/** The status that most documents have. */
export function commonStatus(statuses: Uint8Array): number {
  const counts = new Uint32Array(STATUSES.length)
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0))
}

/** Every other status than the most common one, with its documents. */
export function encodeStatuses(statuses: Uint8Array, common: number): Uint8Array {
  const out = new ByteWriter(1024)
  const others = [...STATUSES.keys()].filter(status => status !== common && statuses.includes(status))
  out.varint(others.length)
  for (const status of others) {
    out.byte(status)
    writeAscending(out, documentsWith(status, statuses))
  }
  return out.view()
}

/** By document number: the position of its status in STATUSES. */
export function readStatuses(reader: ByteReader, size: number, common: number): Uint8Array {
  const statuses = new Uint8Array(size).fill(common)
  const others = reader.count(2)
  for (let i = 0; i < others; i++) {
    const status = reader.byte()
    if (status >= STATUSES.length) reader.fail('a status is unknown')
    for (const document of readAscending(reader, size)) statuses[document] = status
  }
  reader.end()
  return statuses
}

/** The superseded documents, ascending. */
export function supersededOf(statuses: Uint8Array): Uint32Array {
  return documentsWith(SUPERSEDED, statuses)
}

function documentsWith(status: number, statuses: Uint8Array): Uint32Array {
  const documents: number[] = []
  for (let at = statuses.indexOf(status); at !== -1; at = statuses.indexOf(status, at + 1)) documents.push(at)
  return Uint32Array.from(documents)
}
