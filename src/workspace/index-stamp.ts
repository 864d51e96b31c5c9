import { crc32 } from 'node:zlib'
import { FEEDBACK_FOLDER } from '../feedback/batch.js'
import { readIndexText, STAMP_FILE } from '../io/index-storage.js'
import { type Stamp, stampHolds, takeStamp } from '../io/stamp.js'
import { INDEX_MARK } from './index-mark.js'
import { hashTexts, type Indexable } from './indexable.js'

/** By what a search tells a fresh index from a stale one. */
export interface IndexStamp {
  /** The index that it belongs to. */
  readonly contentHash: string
  /** How long bringing it up to date took the last time, in milliseconds. */
  readonly ms: number
  readonly stamp: Stamp
}

/**
 * Takes the stamp of a library before its cases are looked at, all but their folders, which are looked
 * at one by one as they are read: what changes meanwhile then shows as a difference.
 * @returns undefined when its settings have changed since they were read: no stamp may then say that
 *   the index is fresh
 */
export async function takeIndexStamp({
  root,
  config,
  configPath,
  hashes,
}: Indexable): Promise<Stamp | undefined> {
  const schema = config.schema === undefined ? [] : [config.schema]
  const stamp = takeStamp(root, {
    files: [configPath, config.taxonomy, config.synonyms, ...schema, INDEX_MARK],
    folders: [FEEDBACK_FOLDER],
  })
  const now = await hashTexts(root, configPath, config.taxonomy)
  return now.config === hashes.config && now.taxonomy === hashes.taxonomy ? stamp : undefined
}

/**
 * Whether the library still looks as when the index was built.
 * @param configPath the configuration in use: an index that was built with another one is stale
 */
export function indexHolds(root: string, configPath: string, contentHash: string): boolean {
  const read = readIndexStamp(root)
  if (read?.contentHash !== contentHash) return false
  return configPath in read.stamp.entries && stampHolds(root, read.stamp)
}

/** Undefined when there is none, or it is not what was written. */
export function readIndexStamp(root: string): IndexStamp | undefined {
  try {
    const sealed = readIndexText(root, STAMP_FILE) ?? ''
    const { checksum, ...stamp } = JSON.parse(sealed)
    return checksum === checksumOf(sealed.slice(SEAL_LENGTH)) ? stamp : undefined
  } catch {
    return undefined
  }
}

export function encodeIndexStamp(stamp: IndexStamp): string {
  const rest = JSON.stringify(stamp).slice(1)
  return `{"checksum":"${checksumOf(rest)}",${rest}`
}

/** The checksum stands first, over the text that follows: none has to be written again to read one. */
const SEAL_LENGTH = '{"checksum":"00000000",'.length

function checksumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
