import { relative } from 'node:path'
import { findRoot } from '../io/find-root.js'
import { memoryTarget } from '../io/index-target.js'
import { withIndexWriter } from '../io/index-writer.js'
import { type BuildOptions, type BuiltIndex, buildIndex } from './index-build.js'
import { clearMark } from './index-mark.js'
import type { OnProgress } from './index-progress.js'
import type { IndexSummary } from './index-summary.js'
import type { Indexable } from './indexable.js'
import type { OpenOptions } from './open-config.js'
import { fromCache } from './settings-cache.js'

export type { BuiltIndex } from './index-build.js'
export type { IndexSummary } from './index-summary.js'

export interface IndexingOptions {
  /** Read every case anew, whatever the index knows. */
  readonly full?: boolean
  /** How long to wait for another build, in milliseconds; ten minutes by default. */
  readonly patience?: number
  readonly onProgress?: OnProgress
  /** Threads that read cases beside this one when all are read anew; by default as many as pay. */
  readonly workers?: number
}

const PATIENCE = 600_000

/**
 * Brings the index of a library up to date in `.casectl/index`: only cases that changed are read.
 * @throws CasectlError as `Workspace.open` does, and `locked`, `unsafe-path`
 */
export async function indexLibrary(library: Indexable, options: IndexingOptions = {}): Promise<IndexSummary> {
  return (await updateIndex(library, options)).summary
}

/** The same, with the index at hand: for a search that found none, or cannot write one. */
export function updateIndex(library: Indexable, options: IndexingOptions = {}): Promise<BuiltIndex> {
  return update(library.root, options, async () => library)
}

/**
 * The same for the library that a folder belongs to. Its settings are taken from what the index
 * remembers, where their files are unchanged: reading YAML costs more than a small update does.
 */
export async function updateIndexAt(
  cwd: string,
  options: OpenOptions & IndexingOptions = {},
): Promise<BuiltIndex> {
  const { root, config } = findRoot(cwd, options.config)
  return update(root, options, async ({ sources }) => {
    const cached = await fromCache(root, relative(root, config), sources?.settings)
    if (cached !== undefined) return cached
    const { Workspace } = await import('./workspace.js')
    return Workspace.open(root, { config })
  })
}

async function update(
  root: string,
  { full = false, patience = PATIENCE, onProgress = () => undefined, workers }: IndexingOptions,
  open: BuildOptions['open'],
): Promise<BuiltIndex> {
  const options = { full, onProgress, open, ...(workers === undefined ? {} : { workers }) }
  const written = await withIndexWriter(root, patience, async target => {
    await clearMark(root)
    return buildIndex(root, target, options)
  })
  if (written !== undefined) return written
  const built = await buildIndex(root, memoryTarget(root), options)
  return { ...built, summary: { ...built.summary, written: false } }
}
