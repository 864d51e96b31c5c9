import type { IndexDocument } from './document.js'
import type { Partition } from './manifest.js'
import { openSegments } from './open-partition.js'
import type { Storage } from './storage.js'

/**
 * Every living document of a partition, a thousand in memory at a time, in no promised order.
 * @param firstSegment leaves out the segments before it
 * @throws DamagedIndex
 */
export async function* storedDocuments(
  storage: Storage,
  partition: Partition,
  firstSegment = 0,
): AsyncGenerator<IndexDocument> {
  const segments = await openSegments(storage, partition)
  for (const segment of segments.slice(firstSegment)) yield* segment.documents()
}
