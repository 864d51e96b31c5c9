import { ByteReader } from './byte-reader.js'
import { type ByteWriter, joinBytes } from './byte-writer.js'
import { crc32 } from './crc32.js'
import { DamagedIndex, type Storage } from './storage.js'
import type { WritePorts } from './write-ports.js'

/*
 * ┌──────────────┬───────────┬─────────────────────────────┬───────────────┐
 * │ CRC-32 (u32) │ flags (1) │ if deflated: size (varint)  │ payload       │
 * └──────────────┴───────────┴─────────────────────────────┴───────────────┘
 * The checksum is over all that follows it.
 */
const AS_IT_IS = 0
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
  return smallerOf(payload, await deflate(payload, dictionary), dictionary)
}

/** The same for parts one behind the other, each deflated by itself. */
export async function packParts(
  parts: readonly Uint8Array[],
  deflate: WritePorts['deflateParts'],
): Promise<Packed> {
  const payload = joinBytes(parts)
  if (payload.length < LEAST) return { payload }
  return smallerOf(payload, await deflate(parts), undefined)
}

/** The same where deflating does not wait. */
export function packNow(payload: Uint8Array, deflate: DeflateNow, dictionary: Uint8Array): Packed {
  if (payload.length < LEAST) return { payload }
  return smallerOf(payload, deflate(payload, dictionary), dictionary)
}

export type DeflateNow = (bytes: Uint8Array, dictionary: Uint8Array) => Uint8Array

function smallerOf(payload: Uint8Array, deflated: Uint8Array, dictionary: Uint8Array | undefined): Packed {
  if (deflated.length >= payload.length * 0.875) return { payload }
  return { payload: deflated, deflated: { size: payload.length, withDictionary: dictionary !== undefined } }
}

/** Writes all of a block but its checksum. */
export function writeInside(out: ByteWriter, { payload, deflated }: Packed): void {
  if (deflated === undefined) out.byte(AS_IT_IS)
  else {
    out.byte(deflated.withDictionary ? WITH_DICTIONARY : DEFLATED)
    out.varint(deflated.size)
  }
  out.bytes(payload)
}

/** The payload in the inside of a block, where it stands there as it is. */
export function plainPayload(inside: Uint8Array): Uint8Array | undefined {
  return inside[0] === AS_IT_IS ? inside.subarray(1) : undefined
}

/**
 * Writes a block behind what stands in `out`; its length.
 * @param content what is packed, or the inside of a block
 */
export function writeBlock(
  out: ByteWriter,
  content: Packed | Uint8Array,
  sum: (bytes: Uint8Array) => number = crc32,
): number {
  const start = out.length
  out.u32(0)
  if (content instanceof Uint8Array) out.bytes(content)
  else writeInside(out, content)
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
  if (flags === AS_IT_IS) return block.subarray(HEAD)
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
