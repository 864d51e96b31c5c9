import { relative } from 'node:path'
import { findRoot } from '../io/find-root.js'
import { fileStorage, readManifestText } from '../io/index-storage.js'
import { OpenedIndex } from '../search/opened.js'
import { DamagedIndex } from '../store/storage.js'
import { readIndexManifest } from './index-manifest.js'
import { indexHolds, readIndexStamp } from './index-stamp.js'
import type { OpenOptions } from './open-config.js'

/** An update that took longer is not repeated by a search, in milliseconds. */
const QUICK_UPDATE = 2000

export interface OpenSearchOptions extends OpenOptions {
  /** Compare every file with the index first, and bring it up to date if one differs. */
  readonly fresh?: boolean
}

export interface SearchIndex {
  /** Absolute path of the library. */
  readonly root: string
  readonly opened: OpenedIndex
  /** The library looks changed and an update would take long: the answer may be out of date. */
  readonly outdated: boolean
}

/** Readers that lose their packs to a build look again this often before they build themselves. */
const MOST_RELOADS = 3

/**
 * Asks the search index of the library that a folder belongs to, without walking its cases. A
 * missing, damaged or foreign index is built; one that differs from the library's stamp is brought
 * up to date where that was quick the last time. An index that changes or turns out damaged while
 * it is read is opened or built anew and asked again: no answer comes from two states of it.
 * @throws CasectlError as `Workspace.open` does, and whatever the work throws
 */
export async function withSearchIndex<T>(
  cwd: string,
  options: OpenSearchOptions,
  work: (index: SearchIndex) => Promise<T>,
): Promise<T> {
  const found = findRoot(cwd, options.config)
  const { root } = found
  for (let reloads = 0; reloads < MOST_RELOADS; reloads++) {
    const before = readManifestText(root)
    const index =
      (await openIndex(root, relative(root, found.config), options)) ?? (await build(cwd, options, false))
    try {
      return await work(index)
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error
      // Unchanged, so it was no build that took a pack away: the index itself is broken.
      if (readManifestText(root) === before) break
    }
  }
  return work(await build(cwd, options, true))
}

/** The index as it lies there; undefined where it must be built or brought up to date. */
async function openIndex(
  root: string,
  configPath: string,
  options: OpenSearchOptions,
): Promise<SearchIndex | undefined> {
  const manifest = readIndexManifest(root)
  if (!manifest.ok || options.fresh === true) return undefined
  const same = indexHolds(root, configPath, manifest.value.contentHash)
  if (!same && (readIndexStamp(root)?.ms ?? 0) <= QUICK_UPDATE) return undefined
  return { root, opened: new OpenedIndex(fileStorage(root), manifest.value), outdated: !same }
}

// What builds is loaded only now, and the parsers only where a case or a setting needs them.
async function build(cwd: string, options: OpenOptions, full: boolean): Promise<SearchIndex> {
  const { updateIndexAt } = await import('./build-index.js')
  const config = options.config === undefined ? {} : { config: options.config }
  const { root, storage, manifest } = await updateIndexAt(cwd, { ...config, full })
  return { root, opened: new OpenedIndex(storage, manifest), outdated: false }
}
