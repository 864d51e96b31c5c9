/** A list of whole numbers below 2³², four bytes each. */
export class Numbers {
  #values: Uint32Array
  #length = 0

  constructor(capacity = 16) {
    this.#values = new Uint32Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow()
    this.#values[this.#length++] = value
  }

  at(index: number): number {
    return this.#values[index] ?? 0
  }

  set(index: number, value: number): void {
    this.#values[index] = value
  }

  clear(): void {
    this.#length = 0
  }

  /** The numbers, without a copy: holds until the next `push`. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.#length)
  }

  #grow(): void {
    const grown = new Uint32Array(this.#values.length * 2)
    grown.set(this.#values)
    this.#values = grown
  }
}
