import { readIndexFile } from '../io/index-storage.js'
import type { Manifest } from '../store/manifest.js'
import { readIndexManifest } from './index-manifest.js'
import type { Sources } from './sources.js'
import { decodeSources } from './sources-code.js'

/** The index as the last build left it, each part as far as it can be read. */
export interface KnownIndex {
  readonly manifest?: Manifest
  /** What the manifest's index was made of. */
  readonly sources?: Sources
}

export function readKnownIndex(root: string): KnownIndex {
  const read = readIndexManifest(root)
  if (!read.ok) return {}
  const manifest = read.value
  const sources = readSources(root, manifest.contentHash)
  return sources === undefined ? { manifest } : { manifest, sources }
}

/** The name of the file that says what an index was made of: it belongs to no other contents. */
export function sourcesName(contentHash: string): string {
  return `sources.${contentHash.slice(0, 16)}.bin`
}

/** What an index was made of; undefined when the file is missing or damaged. */
export function readSources(root: string, contentHash: string): Sources | undefined {
  try {
    const bytes = readIndexFile(root, sourcesName(contentHash))
    return bytes === undefined ? undefined : decodeSources(bytes)
  } catch {
    return undefined
  }
}
