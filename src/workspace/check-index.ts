import { fileStorage, readIndexFile, STAMP_FILE } from '../io/index-storage.js'
import { FileReader } from '../io/read-now.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { Manifest } from '../store/manifest.js'
import { damagedPacks } from '../store/packs.js'
import { lookAtFeedback } from './index-feedback.js'
import { casePathsOf } from './index-files.js'
import { readIndexManifest } from './index-manifest.js'
import { contentHash, settingsHashes } from './index-settings.js'
import { readIndexStamp } from './index-stamp.js'
import { readSources, sourcesName } from './index-state.js'
import type { Indexable } from './indexable.js'
import { sha256, shortHash } from './sha256.js'

/** `fresh`, or why an index is none that a search may answer from. */
export type IndexState = 'fresh' | 'stale' | 'missing' | 'damaged' | 'foreign' | 'older'

export interface IndexCheck {
  readonly state: IndexState
  /** The files of the index that are not what was written. */
  readonly damaged: readonly string[]
  /** The hash that an index of the library would have now. */
  readonly contentHash: string
}

/**
 * Holds an index against its library and against itself: reads every case and every file of the
 * index, and writes nothing.
 */
export async function checkIndex(workspace: Indexable): Promise<IndexCheck> {
  const { root } = workspace
  const now = await contentHashOnDisk(workspace)
  const manifest = readIndexManifest(root)
  if (!manifest.ok) return { state: manifest.reason, damaged: [], contentHash: now }
  const damaged = await damagedFiles(root, manifest.value)
  const fresh = manifest.value.contentHash === now ? 'fresh' : 'stale'
  return { state: damaged.length > 0 ? 'damaged' : fresh, damaged, contentHash: now }
}

async function damagedFiles(root: string, manifest: Manifest): Promise<string[]> {
  const damaged = await damagedPacks(fileStorage(root), manifest, sha256)
  // An index that was published without these two is sound: they serve the next build.
  const sources = sourcesName(manifest.contentHash)
  if (isThere(root, sources) && readSources(root, manifest.contentHash) === undefined) damaged.push(sources)
  if (isThere(root, STAMP_FILE) && readIndexStamp(root) === undefined) damaged.push(STAMP_FILE)
  return damaged
}

function isThere(root: string, name: string): boolean {
  return readIndexFile(root, name, { start: 0, end: 0 }) !== undefined
}

async function contentHashOnDisk(workspace: Indexable): Promise<string> {
  const reader = new FileReader(workspace.root, MAX_FILE_BYTES)
  const files = casePathsOf(workspace).map(path => {
    const file = reader.read(path)
    return { path, hash: file === undefined ? '' : shortHash(file.bytes) }
  })
  const uses = lookAtFeedback(workspace.root).uses()
  return contentHash(await settingsHashes(workspace), { files, uses })
}
