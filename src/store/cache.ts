interface Entry<V> {
  readonly value: Promise<V>
  weight: number
}

/**
 * Remembers what was loaded, and what is being loaded, so that nobody asks twice. Beyond its budget
 * it forgets what was asked for the longest ago.
 */
export class Cache<K, V> {
  readonly #entries = new Map<K, Entry<V>>()
  readonly #budget: number
  readonly #weigh: (value: V) => number
  #weight = 0

  constructor(budget = Number.POSITIVE_INFINITY, weigh: (value: V) => number = () => 0) {
    this.#budget = budget
    this.#weigh = weigh
  }

  has(key: K): boolean {
    return this.#entries.has(key)
  }

  /** What is remembered, else what `load` gives. A failure is not remembered. */
  get(key: K, load: () => Promise<V>): Promise<V> {
    const known = this.#entries.get(key)
    if (known !== undefined) {
      this.#entries.delete(key)
      this.#entries.set(key, known)
      return known.value
    }
    const entry: Entry<V> = { value: load(), weight: 0 }
    this.#entries.set(key, entry)
    entry.value.then(
      value => this.#loaded(key, entry, this.#weigh(value)),
      () => this.#forget(key, entry),
    )
    return entry.value
  }

  #loaded(key: K, entry: Entry<V>, weight: number): void {
    if (this.#entries.get(key) !== entry) return
    entry.weight = weight
    this.#weight += weight
    for (const [oldest, old] of this.#entries) {
      if (this.#weight <= this.#budget) return
      if (old.weight > 0) this.#forget(oldest, old)
    }
  }

  #forget(key: K, entry: Entry<V>): void {
    if (this.#entries.get(key) !== entry) return
    this.#entries.delete(key)
    this.#weight -= entry.weight
  }
}

/** Loads at the first call, and again only after a failure. */
export function once<V>(load: () => Promise<V>): () => Promise<V> {
  const cache = new Cache<0, V>()
  return () => cache.get(0, load)
}
