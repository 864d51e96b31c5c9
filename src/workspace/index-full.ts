import type { RepoPath } from '../model/case.js'
import { BatchVocabulary } from '../store/document-batch.js'
import type { Partition } from '../store/manifest.js'
import { SegmentBuilder, type TakeDocument } from '../store/segment-builder.js'
import { type DealtDocuments, readBatches, workersFor } from './index-batches.js'
import type { ReadDocument } from './index-compare.js'
import { scanCases } from './index-files.js'
import { freshPartition, type PartitionWriting } from './index-partition.js'
import type { OnProgress } from './index-progress.js'
import type { Indexable } from './indexable.js'
import { idKey, partitionOf, type Source } from './sources.js'

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

export interface FullBuild {
  /** Case → how often it was used. */
  readonly uses: ReadonlyMap<string, number>
  readonly writing: PartitionWriting
  readonly onProgress: OnProgress
  /** Threads that read beside this one; by default as many as pay. */
  readonly workers?: number
}

/**
 * Reads every case and builds both partitions. Of a case nothing is kept but what the builders
 * keep, so that memory grows with the index and not with the files.
 */
export async function indexAll(library: Indexable, build: FullBuild): Promise<IndexedFiles> {
  const { uses, onProgress } = build
  const { BatchReader } = await import('./read-batch.js')
  const { paths, folders } = scanCases(library)
  const total = paths.length
  const { root, written, taxonomy } = library
  const workers = build.workers ?? workersFor(library, total)
  const setup = { root, written, taxonomy: taxonomy.data, uses }
  const builders = new Builders(library, build.writing)
  const files: Source[] = []
  let read = 0
  let done = 0
  onProgress({ phase: 'reading', done, total })
  for await (const dealt of readBatches(paths, new BatchReader(library, uses), setup, workers)) {
    const { batch } = dealt
    builders.take(dealt)
    files.push(...batch.files)
    read += batch.read
    done += batch.asked
    onProgress({ phase: 'reading', done, total })
  }
  onProgress({ phase: 'writing', done: total, total })
  return { files, folders, ...(await builders.finish()), read }
}

/** Loads what reads cases: an update that finds nothing changed has no need of it. */
export async function openReader(library: Indexable): Promise<ReadDocument> {
  const { documentReader } = await import('./case-documents.js')
  return documentReader(library)
}

/** The way from the batches of one reader into the builders. */
interface From {
  readonly vocabulary: BatchVocabulary
  readonly living: TakeDocument
  readonly archive: TakeDocument
}

/** Puts documents that come in the order of their paths into their partitions. */
class Builders {
  readonly #living = new SegmentBuilder()
  readonly #archive = new SegmentBuilder()
  readonly #ids = new Set<string>()
  readonly #readers = new Map<number, From>()
  readonly #archiveFolder: RepoPath
  readonly #writing: PartitionWriting

  constructor({ config }: Indexable, writing: PartitionWriting) {
    this.#archiveFolder = config.folders.archive
    this.#writing = writing
  }

  /** Takes the documents of a batch, but none whose id came before. */
  take({ reader, preset, batch }: DealtDocuments): void {
    const { documents, paths } = batch
    const { vocabulary, living, archive } = this.#from(reader, preset)
    vocabulary.add(documents)
    for (const [index, { id, status }] of documents.values.entries()) {
      const key = idKey(id)
      if (this.#ids.has(key)) continue
      this.#ids.add(key)
      const partition = partitionOf(paths[index] ?? '', status, this.#archiveFolder)
      if (partition === 'archive') archive(documents, index)
      else living(documents, index)
    }
  }

  #from(reader: number, preset: Uint8Array | undefined): From {
    const known = this.#readers.get(reader)
    if (known !== undefined) return known
    const vocabulary = new BatchVocabulary()
    const living = this.#living.takingFrom(vocabulary, preset)
    const archive = this.#archive.takingFrom(vocabulary, preset)
    const from = { vocabulary, living, archive }
    this.#readers.set(reader, from)
    return from
  }

  async finish(): Promise<Pick<IndexedFiles, 'living' | 'archive'>> {
    this.#ids.clear()
    this.#readers.clear()
    const living = await freshPartition(this.#living, this.#writing)
    const archive = await freshPartition(this.#archive, this.#writing)
    return { living, archive }
  }
}
