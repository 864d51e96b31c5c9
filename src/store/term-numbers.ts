/** Numbers terms in the order in which they are first met. */
export class TermNumbers {
  readonly terms: string[] = []
  readonly #short = new HashTable()
  readonly #long = new HashTable()
  /** Terms whose slots were all taken. */
  readonly #crowded = new Map<string, number>()

  numberOf(term: string): number {
    // One or two characters, as most Chinese terms have, are their own key.
    if (term.length === 1) return this.#numberOf(this.#short, term.charCodeAt(0), term)
    const second = term.charCodeAt(1)
    if (term.length === 2 && second !== 0)
      return this.#numberOf(this.#short, term.charCodeAt(0) | (second << 16), term)
    return this.#numberOf(this.#long, hash(term), term)
  }

  #numberOf(table: HashTable, key: number, term: string): number {
    const exact = table === this.#short
    let slot = table.first(key)
    for (let probes = 0; probes < MOST_PROBES; probes++) {
      const number = table.numberAt(slot)
      if (number === -1) {
        if (this.#crowded.size > 0 && this.#crowded.has(term)) break
        table.put(slot, key, this.terms.length)
        return this.terms.push(detached(term)) - 1
      }
      if (table.keyAt(slot) === key && (exact || this.terms[number] === term)) return number
      slot = table.next(slot)
    }
    return this.#crowdedNumberOf(term)
  }

  #crowdedNumberOf(term: string): number {
    const known = this.#crowded.get(term)
    if (known !== undefined) return known
    const number = this.terms.push(detached(term)) - 1
    this.#crowded.set(this.terms[number] ?? term, number)
    return number
  }
}

/** By chance nobody looks at a tenth of it; a text that was made to collide gets no further. */
const MOST_PROBES = 64

/**
 * Keys of 32 bits with a number each, by open addressing. A `Map` of strings takes more than
 * twice as long for strings that were just made.
 */
class HashTable {
  /** By slot: key, number + 1; 0 for an empty one. A power of two of slots, less than half of them full. */
  #cells = new Int32Array(2 * 1024)
  #used = 0

  first(key: number): number {
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4): 2³² ÷ the golden ratio; the highest bits mix best.
    return Math.imul(key, 0x9e3779b1) >>> (Math.clz32(this.#cells.length) + 2)
  }

  next(slot: number): number {
    return (slot + 1) & (this.#cells.length / 2 - 1)
  }

  keyAt(slot: number): number {
    return this.#cells[slot * 2] as number
  }

  numberAt(slot: number): number {
    return (this.#cells[slot * 2 + 1] as number) - 1
  }

  put(slot: number, key: number, number: number): void {
    this.#cells[slot * 2] = key
    this.#cells[slot * 2 + 1] = number + 1
    if (++this.#used * 4 > this.#cells.length) this.#grow()
  }

  #grow(): void {
    const old = this.#cells
    this.#cells = new Int32Array(old.length * 2)
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue
      let slot = this.first(old[i] as number)
      while (this.numberAt(slot) !== -1) slot = this.next(slot)
      this.#cells[slot * 2] = old[i] as number
      this.#cells[slot * 2 + 1] = old[i + 1] as number
    }
  }
}

/** FNV-1a over the code units, as a signed number. */
function hash(text: string): number {
  let value = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}

/** A copy that keeps no other text alive: V8 makes slices of 13 characters and more by reference. */
function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
