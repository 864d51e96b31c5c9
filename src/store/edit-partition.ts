import type { DocumentTerms } from './document.js'
import { encodeDead, encodeGone, encodeOrder } from './edit-blocks.js'
import { type EditedSegment, editedSegment } from './edited-segment.js'
import { placeByIds } from './later-order.js'
import type { BlockRef, Partition, Segment, SegmentEdits } from './manifest.js'
import { PackWriter, writtenRef } from './pack-writer.js'
import type { Place } from './place.js'
import { FIELD_COUNT } from './posting-code.js'
import { SegmentReader } from './segment-reader.js'
import type { Storage } from './storage.js'
import type { WritePorts } from './write-ports.js'

/** A document that leaves. */
export interface RemovedDocument {
  /** Its number in the partition's reader. */
  readonly number: number
  /** Cut anew from the stored document, exactly as it was cut when it was added. */
  readonly terms: DocumentTerms
}

export interface PartitionEdit {
  /** Documents that leave or are replaced by one of `added`. */
  readonly removed: readonly RemovedDocument[]
  /** New documents. No id may be that of a living document which is not `removed`. */
  readonly added?: Segment
  /**
   * Drops all segments but the first: their living documents were added to `added`. What is
   * `removed` is then only of the first segment.
   */
  readonly mergeLater?: boolean
}

/**
 * The partition after an edit: what left is marked, what came has its place in the order of ids.
 * `editPartition(storage, EMPTY_PARTITION, {removed: [], added}, ports)` makes a fresh one.
 * @param storage holds the partition's files and those of `added`
 * @throws DamagedIndex
 */
export async function editPartition(
  storage: Storage,
  partition: Partition,
  { removed, added, mergeLater = false }: PartitionEdit,
  ports: WritePorts,
): Promise<Partition> {
  const kept = partition.segments.slice(0, mergeLater ? 1 : undefined)
  const edited = await Promise.all(
    kept.map(async (segment, s) => {
      const offset = kept.slice(0, s).reduce((sum, { count }) => sum + count, 0)
      const mine = removed
        .filter(({ number }) => number >= offset && number < offset + segment.count)
        .map(({ number, terms }) => ({ number: number - offset, terms }))
      return editedSegment(await SegmentReader.open(storage, segment), mine)
    }),
  )
  if (added !== undefined) edited.push(await editedSegment(await SegmentReader.open(storage, added), []))
  // A later segment of which nothing is left only costs time.
  const left = edited.filter(({ segment }, s) => s === 0 || segment.dead < segment.count)
  const segments = await writeEdits(left, ports)
  return {
    count: segments.reduce((sum, { count, dead }) => sum + count - dead, 0),
    lengths: Array.from({ length: FIELD_COUNT }, (_, field) =>
      segments.reduce((sum, { lengths }) => sum + (lengths[field] ?? 0), 0),
    ),
    segments,
  }
}

/** Writes what was edited as one pack. */
async function writeEdits(edited: readonly EditedSegment[], ports: WritePorts): Promise<Segment[]> {
  const orders = await placeByIds(edited.map(({ reader }) => reader))
  const writer = new PackWriter('edits', ports)
  const places: { dead?: Place; gone?: Place; order?: Place }[] = []
  for (const [s, { dead, gone }] of edited.entries()) {
    const order = orders[s]
    const some = dead.numbers.length > 0
    places.push({
      ...(some ? { dead: await writer.add(encodeDead(dead)), gone: await writer.add(encodeGone(gone)) } : {}),
      ...(order === undefined ? {} : { order: await writer.add(encodeOrder(order)) }),
    })
  }
  const packs = await writer.finish()
  return edited.map(({ segment }, s) => {
    const blocks: Record<string, BlockRef> = {}
    for (const [name, place] of Object.entries(places[s] ?? {})) blocks[name] = writtenRef(place, packs)
    const used = new Set(Object.values(blocks).map(({ file }) => file))
    if (used.size === 0) return segment
    const edits: SegmentEdits = { packs: packs.filter(({ name }) => used.has(name)), ...blocks }
    return { ...segment, edits }
  })
}
