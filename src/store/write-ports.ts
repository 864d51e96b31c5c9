/** What writing an index asks of the world. */
export interface WritePorts {
  /**
   * Raw DEFLATE (RFC 1951). May be answered later: several are asked for at once.
   * @param dictionary bytes, 32 KiB at most, that the stream may refer to as if they came right before
   */
  deflate(bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array | Promise<Uint8Array>
  /**
   * Raw DEFLATE of parts one behind the other, each with codes of its own: parts of numbers, in which
   * hardly anything repeats but single bytes.
   */
  deflateParts(parts: readonly Uint8Array[]): Uint8Array | Promise<Uint8Array>
  /** CRC-32 as in gzip, from 0 to 2³² - 1, where the world has a faster one than `crc32` of this room. */
  crc32?(bytes: Uint8Array): number
  /** Hexadecimal SHA-256. */
  hash(bytes: Uint8Array): string
  /**
   * Takes a finished pack. A name says its contents, so one that is there already need not be written.
   * The bytes are the taker's own from then on.
   */
  write(name: string, bytes: Uint8Array): Promise<void>
}
