import { pack } from './block.js'
import type { ByteArena } from './byte-arena.js'
import { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'
import type { IndexDocument } from './document.js'
import type { PackWriter } from './pack-writer.js'
import type { Place } from './place.js'
import { choosePreset } from './preset.js'
import { DamagedIndex } from './storage.js'
import type { WritePorts } from './write-ports.js'

/** Documents with following numbers that are deflated together: more are smaller, fewer load faster. */
export const CHUNK_DOCUMENTS = 1
/** Chunks deflated at once. */
const GROUP = 64

/** Where documents were written. */
export interface DocumentPlaces {
  /** What the chunks were deflated against. */
  readonly preset: Place | undefined
  readonly chunks: readonly Place[]
}

/**
 * Writes documents as JSON in UTF-8, each with its length before it.
 * @param order document number → index in the arena
 */
export async function writeDocuments(
  documents: ByteArena,
  order: Uint32Array,
  packs: PackWriter,
  deflate: WritePorts['deflate'],
): Promise<DocumentPlaces> {
  const dictionary = choosePreset(documents, order)
  const preset = dictionary && (await packs.add(dictionary))
  const places: Place[] = []
  const step = GROUP * CHUNK_DOCUMENTS
  for (let from = 0; from < order.length; from += step) {
    const chunks: Uint8Array[] = []
    for (let i = from; i < Math.min(order.length, from + step); i += CHUNK_DOCUMENTS)
      chunks.push(chunkOf(documents, order.subarray(i, i + CHUNK_DOCUMENTS)))
    const packed = await Promise.all(chunks.map(chunk => pack(chunk, deflate, dictionary)))
    for (const chunk of packed) places.push(packs.append(chunk))
    await packs.written()
  }
  return { preset, chunks: places }
}

/** Bytes of the longest varint. */
const MOST_HEAD = 5

function chunkOf(documents: ByteArena, indexes: Uint32Array): Uint8Array {
  const texts = Array.from(indexes, index => documents.get(index))
  const out = new ByteWriter(texts.reduce((sum, json) => sum + json.length + MOST_HEAD, 0))
  for (const json of texts) {
    out.varint(json.length)
    out.bytes(json)
  }
  return out.view()
}

/** Reads a chunk of `count` documents. @throws DamagedIndex */
export function readDocuments(payload: Uint8Array, count: number, file: string): IndexDocument[] {
  const reader = new ByteReader(payload, file)
  const texts = Array.from({ length: count }, () => reader.bytes(reader.count()))
  reader.end()
  return texts.map(text => parse(text, file))
}

function parse(json: Uint8Array, file: string): IndexDocument {
  try {
    // The checksum held, so this is what was written.
    return JSON.parse(new TextDecoder().decode(json)) as IndexDocument
  } catch {
    throw new DamagedIndex(file, 'a document is damaged')
  }
}
