import type { CaseId } from '../model/case-id.js'
import type { DocumentTerms, IndexDocument } from '../store/document.js'
import { editPartition, type RemovedDocument } from '../store/edit-partition.js'
import { EMPTY_PARTITION, MANIFEST_FILE, type Partition, type Segment } from '../store/manifest.js'
import { openPartition } from '../store/open-partition.js'
import type { IndexReader } from '../store/reader.js'
import { SegmentBuilder } from '../store/segment-builder.js'
import { DamagedIndex, type Storage } from '../store/storage.js'
import { storedDocuments } from '../store/stored-documents.js'
import type { WritePorts } from '../store/write-ports.js'

/** Cuts a document into its terms. */
export type CutDocument = (document: IndexDocument) => DocumentTerms

export interface PartitionChange {
  /** The ids of documents that leave, or are replaced by one of `added`. */
  readonly removed: readonly CaseId[]
  readonly added: readonly IndexDocument[]
}

/** Where documents are put, and what is asked of the world for it. */
export interface PartitionWriting {
  readonly storage: Storage
  readonly ports: WritePorts
  readonly cut: CutDocument
}

/**
 * When segments are joined. Each costs a search a look into one more dictionary, so later ones are
 * joined while that is cheap; a base of which a good part is dead or stands elsewhere is worth a new one.
 */
export interface MergePolicy {
  /** Up to so many documents are always joined to one later segment. */
  readonly few: number
  readonly mostLaterSegments: number
  /** Shares of the base. */
  readonly mostDead: number
  readonly mostLater: number
}

const POLICY: MergePolicy = { few: 128, mostLaterSegments: 8, mostDead: 0.2, mostLater: 0.1 }

type Way = 'append' | 'join' | 'renew'

/** The partition after a change. @throws DamagedIndex when it does not hold what leaves */
export async function changePartition(
  partition: Partition,
  change: PartitionChange,
  writing: PartitionWriting,
  policy: MergePolicy = POLICY,
): Promise<Partition> {
  if (change.removed.length === 0 && change.added.length === 0) return partition
  const reader = await openPartition(writing.storage, partition)
  const numbers = await numbersOf(reader, change.removed)
  const base = partition.segments[0]?.count ?? 0
  const inBase = numbers.filter(number => number < base)
  const counts = { fromBase: inBase.length, removed: numbers.length, added: change.added.length }
  const way = wayFor(partition, counts, policy)
  if (way === 'renew') return renew(partition, change, writing)
  const builder = new SegmentBuilder()
  if (way === 'join') await addStored(builder, partition, 1, change.removed, writing)
  for (const document of change.added) builder.add(document, writing.cut(document))
  const removed = await removedDocuments(reader, way === 'join' ? inBase : numbers, writing.cut)
  const added = await finish(builder, writing)
  const edit = { removed, mergeLater: way === 'join', ...(added === undefined ? {} : { added }) }
  return editPartition(writing.storage, partition, edit, writing.ports)
}

/** A partition of one segment, of what a builder was given. */
export async function freshPartition(builder: SegmentBuilder, writing: PartitionWriting): Promise<Partition> {
  const added = await finish(builder, writing)
  if (added === undefined) return EMPTY_PARTITION
  return editPartition(writing.storage, EMPTY_PARTITION, { removed: [], added }, writing.ports)
}

interface ChangeCounts {
  readonly fromBase: number
  readonly removed: number
  readonly added: number
}

function wayFor(
  { count, segments }: Partition,
  { fromBase, removed, added }: ChangeCounts,
  { few, mostLaterSegments, mostDead, mostLater }: MergePolicy,
): Way {
  const [base, ...later] = segments
  if (base === undefined) return 'renew'
  const living = count - removed + added
  const dead = base.dead + fromBase
  const elsewhere = living - (base.count - dead)
  if (dead > base.count * mostDead || elsewhere > base.count * mostLater) return 'renew'
  return elsewhere <= few || later.length >= mostLaterSegments ? 'join' : 'append'
}

async function renew(
  partition: Partition,
  { removed, added }: PartitionChange,
  writing: PartitionWriting,
): Promise<Partition> {
  const builder = new SegmentBuilder()
  await addStored(builder, partition, 0, removed, writing)
  for (const document of added) builder.add(document, writing.cut(document))
  return freshPartition(builder, writing)
}

async function addStored(
  builder: SegmentBuilder,
  partition: Partition,
  firstSegment: number,
  removed: readonly CaseId[],
  { storage, cut }: PartitionWriting,
): Promise<void> {
  const without = new Set(removed)
  for await (const document of storedDocuments(storage, partition, firstSegment)) {
    if (!without.has(document.id)) builder.add(document, cut(document))
  }
}

async function finish(builder: SegmentBuilder, { ports }: PartitionWriting): Promise<Segment | undefined> {
  return builder.count === 0 ? undefined : builder.finish(ports)
}

async function numbersOf(reader: IndexReader, ids: readonly CaseId[]): Promise<number[]> {
  return Promise.all(
    ids.map(async id => {
      const number = await reader.find(id)
      if (number === undefined) throw new DamagedIndex(MANIFEST_FILE, `${id} is not in the index`)
      return number
    }),
  )
}

async function removedDocuments(
  reader: IndexReader,
  numbers: readonly number[],
  cut: CutDocument,
): Promise<RemovedDocument[]> {
  const documents = await reader.documents(numbers)
  return documents.map((document, i) => ({ number: numbers[i] ?? 0, terms: cut(document) }))
}
