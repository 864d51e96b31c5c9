import { STATUSES, type Status } from '../model/case.js'
import type { IndexReader } from '../store/reader.js'

const VISIBLE: readonly Status[] = ['published', 'needs-review', 'draft', 'in-review', 'superseded']

/** Follows superseded cases to those that replace them. */
export class Successors {
  readonly #reader: IndexReader
  readonly #statuses: Uint8Array

  constructor(reader: IndexReader, statuses: Uint8Array) {
    this.#reader = reader
    this.#statuses = statuses
  }

  /** The document to show for a superseded one; itself where there is no successor to show. */
  async standIn(document: number): Promise<number> {
    const successor = await this.#last(document)
    return successor !== undefined && VISIBLE.includes(this.#statusOf(successor)) ? successor : document
  }

  /** The end of the way of `superseded_by`; undefined where a successor is missing or the way is a loop. */
  async #last(from: number): Promise<number | undefined> {
    const seen = new Set([from])
    let current = from
    for (;;) {
      const superseded = this.#statusOf(current) === 'superseded'
      const next = superseded ? await this.#reader.successor(current) : undefined
      if (next === undefined) return current === from ? undefined : current
      if (typeof next === 'string' || seen.has(next)) return undefined
      seen.add(next)
      current = next
    }
  }

  #statusOf(document: number): Status {
    return STATUSES[this.#statuses[document] ?? 0] ?? 'draft'
  }
}
