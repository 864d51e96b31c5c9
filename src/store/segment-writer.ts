import { ByteWriter } from './byte-writer.js'
import {
  COLUMN_DOCUMENTS,
  encodeDays,
  encodeFacet,
  encodeIds,
  encodePositions,
  encodeSparse,
} from './columns.js'
import { writeDictionary } from './dictionary-writer.js'
import type { DocumentColumns } from './document-columns.js'
import { type CollectedDocuments, type DocumentPlaces, writeDocuments } from './document-writer.js'
import type { ForwardPostings } from './forward-postings.js'
import { divider } from './front-coding.js'
import type { Segment } from './manifest.js'
import { PackWriter, writtenRef } from './pack-writer.js'
import { type Place, writePlaces } from './place.js'
import { PostingLists } from './posting-lists.js'
import { columnBlocks, encodeHeader, type SegmentHeader, type SortedBlocks } from './segment-header.js'
import { commonStatus, encodeStatuses, supersededOf } from './status-column.js'
import { encodeSuccessors } from './successor-column.js'
import { encodeWords } from './word-block.js'
import type { WritePorts } from './write-ports.js'

/** Everything that a segment is written from. An index is the position of a document's coming. */
export interface SegmentSource {
  readonly documents: CollectedDocuments
  readonly forward: ForwardPostings
  readonly columns: DocumentColumns
  /** By document number. */
  readonly bodyLengths: Uint32Array
  /** By field: terms of all documents. */
  readonly lengths: readonly number[]
  /** Document number → index. */
  readonly order: Uint32Array
  /** Rank by id → index. */
  readonly inIdOrder: Uint32Array
}

/** Writes a segment. What was written is let go of: its source is of no use afterwards. */
export async function writeSegment(source: SegmentSource, ports: WritePorts): Promise<Segment> {
  const { order, forward } = source
  const writer = (kind: string): PackWriter => new PackWriter(kind, ports)
  const packs = { terms: writer('terms'), postings: writer('postings'), columns: writer('columns') }
  const documents = writer('documents')
  const stored = await writeDocuments(source.documents, order, documents, ports.deflate)
  source.documents.insides.clear()
  const numbers = inverse(order)
  const byRank = source.inIdOrder.map(index => numbers[index] ?? 0)
  const ranks = inverse(byRank)
  const lists = new PostingLists(forward, order, ranks)
  forward.clear()
  const dictionary = await writeDictionary(forward.terms, lists, packs, ports)
  const columns = await writeColumns(source, { numbers, byRank, ranks, documents: stored }, packs.columns)
  const header = writer('header')
  const place = await header.add(
    encodeHeader({ count: order.length, bodyLengths: source.bodyLengths, dictionary, ...columns }),
  )
  const written = {
    header: await header.finish(),
    terms: await packs.terms.finish(),
    postings: await packs.postings.finish(),
    documents: await documents.finish(),
    columns: await packs.columns.finish(),
  }
  return {
    count: order.length,
    dead: 0,
    lengths: source.lengths,
    header: writtenRef(place, written.header),
    packs: written,
  }
}

interface Numbering {
  /** Index → document number. */
  readonly numbers: Uint32Array
  /** Rank → document number. */
  readonly byRank: Uint32Array
  /** Document number → rank. */
  readonly ranks: Uint32Array
  readonly documents: DocumentPlaces
}

type Columns = Omit<SegmentHeader, 'count' | 'bodyLengths' | 'dictionary'>

async function writeColumns(source: SegmentSource, to: Numbering, packs: PackWriter): Promise<Columns> {
  const { columns, order } = source
  const ids = await writeIds(source, to, packs)
  const ranks = await inBlocks(order.length, packs, (from, end) =>
    encodePositions(to.ranks.subarray(from, end), order.length),
  )
  const { preset } = to.documents
  const documents = await inBlocks(order.length, packs, (from, end) => {
    const out = new ByteWriter(1024)
    writePlaces(out, to.documents.documents.slice(from, end))
    return out.view()
  })
  const all = columns.statuses(order)
  const common = commonStatus(all)
  const statuses = await packs.add(encodeStatuses(all, common))
  const successors = await packs.add(
    encodeSuccessors(columns.successors(to.numbers), supersededOf(all), order.length),
  )
  const updated = await packs.add(encodeDays(columns.updated(order)))
  const uses = await packs.add(encodeSparse(columns.uses(order)))
  const words = await packs.add(encodeWords(columns.words()))
  const facets = new Map<string, Place>()
  for (const dimension of columns.dimensions)
    facets.set(dimension, await packs.add(encodeFacet(columns.facet(dimension, to.numbers))))
  return {
    commonStatus: common,
    ids,
    ranks,
    documents: { preset, documents },
    statuses,
    successors,
    updated,
    uses,
    words,
    facets,
  }
}

async function writeIds(source: SegmentSource, to: Numbering, packs: PackWriter): Promise<SortedBlocks> {
  const firsts: string[] = []
  let last = ''
  const places = await inBlocks(source.order.length, packs, (from, end) => {
    const ids = Array.from(source.inIdOrder.subarray(from, end), index => source.columns.ids[index] ?? '')
    firsts.push(divider(last, ids[0] ?? ''))
    last = ids.at(-1) ?? ''
    return encodeIds(ids, to.byRank.subarray(from, end), source.order.length)
  })
  return { firsts, places }
}

/** Writes COLUMN_DOCUMENTS documents a block. */
async function inBlocks(
  count: number,
  packs: PackWriter,
  encode: (from: number, end: number) => Uint8Array,
): Promise<Place[]> {
  const places: Place[] = []
  for (let block = 0; block < columnBlocks(count); block++) {
    const from = block * COLUMN_DOCUMENTS
    places.push(await packs.add(encode(from, Math.min(count, from + COLUMN_DOCUMENTS))))
  }
  return places
}

function inverse(permutation: Uint32Array): Uint32Array {
  const inverted = new Uint32Array(permutation.length)
  for (const [i, value] of permutation.entries()) inverted[value] = i
  return inverted
}
