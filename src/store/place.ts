import type { ByteReader } from './byte-reader.js'
import type { ByteWriter } from './byte-writer.js'
import type { BlockRef, PackInfo } from './manifest.js'

/** Where a block lies within the packs of its kind. */
export interface Place {
  /** Position of the pack among the segment's packs of that kind. */
  readonly pack: number
  readonly start: number
  readonly length: number
}

/** The place behind a block: in the same pack, or at the start of the next one. */
export function placeAfter(before: Place, length: number, nextPack: boolean): Place {
  return nextPack
    ? { pack: before.pack + 1, start: 0, length }
    : { pack: before.pack, start: before.start + before.length, length }
}

/** Writes places that follow one another; how many is for the reader to know. */
export function writePlaces(out: ByteWriter, places: readonly Place[]): void {
  const first = places[0]
  if (first === undefined) return
  out.varint(first.pack)
  out.varint(first.start)
  let pack = first.pack
  for (const place of places) {
    out.varint(place.length * 2 + (place.pack === pack ? 0 : 1))
    pack = place.pack
  }
}

export function readPlaces(reader: ByteReader, count: number): Place[] {
  if (count === 0) return []
  if (count > reader.left) reader.fail('a count is too large')
  let place: Place = { pack: reader.varint(), start: reader.varint(), length: 0 }
  return Array.from({ length: count }, () => {
    const step = reader.varint()
    place = placeAfter(place, Math.floor(step / 2), step % 2 === 1)
    return place
  })
}

/** The block of a place, if the packs have it. */
export function refOf(place: Place, packs: readonly PackInfo[]): BlockRef | undefined {
  const pack = packs[place.pack]
  if (pack === undefined || place.start + place.length > pack.bytes) return undefined
  return { file: pack.name, start: place.start, length: place.length }
}
