import { LivingSegment } from './living-segment.js'
import type { Partition } from './manifest.js'
import { PartitionReader } from './partition-reader.js'
import type { IndexReader } from './reader.js'
import type { Storage } from './storage.js'

/**
 * Opens a partition: reads the header of each segment, and which documents were removed where some
 * were. Everything else is read when it is asked for.
 * @throws DamagedIndex
 */
export async function openPartition(storage: Storage, partition: Partition): Promise<IndexReader> {
  return new PartitionReader(partition, await openSegments(storage, partition))
}

/** @throws DamagedIndex */
export function openSegments(storage: Storage, { segments }: Partition): Promise<LivingSegment[]> {
  const later = segments.slice(1).reduce((sum, { count }) => sum + count, 0)
  return Promise.all(segments.map(segment => LivingSegment.open(storage, segment, later)))
}
