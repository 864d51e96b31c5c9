import { STATUSES } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { readAscending, writeAscending } from './ascending.js'
import type { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'

/** The statuses that are not the most common one, and the successors. */
export interface StatusColumn {
  /** By document number: the position of its status in STATUSES. */
  readonly statuses: Uint8Array
  /** Superseded document → the id that replaces it, ascending by document. */
  readonly successors: ReadonlyMap<number, CaseId>
}

/** The status that most documents have. */
export function commonStatus(statuses: Uint8Array): number {
  const counts = new Uint32Array(STATUSES.length)
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0))
}

/** Every other status with its documents, then documents with successors and the successors' ids. */
export function encodeStatuses({ statuses, successors }: StatusColumn, common: number): Uint8Array {
  const out = new ByteWriter(1024)
  const others = [...STATUSES.keys()].filter(status => status !== common && statuses.includes(status))
  out.varint(others.length)
  for (const status of others) {
    out.byte(status)
    writeAscending(out, Uint32Array.from([...statuses.keys()].filter(i => statuses[i] === status)))
  }
  writeAscending(out, Uint32Array.from(successors.keys()))
  for (const id of successors.values()) out.text(id)
  return out.view()
}

export function readStatuses(reader: ByteReader, size: number, common: number): StatusColumn {
  const statuses = new Uint8Array(size).fill(common)
  const others = reader.count(2)
  for (let i = 0; i < others; i++) {
    const status = reader.byte()
    if (status >= STATUSES.length) reader.fail('a status is unknown')
    for (const document of readAscending(reader, size)) statuses[document] = status
  }
  const successors = new Map<number, CaseId>()
  for (const document of readAscending(reader, size)) successors.set(document, reader.text())
  reader.end()
  return { statuses, successors }
}
