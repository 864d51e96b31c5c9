import { FileReader } from '../io/read-now.js'
import { lookAt } from '../io/scan.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { IndexDocument } from '../store/document.js'
import { MANIFEST_FILE, type Manifest } from '../store/manifest.js'
import { openPartition } from '../store/open-partition.js'
import { DamagedIndex, type Storage } from '../store/storage.js'
import { type Comparison, compareFiles, type ReadDocument } from './index-compare.js'
import { scanCases } from './index-files.js'
import { type IndexedFiles, openReader } from './index-full.js'
import { type CaseChange, changesOf } from './index-owners.js'
import { changePartition, type PartitionChange, type PartitionWriting } from './index-partition.js'
import { changedUses, withUses } from './index-uses.js'
import type { Indexable } from './indexable.js'
import { shortHash } from './sha256.js'
import { type PartitionName, partitionOf, type Source, type Sources } from './sources.js'

/** So many changed cases are always held in memory; beyond that a share of the library. */
const FEW_CHANGES = 1000
const MOST_CHANGED = 0.2

/** What the last build left, and what is not in the case files. */
export interface Known {
  readonly sources: Sources
  readonly manifest: Manifest
  /** The uses that the feedback counts now. */
  readonly uses: ReadonlyMap<string, number>
}

export interface IndexUpdate extends IndexedFiles {
  readonly changes: readonly CaseChange[]
}

/**
 * Brings an index up to date with the files that changed since.
 * @returns undefined when so much changed that building anew is quicker and takes less memory
 * @throws DamagedIndex
 */
export async function indexChanges(
  workspace: Indexable,
  known: Known,
  writing: PartitionWriting,
): Promise<IndexUpdate | undefined> {
  const { sources, manifest, uses } = known
  const { paths, folders } = scanCases(workspace)
  const seen = lookAt(workspace.root, paths)
  const reader = new FileReader(workspace.root, MAX_FILE_BYTES)
  const parser = once(() => openReader(workspace))
  const most = Math.max(FEW_CHANGES, seen.length * MOST_CHANGED)
  const found = await compareFiles(sources, seen, reader, parser, most)
  if (found === undefined) return undefined
  const changes = changesOf(sources.files, found.files, found.touched, changedUses(sources.uses, uses))
  if (changes.length > most) return undefined
  const documents = new Documents(workspace, known, writing.storage, { reader, parser, found })
  const split = await splitChanges(changes, documents)
  const living = await changePartition(manifest.living, split.living, writing)
  const archive = await changePartition(manifest.archive, split.archive, writing)
  return { files: found.files, folders, living, archive, read: reader.count, changes }
}

interface Found {
  readonly reader: FileReader
  readonly parser: () => Promise<ReadDocument>
  readonly found: Comparison
}

/** The documents of the cases that changed, each from where it costs least. */
class Documents {
  readonly #workspace: Indexable
  readonly #known: Known
  readonly #storage: Storage
  readonly #from: Found

  constructor(workspace: Indexable, known: Known, storage: Storage, from: Found) {
    this.#workspace = workspace
    this.#known = known
    this.#storage = storage
    this.#from = from
  }

  partitionOf({ path, status }: Source): PartitionName {
    return status === undefined ? 'living' : partitionOf(path, status, this.#workspace.config.folders.archive)
  }

  async of({ before, after }: CaseChange & { readonly after: Source }): Promise<IndexDocument> {
    const parsed = this.#from.found.parsed.get(after.path)
    if (parsed !== undefined) return withUses(parsed, this.#known.uses)
    // Renamed, or of other uses: only the file's text is in the rest of the document.
    const document = before?.hash === after.hash ? await this.#stored(before) : await this.#read(after)
    return withUses({ ...document, path: after.path }, this.#known.uses)
  }

  async #stored(source: Source): Promise<IndexDocument> {
    const partition = this.#known.manifest[this.partitionOf(source)]
    const reader = await openPartition(this.#storage, partition)
    const number = await reader.find(source.id)
    const [document] = number === undefined ? [] : await reader.documents([number])
    if (document === undefined) throw new DamagedIndex(MANIFEST_FILE, `${source.id} is not in the index`)
    return document
  }

  // A file that did not change: its case stood behind another one with the same id till now.
  async #read({ path, hash }: Source): Promise<IndexDocument> {
    const { reader, parser } = this.#from
    const read = await parser()
    const file = reader.read(path)
    const same = file !== undefined && shortHash(file.bytes) === hash
    const document = same ? await read(path, file.bytes) : undefined
    // It changed since we looked, a moment ago. Building anew sees it as it is then.
    if (document === undefined) throw new DamagedIndex(MANIFEST_FILE, `${path} changed meanwhile`)
    return document
  }
}

async function splitChanges(
  changes: readonly CaseChange[],
  documents: Documents,
): Promise<Record<PartitionName, PartitionChange>> {
  const removed: Record<PartitionName, string[]> = { living: [], archive: [] }
  const added: Record<PartitionName, IndexDocument[]> = { living: [], archive: [] }
  for (const { before, after } of changes) {
    if (before !== undefined) removed[documents.partitionOf(before)].push(before.id)
    if (after === undefined) continue
    const change = { after, ...(before === undefined ? {} : { before }) }
    added[documents.partitionOf(after)].push(await documents.of(change))
  }
  return {
    living: { removed: removed.living, added: added.living },
    archive: { removed: removed.archive, added: added.archive },
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => {
    result ??= work()
    return result
  }
}
