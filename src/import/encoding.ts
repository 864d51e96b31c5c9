import type { Encoding } from '../model/import-encodings.js'

/** What a file's bytes say of their encoding. */
export interface EncodingGuess {
  readonly encoding: Encoding
  readonly bom: boolean
  /** False where nothing decides: the bytes are no text in any of the encodings. */
  readonly sure: boolean
}

/** The byte order mark at the start of a file, if there is one. */
export function bomOf(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Looks at the bytes of a file as they come by and says which encodings they could be in. */
export class EncodingWatch {
  readonly #utf8 = new Checker('utf-8')
  readonly #gb18030 = new Checker('gb18030')
  #bom: Encoding | undefined
  #first = true

  add(bytes: Uint8Array): void {
    if (this.#first) this.#bom = bomOf(bytes)
    this.#first = false
    if (this.#bom !== undefined) return
    // Bytes that are UTF-8 from first to last are hardly ever anything else.
    if (!this.#utf8.add(bytes) || this.#gb18030.begun) this.#gb18030.add(bytes)
  }

  guess(): EncodingGuess {
    if (this.#bom !== undefined) return { encoding: this.#bom, bom: true, sure: true }
    if (this.#utf8.holds) return { encoding: 'utf-8', bom: false, sure: true }
    return { encoding: 'gb18030', bom: false, sure: this.#gb18030.holds }
  }
}

/** Whether bytes are text of an encoding. A character cut off at the very end does not count against it. */
class Checker {
  readonly #decoder: InstanceType<typeof TextDecoder>
  holds = true
  begun = false

  constructor(encoding: Encoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true })
  }

  add(bytes: Uint8Array): boolean {
    this.begun = true
    if (!this.holds) return false
    try {
      this.#decoder.decode(bytes, { stream: true })
    } catch {
      this.holds = false
    }
    return this.holds
  }
}

/** Bytes as text, piece by piece; what does not decode becomes U+FFFD. The byte order mark is left out. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
