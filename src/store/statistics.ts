import { type Manifest, PACK_KINDS, type Partition } from './manifest.js'
import { encodeManifest } from './manifest-code.js'
import { openPartition } from './open-partition.js'
import { packsOf } from './packs.js'
import type { Storage } from './storage.js'

export interface PartitionStats {
  /** Living documents. */
  readonly documents: number
  /** Documents that are gone or stand in a later segment, and take up space till the next merge. */
  readonly dead: number
  readonly segments: number
  readonly terms: number
  /** Pairs of a term and a living document that has it. */
  readonly postings: number
}

export interface IndexStats {
  readonly living: PartitionStats
  readonly archive: PartitionStats
  readonly files: number
  /** Kind of file → bytes; `manifest` among them. */
  readonly bytes: Readonly<Record<string, number>>
}

/** Terms whose postings are in memory at once. */
const BATCH = 4096

/** What an index holds and what it weighs. @throws DamagedIndex */
export async function indexStats(storage: Storage, manifest: Manifest): Promise<IndexStats> {
  const packs = packsOf(manifest)
  const bytes: Record<string, number> = {}
  for (const kind of PACK_KINDS) bytes[kind] = 0
  for (const pack of packs) {
    const kind = pack.name.slice(0, pack.name.indexOf('-'))
    bytes[kind] = (bytes[kind] ?? 0) + pack.bytes
  }
  return {
    living: await partitionStats(storage, manifest.living),
    archive: await partitionStats(storage, manifest.archive),
    files: packs.length + 1,
    bytes: { ...bytes, manifest: new TextEncoder().encode(encodeManifest(manifest)).length },
  }
}

async function partitionStats(storage: Storage, partition: Partition): Promise<PartitionStats> {
  const terms = await (await openPartition(storage, partition)).terms('')
  let postings = 0
  for (let i = 0; i < terms.length; i += BATCH) {
    // A reader keeps what it loaded: a new one lets it go.
    const reader = await openPartition(storage, partition)
    const lists = await Promise.all(terms.slice(i, i + BATCH).map(term => reader.postings(term)))
    for (const list of lists) postings += list?.count ?? 0
  }
  const { count, segments } = partition
  const dead = segments.reduce((sum, segment) => sum + segment.dead, 0)
  return { documents: count, dead, segments: segments.length, terms: terms.length, postings }
}
