import type { Manifest } from '../store/manifest.js'
import { encodeManifest } from '../store/manifest-code.js'
import { packsOf } from '../store/packs.js'
import type { IndexedFiles } from './index-full.js'
import { changesOf } from './index-owners.js'
import type { IndexUpdate } from './index-update.js'
import { idKey, type Sources } from './sources.js'

/** What a build did. */
export interface IndexSummary {
  /** Cases in the index, archived ones too. */
  readonly count: number
  readonly archived: number
  /** Cases that came, are other ones now, left, and stayed as they were. */
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
  /** Files that are no sound case and so are not in the index. */
  readonly leftOut: number
  /** Files of cases whose id another one has, which stands before them by path. */
  readonly duplicates: number
  /** Files that were opened. */
  readonly read: number
  /** True when the whole index was built anew. */
  readonly full: boolean
  /** Bytes of the index's files, without those that only `index` reads. */
  readonly bytes: number
  /** How long it took, in milliseconds. */
  readonly ms: number
  /** Hash over settings and cases: equal for equal libraries. */
  readonly contentHash: string
  /** False when the folder could not be written to: nothing was saved. */
  readonly written: boolean
}

/** @param before what the index was made of; undefined when there was none */
export function summaryOf(
  before: Sources | undefined,
  manifest: Manifest,
  done: IndexedFiles | IndexUpdate,
  ms: number,
): IndexSummary {
  const update = 'changes' in done
  const changes = update ? done.changes : changesSince(before, done)
  const count = manifest.living.count + manifest.archive.count
  const added = changes.filter(change => change.before === undefined).length
  const removed = changes.filter(change => change.after === undefined).length
  const changed = changes.length - added - removed
  const leftOut = done.files.filter(({ id }) => id === '').length
  return {
    ...{ count, archived: manifest.archive.count, added, changed, removed },
    unchanged: count - added - changed,
    ...{ leftOut, duplicates: done.files.length - leftOut - count, read: done.read, full: !update },
    bytes: bytesOf(manifest),
    ...{ ms, contentHash: manifest.contentHash, written: true },
  }
}

function changesSince(before: Sources | undefined, { files }: IndexedFiles) {
  const old = before?.files ?? []
  const keys = new Set([...old, ...files].map(({ id }) => idKey(id)))
  keys.delete('')
  return changesOf(old, files, keys, new Set())
}

function bytesOf(manifest: Manifest): number {
  const packs = packsOf(manifest).reduce((sum, { bytes }) => sum + bytes, 0)
  return packs + Buffer.byteLength(encodeManifest(manifest))
}
