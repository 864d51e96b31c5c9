import { DamagedIndex } from './storage.js'

/** Reads what a `ByteWriter` wrote; whatever does not fit is a damaged index. */
export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #file: string
  #at = 0

  /** @param file named when the bytes are damaged */
  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes
    this.#file = file
  }

  /** Bytes not yet read. */
  get left(): number {
    return this.#bytes.length - this.#at
  }

  byte(): number {
    const byte = this.#bytes[this.#at++]
    return byte === undefined ? this.fail('ends too early') : byte
  }

  u32(): number {
    const low = this.byte() | (this.byte() << 8) | (this.byte() << 16)
    return low + this.byte() * 0x1000000
  }

  varint(): number {
    let value = 0
    let scale = 1
    for (let i = 0; i < 5; i++) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value <= 0xffffffff ? value : this.fail('a number is too large')
      scale *= 0x80
    }
    return this.fail('a number is too long')
  }

  /**
   * A number of things that follow, each of at least `least` bytes: so nobody makes room for more
   * than the bytes can hold.
   */
  count(least = 1): number {
    const count = this.varint()
    return count * least <= this.left ? count : this.fail('a count is too large')
  }

  /** The next bytes, without a copy. */
  bytes(length: number): Uint8Array {
    if (length > this.left) return this.fail('ends too early')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  text(): string {
    const length = this.count()
    const end = this.#at + length
    // Most terms are two or three characters: quicker than a TextDecoder.
    let text = ''
    while (this.#at < end) text += String.fromCodePoint(this.#character())
    return this.#at === end ? text : this.fail('a text is no UTF-8')
  }

  /** Says that everything was read. */
  end(): void {
    if (this.left !== 0) this.fail('has more than it should')
  }

  fail(what: string): never {
    throw new DamagedIndex(this.#file, what)
  }

  #character(): number {
    const lead = this.byte()
    if (lead < 0x80) return lead
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1
    let code = lead & (0x3f >> more)
    for (let i = 0; i < more; i++) code = (code << 6) | (this.byte() & 0x3f)
    return code <= 0x10ffff ? code : this.fail('a text is no UTF-8')
  }
}
