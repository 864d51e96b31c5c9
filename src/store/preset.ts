import type { ByteArena } from './byte-arena.js'
import { ByteWriter } from './byte-writer.js'
import { DamagedIndex } from './storage.js'

/** Bytes of a dictionary: twice as many save a sixth of the documents, and cost the first hit twice as much. */
const WRITTEN_BYTES = 16 * 1024
/** As far back as DEFLATE refers (RFC 1951, 2). */
const MOST_BYTES = 32 * 1024
/** Fewer documents do not earn back what a dictionary costs. */
const LEAST_DOCUMENTS = 16

/**
 * What documents are deflated against ("preset dictionary" in RFC 1950): whole documents from all
 * over the segment, since documents have their keys, their headings and their turns of phrase in
 * common. Undefined when it would not pay.
 * @param order document number → index in the arena
 */
export function choosePreset(documents: ByteArena, order: Uint32Array): Uint8Array | undefined {
  if (order.length < LEAST_DOCUMENTS) return undefined
  const bytes = order.reduce((sum, index) => sum + documents.get(index).length, 0)
  const wanted = Math.min(order.length, Math.floor((WRITTEN_BYTES * order.length) / bytes))
  const out = new ByteWriter(WRITTEN_BYTES)
  for (let i = 0; i < wanted; i++) {
    // The middle of each of as many equal parts.
    const document = documents.get(order[Math.floor(((i + 0.5) * order.length) / wanted)] ?? 0)
    if (out.length + document.length <= WRITTEN_BYTES) out.bytes(document)
  }
  return out.length === 0 ? undefined : out.take()
}

/** The dictionary that a block holds. @throws DamagedIndex */
export function presetOf(payload: Uint8Array, file: string): Uint8Array {
  if (payload.length > 0 && payload.length <= MOST_BYTES) return payload
  throw new DamagedIndex(file, 'a dictionary has a size that none has')
}
