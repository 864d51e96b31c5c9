import type { Encoding } from '../model/import-encodings.js'
import type { Format } from './format.js'
import type { ReadRow } from './row.js'
import type { Suspicion } from './suspicion.js'

/** An export that is open: what is known of it, and its records as a stream, as often as they are asked for. */
export interface ImportSource {
  /** Absolute path of the file or folder. */
  readonly full: string
  readonly name: string
  readonly format: Format
  /** Of text formats. */
  readonly encoding?: Encoding
  readonly bom?: boolean
  readonly delimiter?: string
  /** Bytes, and the SHA-256 of them; of a folder, of the list of its files. */
  readonly size: number
  readonly sha256: string
  /** The files that it consists of, relative to `root`. */
  readonly files: readonly string[]
  /** Where paths in it lead from. */
  readonly root: string
  readonly suspicion?: Suspicion
  /** @param told how many of its bytes were read so far, where that is known */
  rows(told?: (bytes: number) => void): AsyncIterable<ReadRow>
}
