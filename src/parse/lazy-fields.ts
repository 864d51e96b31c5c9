import type { FieldPlace, Pointer } from '../model/case.js'
import type { FieldPlaces } from './fast-fields.js'
import type { FastSource } from './fast-source.js'

type Places = ReadonlyMap<Pointer, FieldPlace>

/**
 * The places of a front matter by pointer. Most rules ask for one or two of some forty: those are
 * looked up, and the map is made where somebody goes through all of them.
 */
export class LazyFields implements Places {
  readonly #places: FieldPlaces
  readonly #source: FastSource
  #map: Places | undefined

  constructor(places: FieldPlaces, source: FastSource) {
    this.#places = places
    this.#source = source
  }

  get(pointer: Pointer): FieldPlace | undefined {
    return this.#map === undefined ? this.#places.place(pointer, this.#source) : this.#map.get(pointer)
  }

  has(pointer: Pointer): boolean {
    return this.#places.has(pointer)
  }

  get size(): number {
    return this.#all().size
  }

  forEach(visit: (value: FieldPlace, key: Pointer, map: Places) => void): void {
    for (const [pointer, place] of this) visit(place, pointer, this)
  }

  entries(): MapIterator<[Pointer, FieldPlace]> {
    return this.#all().entries()
  }

  keys(): MapIterator<Pointer> {
    return this.#all().keys()
  }

  values(): MapIterator<FieldPlace> {
    return this.#all().values()
  }

  [Symbol.iterator](): MapIterator<[Pointer, FieldPlace]> {
    return this.entries()
  }

  #all(): Places {
    this.#map ??= this.#places.toMap(this.#source)
    return this.#map
  }
}
