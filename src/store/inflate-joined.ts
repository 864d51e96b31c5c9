import type { Storage } from './storage.js'

/** Undoes raw DEFLATE, and knows no dictionary. */
export type PlainInflate = (bytes: Uint8Array, size: number) => Uint8Array | Promise<Uint8Array>

/**
 * Takes a dictionary where the world's DEFLATE knows none, as in browsers. A stream of DEFLATE refers
 * to whatever came out before it, and blocks end at any byte that its writer likes (RFC 1951, 3.2.4):
 * so the dictionary goes before the stream as a block that is not compressed, and is cut off from
 * what comes out.
 */
export function inflateJoined(inflate: PlainInflate): Storage['inflate'] {
  return async (bytes, size, dictionary) => {
    if (dictionary === undefined) return inflate(bytes, size)
    const joined = await inflate(join(dictionary, bytes), dictionary.length + size)
    return joined.subarray(dictionary.length)
  }
}

/** Bytes before those of a block that is not compressed. */
const HEAD = 5

/*
 * ┌──────────────────────────────────┬─────────┬──────────┬────────────┬────────┐
 * │ 0: not the last, not compressed  │ u16 LEN │ u16 ~LEN │ dictionary │ stream │
 * └──────────────────────────────────┴─────────┴──────────┴────────────┴────────┘
 * Numbers are written with the lowest byte first.
 */
function join(dictionary: Uint8Array, bytes: Uint8Array): Uint8Array {
  const length = dictionary.length
  if (length > 0xffff) throw new RangeError('a dictionary is too large for one block')
  const joined = new Uint8Array(HEAD + length + bytes.length)
  const head = new DataView(joined.buffer)
  head.setUint16(1, length, true)
  head.setUint16(3, ~length & 0xffff, true)
  joined.set(dictionary, HEAD)
  joined.set(bytes, HEAD + length)
  return joined
}
