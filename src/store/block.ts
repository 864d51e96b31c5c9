import { ByteReader } from './byte-reader.js'
import type { ByteWriter } from './byte-writer.js'
import { crc32 } from './crc32.js'
import { DamagedIndex, type Storage } from './storage.js'
import type { WritePorts } from './write-ports.js'

/*
 * ┌──────────────┬───────────┬─────────────────────────────┬───────────────┐
 * │ CRC-32 (u32) │ flags (1) │ if deflated: size (varint)  │ payload       │
 * └──────────────┴───────────┴─────────────────────────────┴───────────────┘
 * The checksum is over all that follows it.
 */
const DEFLATED = 1
/** Deflated against a dictionary that its reader knows. */
const WITH_DICTIONARY = 2
const HEAD = 5
/** Bytes that a block may grow to: of a damaged or hostile one no more room is made. */
const MOST = 64 * 1024 * 1024
/** DEFLATE makes of one byte 1032 at most (RFC 1951: 258 bytes for two bits). */
const BEST_RATIO = 1032
/** Below this DEFLATE saves next to nothing. */
const LEAST = 128

type Unpacking = Pick<Storage, 'inflate' | 'crc32'>

/** A block before it has a place. */
export interface Packed {
  readonly payload: Uint8Array
  /** Missing when it is not deflated. */
  readonly deflated?: {
    /** Bytes before deflating. */
    readonly size: number
    /** It cannot be inflated without the dictionary. */
    readonly withDictionary: boolean
  }
}

/** Deflates a payload where that saves at least an eighth: reading has to undo it. */
export async function pack(
  payload: Uint8Array,
  deflate: WritePorts['deflate'],
  dictionary?: Uint8Array,
): Promise<Packed> {
  if (payload.length < LEAST) return { payload }
  const smaller = await deflate(payload, dictionary)
  if (smaller.length >= payload.length * 0.875) return { payload }
  return { payload: smaller, deflated: { size: payload.length, withDictionary: dictionary !== undefined } }
}

/** Writes a block behind what stands in `out`; its length. */
export function writeBlock(
  out: ByteWriter,
  { payload, deflated }: Packed,
  sum: (bytes: Uint8Array) => number = crc32,
): number {
  const start = out.length
  out.u32(0)
  if (deflated === undefined) out.byte(0)
  else {
    out.byte(deflated.withDictionary ? WITH_DICTIONARY : DEFLATED)
    out.varint(deflated.size)
  }
  out.bytes(payload)
  const block = out.view().subarray(start)
  new DataView(block.buffer, block.byteOffset).setUint32(0, sum(block.subarray(4)), true)
  return block.length
}

/**
 * The payload of a block.
 * @param dictionary what it may have been deflated against
 * @throws DamagedIndex
 */
export async function readBlock(
  block: Uint8Array,
  file: string,
  storage: Unpacking,
  dictionary?: Uint8Array,
): Promise<Uint8Array> {
  const reader = new ByteReader(block, file)
  const sum = block.subarray(4)
  if (reader.u32() !== (storage.crc32?.(sum) ?? crc32(sum)))
    throw new DamagedIndex(file, 'a checksum does not fit')
  const flags = reader.byte()
  if (flags === 0) return block.subarray(HEAD)
  const against = flags === WITH_DICTIONARY ? dictionary : undefined
  if (flags !== DEFLATED && against === undefined) return reader.fail('a block of unknown kind')
  const size = reader.varint()
  const deflated = reader.bytes(reader.left)
  if (size > MOST || size > deflated.length * BEST_RATIO) return reader.fail('a block is too large')
  const payload = await inflated(deflated, size, against, file, storage)
  return payload.length === size ? payload : reader.fail('a block has another size than it says')
}

async function inflated(
  bytes: Uint8Array,
  size: number,
  dictionary: Uint8Array | undefined,
  file: string,
  storage: Unpacking,
): Promise<Uint8Array> {
  try {
    return await storage.inflate(bytes, size, dictionary)
  } catch (error) {
    throw new DamagedIndex(file, `cannot be inflated (${String(error)})`)
  }
}
