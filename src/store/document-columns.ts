import { byCodeUnit } from '../lib/text.js'
import { STATUSES } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { IndexDocument } from './document.js'
import { Numbers } from './numbers.js'
import type { Successor, SuccessorColumn } from './successor-column.js'
import { TermNumbers } from './term-numbers.js'
import type { WordCounts } from './word-block.js'

const DAY_MS = 86_400_000

/** What the columns take of a document. */
export type ColumnValues = Pick<
  IndexDocument,
  'id' | 'path' | 'language' | 'status' | 'updated' | 'uses' | 'supersededBy' | 'facets'
>

/** What filters, orders and counts ask of documents, in the order of their coming. */
export class DocumentColumns {
  readonly ids: CaseId[] = []
  readonly #groups = new TermNumbers()
  readonly #groupOf = new Numbers()
  readonly #statuses: number[] = []
  readonly #days: number[] = []
  readonly #uses: number[] = []
  readonly #successors = new Map<number, CaseId>()
  readonly #facets = new Map<string, Map<string, Numbers>>()
  readonly #words = new TermNumbers()
  readonly #wordCounts = new Numbers()
  /** By word: one more than the last document that has it. */
  readonly #wordSeen = new Numbers()

  add(document: ColumnValues, words: readonly string[]): void {
    const index = this.ids.length
    this.ids.push(document.id)
    this.#groupOf.push(this.#groups.numberOf(groupOf(document)))
    this.#statuses.push(STATUSES.indexOf(document.status))
    this.#days.push(dayNumber(document.updated))
    this.#uses.push(document.uses ?? 0)
    if (document.status === 'superseded' && document.supersededBy !== undefined)
      this.#successors.set(index, document.supersededBy)
    for (const [dimension, values] of Object.entries(document.facets))
      for (const value of new Set(values)) this.#addFacet(dimension, value, index)
    for (const word of words) this.#addWord(word, index)
  }

  /** By index of coming: the position of its group among all groups. Documents of a group are alike. */
  groups(): Uint32Array {
    const names = this.#groups.terms
    const sorted = [...names.keys()].sort((a, b) => byCodeUnit(names[a] ?? '', names[b] ?? ''))
    const positions = new Uint32Array(names.length)
    for (const [position, group] of sorted.entries()) positions[group] = position
    return this.#groupOf.view().map(group => positions[group] ?? 0)
  }

  /** @param order document number → index of its coming */
  statuses(order: Uint32Array): Uint8Array {
    return Uint8Array.from(order, index => this.#statuses[index] ?? 0)
  }

  updated(order: Uint32Array): Int32Array {
    return Int32Array.from(order, index => this.#days[index] ?? -1)
  }

  uses(order: Uint32Array): Uint32Array {
    return order.map(index => this.#uses[index] ?? 0)
  }

  /** @param numbers index of coming → document number */
  successors(numbers: Uint32Array): SuccessorColumn {
    const named = new Set(this.#successors.values())
    const here = new Map<CaseId, Successor>()
    for (const [index, id] of this.ids.entries()) if (named.has(id)) here.set(id, numbers[index] ?? 0)
    return new Map([...this.#successors].map(([index, id]) => [numbers[index] ?? 0, here.get(id) ?? id]))
  }

  get dimensions(): string[] {
    return [...this.#facets.keys()].sort()
  }

  /** @param numbers index of coming → document number */
  facet(dimension: string, numbers: Uint32Array): Map<string, Uint32Array> {
    const values = [...(this.#facets.get(dimension) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    return new Map(
      values.map(([value, indexes]) => [
        value,
        indexes
          .view()
          .map(index => numbers[index] ?? 0)
          .sort(),
      ]),
    )
  }

  words(): WordCounts {
    const order = [...this.#words.terms.keys()]
    const words = this.#words.terms
    order.sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1))
    return { words: order.map(i => words[i] ?? ''), counts: order.map(i => this.#wordCounts.at(i)) }
  }

  #addFacet(dimension: string, value: string, index: number): void {
    const values = this.#facets.get(dimension) ?? new Map<string, Numbers>()
    this.#facets.set(dimension, values)
    const documents = values.get(value) ?? new Numbers()
    values.set(value, documents)
    documents.push(index)
  }

  #addWord(word: string, index: number): void {
    const number = this.#words.numberOf(word)
    if (number === this.#wordSeen.length) {
      this.#wordSeen.push(0)
      this.#wordCounts.push(0)
    }
    if (this.#wordSeen.at(number) === index + 1) return
    this.#wordSeen.set(number, index + 1)
    this.#wordCounts.set(number, this.#wordCounts.at(number) + 1)
  }
}

/** Its language and the folder of its file: what documents have in common that share their words. */
function groupOf({ language, path }: ColumnValues): string {
  return `${language} ${path.slice(0, path.lastIndexOf('/') + 1)}`
}

/** Days since 1970-01-01; earlier days count as that one, and what is no day as -1. */
function dayNumber(day: string | undefined): number {
  const ms = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(ms) ? -1 : Math.max(0, Math.floor(ms / DAY_MS))
}
