/** Bytes of a file: from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Where the files of an index lie: a folder, a web server, the memory. The only thing that reading
 * an index asks of the world.
 */
export interface Storage {
  /**
   * The bytes of a file, of a range of it where one is given; undefined when there is no such file.
   * @throws whatever the world throws when the file is there and cannot be read
   */
  read(name: string, range?: ByteRange): Promise<Uint8Array | undefined>
  /**
   * Undoes raw DEFLATE (RFC 1951). Throws or rejects on damaged bytes.
   * @param size bytes that come out of sound ones: more need not be made room for
   * @param dictionary what the bytes were deflated against, 32 KiB at most; `inflateJoined` makes do without
   */
  inflate(bytes: Uint8Array, size: number, dictionary?: Uint8Array): Uint8Array | Promise<Uint8Array>
  /** CRC-32 as in gzip, from 0 to 2³² - 1, where the world has a faster one than `crc32` of this room. */
  crc32?(bytes: Uint8Array): number
}

/** A part of an index is missing, or is not what was written. The answer is to build anew. */
export class DamagedIndex extends Error {
  /** The file that it was noticed in. */
  readonly file: string

  constructor(file: string, what: string) {
    super(`${file}: ${what}`)
    this.name = 'DamagedIndex'
    this.file = file
  }
}
