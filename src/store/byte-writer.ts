/** Bytes that grow. Numbers are whole, from 0 to 2³² - 1. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>
  #length = 0

  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = value
  }

  u32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 0xff)
  }

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  varint(value: number): void {
    this.#reserve(5)
    let rest = value
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /**
   * Its length in bytes, then UTF-8. Half of a surrogate pair is written as if it were a character
   * (WTF-8), so that any string comes back as it was; terms are cut by code units.
   */
  text(text: string): void {
    this.varint(byteLength(text))
    for (let i = 0; i < text.length; i++) {
      const code = text.codePointAt(i) ?? 0
      if (code > 0xffff) i++
      this.#character(code)
    }
  }

  clear(): void {
    this.#length = 0
  }

  /** What was written, without a copy: holds until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** A copy of what was written. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length)
  }

  #character(code: number): void {
    if (code < 0x80) this.byte(code)
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3
      // 110xxxxx, 1110xxxx or 11110xxx, then 10xxxxxx for each further byte.
      this.byte(((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more)))
      for (let i = more - 1; i >= 0; i--) this.byte(0x80 | ((code >> (6 * i)) & 0x3f))
    }
  }

  #reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
  }
}

/** Byte strings one behind the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const out = new ByteWriter(parts.reduce((sum, part) => sum + part.length, 0))
  for (const part of parts) out.bytes(part)
  return out.view()
}

/** Bytes of a varint. */
export function varintLength(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5
}

function byteLength(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    if (code > 0xffff) i++
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}
