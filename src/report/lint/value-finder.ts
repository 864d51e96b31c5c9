/** Finds any of many values in texts, in a time that hardly depends on how many there are. */
export class ValueFinder {
  /** First two characters → lengths → the values of that beginning and length. */
  readonly #values = new Map<string, Map<number, Set<string>>>()

  /** @param values of two characters or more */
  constructor(values: readonly string[]) {
    for (const value of values) {
      const start = value.slice(0, 2)
      const lengths = this.#values.get(start) ?? new Map<number, Set<string>>()
      this.#values.set(start, lengths)
      lengths.set(value.length, (lengths.get(value.length) ?? new Set()).add(value))
    }
  }

  isIn(text: string): boolean {
    return this.#spans(text).next().done !== true
  }

  /** The text with each stretch that values cover, overlapping ones together, replaced. */
  replace(text: string, by: string): string {
    let out = ''
    let done = 0
    let open: { start: number; end: number } | undefined
    const close = (): void => {
      if (open === undefined) return
      out += text.slice(done, open.start) + by
      done = open.end
    }
    for (const [start, end] of this.#spans(text)) {
      if (open !== undefined && start < open.end) open.end = Math.max(open.end, end)
      else {
        close()
        open = { start, end }
      }
    }
    close()
    return out + text.slice(done)
  }

  /** Where values stand, in the order of their starts. */
  *#spans(text: string): Generator<readonly [start: number, end: number]> {
    for (let at = 0; at + 2 <= text.length; at++) {
      const lengths = this.#values.get(text.slice(at, at + 2))
      if (lengths === undefined) continue
      for (const [length, values] of lengths) {
        if (values.has(text.slice(at, at + length))) yield [at, at + length]
      }
    }
  }
}
