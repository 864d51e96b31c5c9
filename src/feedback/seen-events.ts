/** `0-9a-f` → 0 to 15, anything else 255. */
export const HEX: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code))
  return digit === -1 ? 255 : digit
})

const DRAWN = /^[0-9a-f]{20}$/
/** Numbers that an id takes in the table: 32, 32 and 16 bits, the last with a mark that it is there. */
const WORDS = 3
const THERE = 0x10000

/**
 * Ids of events that were met. Those that casectl draws lie as numbers in one open table: a million take
 * 24 MiB, a fifth of what a set of texts takes, and a third of its time.
 */
export class SeenEvents {
  #table = new Uint32Array(WORDS * 1024)
  #count = 0
  readonly #others = new Set<string>()

  /** @returns false where it was met before */
  add(event: string): boolean {
    if (DRAWN.test(event)) {
      const part = (from: number, to: number): number => Number.parseInt(event.slice(from, to), 16)
      return this.addDrawn(part(0, 8), part(8, 16), part(16, 20))
    }
    const { size } = this.#others
    return this.#others.add(event).size > size
  }

  /** The same of the 80 bits of an id that casectl drew, the first first. */
  addDrawn(a: number, b: number, c: number): boolean {
    if (this.#count * 2 * WORDS >= this.#table.length) this.#grow()
    const isNew = put(this.#table, a, b, c | THERE)
    if (isNew) this.#count++
    return isNew
  }

  #grow(): void {
    const old = this.#table
    this.#table = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += WORDS) {
      const mark = old[at + 2] ?? 0
      if (mark !== 0) put(this.#table, old[at] ?? 0, old[at + 1] ?? 0, mark)
    }
  }
}

function put(table: Uint32Array, a: number, b: number, mark: number): boolean {
  const slots = table.length / WORDS
  for (let slot = (a ^ b) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const at = slot * WORDS
    if (table[at + 2] === 0) {
      table[at] = a
      table[at + 1] = b
      table[at + 2] = mark
      return true
    }
    if (table[at] === a >>> 0 && table[at + 1] === b >>> 0 && table[at + 2] === mark) return false
  }
}
