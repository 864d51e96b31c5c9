import { inflateJoined } from '../store/inflate-joined.js'

/**
 * Undoes raw DEFLATE as browsers do it: https://compression.spec.whatwg.org. Stops reading when
 * more than `size` bytes come out.
 * @throws TypeError on damaged bytes, RangeError on too many
 */
export const inflate = inflateJoined(inflatePlain)

async function inflatePlain(bytes: Uint8Array, size: number): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  // What goes wrong in writing is also said by the reading end.
  const written = Promise.allSettled([writer.write(bytes), writer.close()])
  const out = new Uint8Array(size)
  let length = 0
  for await (const chunk of chunksOf(stream.readable)) {
    if (length + chunk.length > size) throw new RangeError(`more than ${size} bytes`)
    out.set(chunk, length)
    length += chunk.length
  }
  await written
  return out.subarray(0, length)
}

// Not every browser iterates a stream by itself.
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
