import type { FieldPlace, Pointer } from '../model/case.js'
import type { FastSource } from './fast-source.js'

/** The numbers of a field: its depth, where its key starts (-1 for an item), its value starts and ends. */
const WIDTH = 4

const paths = new Map<Pointer, readonly (string | number)[]>()
const MOST_PATHS = 2000

/** The names on the way to a field, indices of lists as numbers; empty for what leads to none. */
function pathOf(pointer: Pointer): readonly (string | number)[] {
  const known = paths.get(pointer)
  if (known !== undefined) return known
  const [top, ...names] = pointer.split('/')
  // No key begins with a digit here.
  const path = top === '' ? names.map(name => (/^(?:0|[1-9]\d*)$/.test(name) ? Number(name) : name)) : []
  if (paths.size < MOST_PATHS) paths.set(pointer, path)
  return path
}

/** Where the fields of a front matter stand, in the order of their starts. Offsets are of the scanned text. */
export class FieldPlaces {
  readonly #names: (string | number)[] = []
  readonly #numbers: number[] = []
  /** The fields that stand in no other. */
  readonly #top: number[] = []
  /** How many maps and lists are open. */
  depth = 0

  /** Adds a field whose key stands at `key`, or an item of a list. Returns its index for `value`. */
  add(name: string | number, key: number): number {
    const field = this.#names.push(name) - 1
    this.#numbers.push(this.depth, key, key, key)
    if (this.depth === 0) this.#top.push(field)
    return field
  }

  /** Says where the value of a field stands. */
  value(field: number, start: number, end: number): void {
    this.#numbers[field * WIDTH + 2] = start
    this.#numbers[field * WIDTH + 3] = end
  }

  /** The places in the file by pointer, in the order in which the parser gives them. */
  toMap(source: FastSource): Map<Pointer, FieldPlace> {
    const fields = new Map<Pointer, FieldPlace>()
    const pointers: Pointer[] = []
    /** The maps' entries that are open; items precede what they hold, entries follow it. */
    const waiting: number[] = []
    const settle = (depth: number): void => {
      for (
        let last = waiting.at(-1);
        last !== undefined && this.#depthOf(last) >= depth;
        last = waiting.at(-1)
      ) {
        fields.set(pointers[this.#depthOf(last) + 1] ?? '', this.#entry(last, source))
        waiting.pop()
      }
    }
    pointers[0] = ''
    for (let field = 0; field < this.#names.length; field++) {
      const depth = this.#depthOf(field)
      settle(depth)
      // Names hold nothing that a pointer escapes.
      const pointer = `${pointers[depth] ?? ''}/${this.#names[field] ?? ''}`
      pointers[depth + 1] = pointer
      if (this.#keyOf(field) === -1) fields.set(pointer, { value: this.#valueOf(field, source) })
      else waiting.push(field)
    }
    settle(0)
    return fields
  }

  /** The place of one field in the file, without those of the others. */
  place(pointer: Pointer, source: FastSource): FieldPlace | undefined {
    const field = this.#find(pointer)
    if (field === -1) return undefined
    return this.#keyOf(field) === -1 ? { value: this.#valueOf(field, source) } : this.#entry(field, source)
  }

  has(pointer: Pointer): boolean {
    return this.#find(pointer) !== -1
  }

  #find(pointer: Pointer): number {
    const path = pathOf(pointer)
    const first = path[0]
    const names = this.#names
    const top = this.#top
    for (let i = 0; i < top.length; i++) {
      const field = top[i] as number
      if (names[field] !== first) continue
      return path.length === 1 ? field : this.#within(field, path)
    }
    return -1
  }

  /** The field of a path below a field. */
  #within(from: number, path: readonly (string | number)[]): number {
    let depth = 1
    for (let field = from + 1; field < this.#names.length; field++) {
      const here = this.#depthOf(field)
      // The map or list that held the way so far has ended.
      if (here < depth) return -1
      if (here > depth || this.#names[field] !== path[depth]) continue
      if (++depth === path.length) return field
    }
    return -1
  }

  #depthOf(field: number): number {
    return this.#numbers[field * WIDTH] ?? 0
  }

  #keyOf(field: number): number {
    return this.#numbers[field * WIDTH + 1] ?? -1
  }

  #entry(field: number, source: FastSource): FieldPlace {
    const start = this.#keyOf(field)
    const key = source.range(start, start + String(this.#names[field]).length)
    return { key, value: this.#valueOf(field, source) }
  }

  #valueOf(field: number, source: FastSource): FieldPlace['value'] {
    return source.range(this.#numbers[field * WIDTH + 2] ?? 0, this.#numbers[field * WIDTH + 3] ?? 0)
  }
}
