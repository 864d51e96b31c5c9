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
