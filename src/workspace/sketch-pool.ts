/** Sketches that share one piece of memory: a buffer for each would take as much again. */
const PIECE = 1024

/** Sketches of many texts in the order of their coming. They are read once, and let go piece by piece. */
export class SketchPool {
  readonly #pieces: Uint8Array[] = []
  #bytes = 0
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Takes a copy of a sketch; all have the same length. */
  add(sketch: Uint8Array): void {
    const place = this.#length++ % PIECE
    this.#bytes = sketch.length
    if (place === 0) this.#pieces.push(new Uint8Array(PIECE * sketch.length))
    this.#pieces.at(-1)?.set(sketch, place * sketch.length)
  }

  *[Symbol.iterator](): Generator<Uint8Array> {
    for (let i = 0; i < this.#length; i++) {
      const [piece, place] = [Math.floor(i / PIECE), i % PIECE]
      if (place === 0 && piece > 0) this.#pieces[piece - 1] = new Uint8Array(0)
      yield (this.#pieces[piece] as Uint8Array).subarray(place * this.#bytes, (place + 1) * this.#bytes)
    }
  }
}
