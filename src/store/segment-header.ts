import { STATUSES } from '../model/case.js'
import type { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'
import { COLUMN_DOCUMENTS } from './columns.js'
import type { DocumentPlaces } from './document-writer.js'
import { readTexts, writeTexts } from './front-coding.js'
import { type Place, readPlaces, writePlaces } from './place.js'

/** Blocks of ascending texts. */
export interface SortedBlocks {
  /** By block: above every text of the blocks before, not above any of its own. */
  readonly firsts: readonly string[]
  readonly places: readonly Place[]
}

/** Blocks of the dictionary. */
export interface DictionaryPlaces extends SortedBlocks {
  /** By block: UTF-16 code units of its longest term. */
  readonly longest: readonly number[]
}

/** What is read before anything else of a segment. */
export interface SegmentHeader {
  readonly count: number
  /** By document number. */
  readonly bodyLengths: Uint32Array
  readonly commonStatus: number
  readonly dictionary: DictionaryPlaces
  /** Ids in ascending order, COLUMN_DOCUMENTS a block. */
  readonly ids: SortedBlocks
  /** Ranks by document number, COLUMN_DOCUMENTS a block. */
  readonly ranks: readonly Place[]
  /** The dictionary, and the blocks that say where COLUMN_DOCUMENTS documents are. */
  readonly documents: DocumentPlaces
  readonly statuses: Place
  readonly successors: Place
  readonly updated: Place
  readonly uses: Place
  readonly words: Place
  /** Dimension → its block, ascending by name. */
  readonly facets: ReadonlyMap<string, Place>
}

export function encodeHeader(header: SegmentHeader): Uint8Array {
  const out = new ByteWriter(8192)
  out.varint(header.count)
  writeRuns(out, header.bodyLengths)
  out.byte(header.commonStatus)
  writeSorted(out, header.dictionary)
  for (const length of header.dictionary.longest) out.varint(length)
  writeSorted(out, header.ids)
  writePlaces(out, header.ranks)
  const { preset, documents } = header.documents
  out.byte(preset === undefined ? 0 : 1)
  writePlaces(out, preset === undefined ? [] : [preset])
  writePlaces(out, documents)
  writePlaces(out, [header.statuses, header.successors, header.updated, header.uses, header.words])
  writeTexts(out, [...header.facets.keys()])
  writePlaces(out, [...header.facets.values()])
  return out.view()
}

/** @param count documents as the manifest says. @throws DamagedIndex */
export function readHeader(reader: ByteReader, count: number): SegmentHeader {
  if (reader.varint() !== count) reader.fail('another segment than the manifest says')
  const bodyLengths = readRuns(reader, count)
  const commonStatus = reader.byte()
  if (commonStatus >= STATUSES.length) reader.fail('a status is unknown')
  const sorted = readSorted(reader)
  const dictionary = { ...sorted, longest: sorted.places.map(() => reader.varint()) }
  const ids = readSorted(reader)
  const blocks = columnBlocks(count)
  if (ids.places.length !== blocks) reader.fail('blocks are missing')
  const ranks = readPlaces(reader, blocks)
  const presets = reader.byte()
  if (presets > 1) reader.fail('more dictionaries than one')
  const [preset] = readPlaces(reader, presets)
  const documents = readPlaces(reader, blocks)
  const columns = readPlaces(reader, 5) as [Place, Place, Place, Place, Place]
  const [statuses, successors, updated, uses, words] = columns
  const names = readTexts(reader)
  const places = readPlaces(reader, names.length)
  reader.end()
  const facets = new Map(places.map((place, i) => [names[i] ?? '', place]))
  return {
    count,
    bodyLengths,
    commonStatus,
    dictionary,
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

export function columnBlocks(count: number): number {
  return Math.ceil(count / COLUMN_DOCUMENTS)
}

function writeSorted(out: ByteWriter, { firsts, places }: SortedBlocks): void {
  writeTexts(out, firsts)
  writePlaces(out, places)
}

function readSorted(reader: ByteReader): SortedBlocks {
  const firsts = readTexts(reader)
  return { firsts, places: readPlaces(reader, firsts.length) }
}

/** Documents stand in the order of their bodies' lengths: how much each run is longer, and how long it is. */
function writeRuns(out: ByteWriter, lengths: Uint32Array): void {
  let runs = 0
  for (let i = 0; i < lengths.length; i++) if (i === 0 || lengths[i] !== lengths[i - 1]) runs++
  out.varint(runs)
  let before = 0
  for (let from = 0; from < lengths.length; ) {
    const length = lengths[from] ?? 0
    let to = from
    while (lengths[to] === length) to++
    out.varint(length - before)
    out.varint(to - from)
    before = length
    from = to
  }
}

function readRuns(reader: ByteReader, count: number): Uint32Array {
  const lengths = new Uint32Array(count)
  const runs = reader.count(2)
  let length = 0
  let from = 0
  for (let i = 0; i < runs; i++) {
    length += reader.varint()
    const to = from + reader.varint()
    if (to > count) reader.fail('body lengths of more documents than there are')
    lengths.fill(length, from, to)
    from = to
  }
  return from === count ? lengths : reader.fail('body lengths are missing')
}
