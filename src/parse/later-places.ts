import type { FieldPlace, Pointer } from '../model/case.js'

type Places = ReadonlyMap<Pointer, FieldPlace>

/** Places that are looked for when the first is asked for. */
export class LaterPlaces implements Places {
  readonly #find: () => Places
  #found: Places | undefined

  constructor(find: () => Places) {
    this.#find = find
  }

  get #places(): Places {
    this.#found ??= this.#find()
    return this.#found
  }

  get size(): number {
    return this.#places.size
  }

  get(pointer: Pointer): FieldPlace | undefined {
    return this.#places.get(pointer)
  }

  has(pointer: Pointer): boolean {
    return this.#places.has(pointer)
  }

  forEach(look: (place: FieldPlace, pointer: Pointer, places: Places) => void): void {
    for (const [pointer, place] of this.#places) look(place, pointer, this)
  }

  entries(): MapIterator<[Pointer, FieldPlace]> {
    return this.#places.entries()
  }

  keys(): MapIterator<Pointer> {
    return this.#places.keys()
  }

  values(): MapIterator<FieldPlace> {
    return this.#places.values()
  }

  [Symbol.iterator](): MapIterator<[Pointer, FieldPlace]> {
    return this.entries()
  }
}
