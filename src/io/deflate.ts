import { promisify } from 'node:util'
import { constants, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib'

const deflate = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw)

/** Below this, handing bytes to a thread costs more than deflating them. */
const FEW_BYTES = 4096

/**
 * Raw DEFLATE (RFC 1951), for many bytes in a thread of its own.
 * @param dictionary what the stream may refer to as if it came right before
 */
export function deflateBytes(bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array | Promise<Uint8Array> {
  return bytes.length < FEW_BYTES
    ? deflateNow(bytes, dictionary)
    : deflate(bytes, optionsFor(bytes, dictionary))
}

/** The same in this thread. */
export function deflateNow(bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, optionsFor(bytes, dictionary))
}

function optionsFor(bytes: Uint8Array, dictionary: Uint8Array | undefined): ZlibOptions {
  return { ...sizesFor(bytes.length + (dictionary?.length ?? 0)), ...(dictionary && { dictionary }) }
}

/**
 * A window as large as what is to be found in it, and no larger: the result is the same, but zlib
 * clears and holds 2^(windowBits + 2) + 2^(memLevel + 9) bytes for each stream, 256 KiB by default.
 */
function sizesFor(length: number): ZlibOptions {
  const bits = Math.ceil(Math.log2(length + 1))
  const windowBits = Math.min(Math.max(bits, 9), constants.Z_MAX_WINDOWBITS)
  return { windowBits, memLevel: Math.min(Math.max(bits - 6, 3), constants.Z_DEFAULT_MEMLEVEL) }
}

/** A shorter part goes with the next one: codes of its own save next to nothing, and cost time. */
const SHORT_PART = 512

/**
 * Raw DEFLATE of parts one behind the other, each with codes of its own, without looking for
 * anything longer than runs: numbers are as small that way, in a third of the time.
 */
export async function deflateParts(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const joined: Uint8Array[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last === undefined || last.length > SHORT_PART) joined.push(part)
    else joined[joined.length - 1] = Buffer.concat([last, part])
  }
  const deflated = joined.map((part, i) => {
    const options = {
      ...sizesFor(part.length),
      strategy: constants.Z_RLE,
      // A stream ends with a block of no bytes and goes on behind it (RFC 1951, 3.2.3).
      finishFlush: i === joined.length - 1 ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    }
    return part.length < FEW_BYTES ? deflateRawSync(part, options) : deflate(part, options)
  })
  return Buffer.concat(await Promise.all(deflated))
}
