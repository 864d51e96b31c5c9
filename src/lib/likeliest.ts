/** Others that are kept of one text. More than are asked for: what is kept need not be estimated again. */
const MOST_KEPT = 32

/** The others that one text is likest to, by their estimates, each once. */
export class Likeliest {
  /** The likeliest first, of two as likely the lower number. */
  readonly others: number[] = []
  readonly #estimates: number[] = []

  has(other: number): boolean {
    return this.others.includes(other)
  }

  add(other: number, estimate: number): void {
    let at = this.others.length
    while (at > 0 && this.#isBefore(other, estimate, at - 1)) at--
    this.others.splice(at, 0, other)
    this.#estimates.splice(at, 0, estimate)
    if (this.others.length > MOST_KEPT) {
      this.others.pop()
      this.#estimates.pop()
    }
  }

  #isBefore(other: number, estimate: number, at: number): boolean {
    const there = this.#estimates[at] ?? 0
    return estimate === there ? other < (this.others[at] ?? 0) : estimate > there
  }
}
