import { crc32 } from 'node:zlib'
import { deflateBytes, deflateParts } from '../io/deflate.js'
import type { IndexTarget } from '../io/index-target.js'
import { documentTerms } from '../search/cut-terms.js'
import type { Manifest } from '../store/manifest.js'
import { DamagedIndex, type Storage } from '../store/storage.js'
import { lookAtFeedback } from './index-feedback.js'
import { type FullBuild, type IndexedFiles, indexAll } from './index-full.js'
import type { PartitionWriting } from './index-partition.js'
import type { OnProgress } from './index-progress.js'
import { saveIndex } from './index-save.js'
import { type SettingsHashes, settingsHashes } from './index-settings.js'
import { type SharedBlocks, writeShared } from './index-shared.js'
import { takeIndexStamp } from './index-stamp.js'
import { type KnownIndex, readKnownIndex } from './index-state.js'
import { type IndexSummary, summaryOf } from './index-summary.js'
import { type IndexUpdate, indexChanges } from './index-update.js'
import type { Indexable } from './indexable.js'
import { sha256 } from './sha256.js'

/** An index that was brought up to date, with the way to read it: from disk, or from memory. */
export interface BuiltIndex {
  /** Absolute path of the library. */
  readonly root: string
  readonly summary: IndexSummary
  readonly manifest: Manifest
  readonly storage: Storage
}

export interface BuildOptions {
  /** Read every case anew, whatever the index knows. */
  readonly full: boolean
  readonly onProgress: OnProgress
  /** Threads that read cases beside this one in a full build; by default as many as pay. */
  readonly workers?: number
  /** Opens the library, with the help of what its index remembers. */
  readonly open: (known: KnownIndex) => Promise<Indexable>
}

type Uses = ReadonlyMap<string, number>
type Done = (IndexedFiles | IndexUpdate) & { readonly shared: SharedBlocks }

/** Brings the index of a library up to date and hands it to a target. */
export async function buildIndex(
  root: string,
  target: IndexTarget,
  options: BuildOptions,
): Promise<BuiltIndex> {
  const start = performance.now()
  const past = new Past(root)
  const library = await options.open(past.index)
  const stampBefore = await takeIndexStamp(library)
  const hashes = await settingsHashes(library)
  const { uses, look: feedback } = past.usesNow()
  const writing = writingTo(library, target)
  const updated = options.full ? undefined : await update(library, past, { uses, hashes, writing })
  // A whole library takes room enough without what was known of the last one.
  if (updated === undefined) past.forget()
  const done = updated ?? (await buildAll(library, { ...options, uses, writing }))
  const { files, folders, living, archive, shared } = done
  const stamp = stampBefore && { ...stampBefore, entries: { ...stampBefore.entries, ...folders } }
  const sources = { files, uses, feedback, lookedAt: target.now }
  const made = { hashes, sources, shared, living, archive, stamp, start }
  const manifest = await saveIndex(library, target, past.index, made)
  const ms = Math.round(performance.now() - start)
  const summary = summaryOf(past.index.sources, manifest, done, ms)
  return { root, summary, manifest, storage: target.storage }
}

type Base = Required<KnownIndex>

/** The index as the last build left it, read when it is asked for. */
class Past {
  readonly #root: string
  #index: KnownIndex | undefined

  constructor(root: string) {
    this.#root = root
  }

  get index(): KnownIndex {
    this.#index ??= readKnownIndex(this.#root)
    return this.#index
  }

  forget(): void {
    this.#index = undefined
  }

  /** What a build can start from: an index of documents that were read with the same settings. */
  baseFor(hashes: SettingsHashes): Base | undefined {
    const { manifest, sources } = this.index
    const same = sources?.documentSettings === hashes.documents
    return same && manifest !== undefined ? { manifest, sources } : undefined
  }

  usesNow(): { readonly uses: Uses; readonly look: string } {
    const { sources } = this.index
    const { look, uses } = lookAtFeedback(this.#root)
    return { look, uses: sources?.feedback === look ? sources.uses : uses() }
  }
}

function writingTo({ taxonomy }: Indexable, target: IndexTarget): PartitionWriting {
  return {
    storage: target.storage,
    ports: {
      deflate: deflateBytes,
      deflateParts,
      crc32,
      hash: sha256,
      write: (name, bytes) => target.put(name, bytes),
    },
    cut: document => documentTerms(document, taxonomy),
  }
}

/** @returns undefined where all must be built: too much changed, or the index is damaged */
async function update(
  library: Indexable,
  past: Past,
  { uses, hashes, writing }: { uses: Uses; hashes: SettingsHashes; writing: PartitionWriting },
): Promise<Done | undefined> {
  const base = past.baseFor(hashes)
  if (base === undefined) return undefined
  try {
    const done = await indexChanges(library, { ...base, uses }, writing)
    if (done === undefined) return undefined
    const kept = base.sources.expansionSettings === hashes.expansions
    return { ...done, shared: kept ? base.manifest : await writeShared(library, writing.ports) }
  } catch (error) {
    if (error instanceof DamagedIndex) return undefined
    throw error
  }
}

async function buildAll(library: Indexable, build: FullBuild): Promise<Done> {
  const done = await indexAll(library, build)
  return { ...done, shared: await writeShared(library, build.writing.ports) }
}
