import { setImmediate } from 'node:timers/promises'
import { FileReader } from '../io/read-now.js'
import { lookAt } from '../io/scan.js'
import type { RepoPath } from '../model/case.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { IndexDocument } from '../store/document.js'
import type { Partition } from '../store/manifest.js'
import { SegmentBuilder } from '../store/segment-builder.js'
import { type ReadDocument, sourceOf } from './index-compare.js'
import { scanCases } from './index-files.js'
import { freshPartition, type PartitionWriting } from './index-partition.js'
import type { OnProgress } from './index-progress.js'
import { withUses } from './index-uses.js'
import type { Indexable } from './indexable.js'
import { shortHash } from './sha256.js'
import { idKey, partitionOf, type Source } from './sources.js'

/** Files between two looks at the clock and at signals. */
const BATCH = 256

export interface IndexedFiles {
  /** What the files are, by path. */
  readonly files: readonly Source[]
  /** What each folder of cases looked like before it was read. */
  readonly folders: Readonly<Record<RepoPath, string>>
  readonly living: Partition
  readonly archive: Partition
  /** Files that were opened. */
  readonly read: number
}

/**
 * Reads every case and builds both partitions. Of a case nothing is kept but what the builders
 * keep, so that memory grows with the index and not with the files.
 */
export async function indexAll(
  library: Indexable,
  uses: ReadonlyMap<string, number>,
  writing: PartitionWriting,
  onProgress: OnProgress,
): Promise<IndexedFiles> {
  const { paths, folders } = scanCases(library)
  const total = paths.length
  const reader = new FileReader(library.root, MAX_FILE_BYTES)
  const read = await openReader(library)
  const builders = new Builders(library, uses, writing)
  const files: Source[] = []
  for (const [i, path] of paths.entries()) {
    if (i % BATCH === 0) {
      onProgress({ phase: 'reading', done: i, total })
      await setImmediate()
    }
    const file = reader.read(path)
    if (file === undefined) files.push(...unreadable(library.root, path))
    else {
      const document = await read(path, file.bytes)
      files.push({ path, ...file.look, hash: shortHash(file.bytes), ...sourceOf(document) })
      if (document !== undefined) builders.add(document)
    }
  }
  onProgress({ phase: 'writing', done: total, total })
  return { files, folders, ...(await builders.finish()), read: reader.count }
}

/** Loads what reads cases: an update that finds nothing changed has no need of it. */
export async function openReader(library: Indexable): Promise<ReadDocument> {
  const { documentReader } = await import('./case-documents.js')
  return documentReader(library)
}

/** What cannot be read is remembered as it looks; what is gone meanwhile is not. */
function unreadable(root: string, path: RepoPath): Source[] {
  return lookAt(root, [path]).map(look => ({ ...look, hash: '', id: '' }))
}

/** Puts documents that come in the order of their paths into their partitions. */
class Builders {
  readonly #living = new SegmentBuilder()
  readonly #archive = new SegmentBuilder()
  readonly #ids = new Set<string>()
  readonly #archiveFolder: RepoPath
  readonly #uses: ReadonlyMap<string, number>
  readonly #writing: PartitionWriting

  constructor({ config }: Indexable, uses: ReadonlyMap<string, number>, writing: PartitionWriting) {
    this.#archiveFolder = config.folders.archive
    this.#uses = uses
    this.#writing = writing
  }

  /** Takes a document unless one with its id came before it. */
  add(document: IndexDocument): void {
    const { id, path, status } = document
    const key = idKey(id)
    if (this.#ids.has(key)) return
    this.#ids.add(key)
    const builder =
      partitionOf(path, status, this.#archiveFolder) === 'archive' ? this.#archive : this.#living
    builder.add(withUses(document, this.#uses), this.#writing.cut(document))
  }

  async finish(): Promise<Pick<IndexedFiles, 'living' | 'archive'>> {
    this.#ids.clear()
    const living = await freshPartition(this.#living, this.#writing)
    const archive = await freshPartition(this.#archive, this.#writing)
    return { living, archive }
  }
}
