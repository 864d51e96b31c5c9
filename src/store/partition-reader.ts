import type { CaseId } from '../model/case-id.js'
import { Cache, once } from './cache.js'
import type { IndexDocument } from './document.js'
import { joined, joinFacets, joinPostings, type Part, union } from './join.js'
import type { LivingSegment } from './living-segment.js'
import type { Partition } from './manifest.js'
import type { IndexReader, Postings } from './reader.js'
import type { Successor } from './successor-column.js'

/** Bytes of postings that stay decoded: those of thirty words that each stand in 100,000 cases. */
const KEPT_BYTES = 32 * 1024 * 1024

/** Characters of the cases that stay parsed: some thousands of cases, two bytes each for Chinese. */
const KEPT_CHARACTERS = 8 * 1024 * 1024
/** Words whose near terms are kept. */
const KEPT_NEAR = 4

/** The living documents of several segments as one. */
export class PartitionReader implements IndexReader {
  readonly size: number
  readonly count: number
  readonly averageLengths: readonly number[]
  readonly #segments: readonly LivingSegment[]
  /** The number of each segment's first document. */
  readonly #offsets: readonly number[]
  readonly #postings = new Cache<string, Postings | undefined>(KEPT_BYTES, bytesOf)
  readonly #documents = new Cache<number, IndexDocument>(KEPT_CHARACTERS, charactersOf)
  /** A query asks for the same terms twice: to correct a word, and to search for it. */
  readonly #near = new Cache<string, readonly string[]>(KEPT_NEAR, () => 1)
  readonly #allTerms = once(async () => union(await this.#values(segment => segment.terms(''))))
  readonly #facets = new Cache<string, ReadonlyMap<string, Uint32Array>>()

  constructor({ count, lengths }: Partition, segments: readonly LivingSegment[]) {
    let size = 0
    this.#offsets = segments.map(segment => {
      size += segment.size
      return size - segment.size
    })
    this.#segments = segments
    this.size = size
    this.count = count
    this.averageLengths = lengths.map(length => (count === 0 ? 0 : length / count))
  }

  readonly words = once(async () => union(await this.#values(segment => segment.words())))

  readonly statuses = once(async () =>
    joined(await this.#values(segment => segment.statuses()), size => new Uint8Array(size)),
  )

  readonly updated = once(async () =>
    joined(await this.#values(segment => segment.updated()), size => new Int32Array(size)),
  )

  readonly uses = once(async () =>
    joined(await this.#values(segment => segment.uses()), size => new Uint32Array(size)),
  )

  isLive(document: number): boolean {
    const { segment, number } = this.#locate(document)
    return segment.isLive(number)
  }

  postings(term: string): Promise<Postings | undefined> {
    return this.#postings.get(term, async () =>
      joinPostings(await this.#parts(segment => segment.postings(term))),
    )
  }

  async terms(prefix: string): Promise<readonly string[]> {
    if (prefix === '') return this.#allTerms()
    return union(await this.#values(segment => segment.terms(prefix)))
  }

  async termsNear(word: string, edits: number): Promise<readonly string[]> {
    return this.#near.get(`${edits} ${word}`, async () =>
      union(await this.#values(segment => segment.termsNear(word, edits))),
    )
  }

  facet(dimension: string): Promise<ReadonlyMap<string, Uint32Array>> {
    return this.#facets.get(dimension, async () =>
      joinFacets(await this.#parts(segment => segment.facet(dimension))),
    )
  }

  async order(documents: readonly number[] | Uint32Array): Promise<Float64Array> {
    const keys = new Float64Array(documents.length)
    const bySegment = new Map<LivingSegment, { numbers: number[]; positions: number[] }>()
    for (const [position, document] of documents.entries()) {
      const { segment, number } = this.#locate(document)
      const mine = bySegment.get(segment) ?? { numbers: [], positions: [] }
      bySegment.set(segment, mine)
      mine.numbers.push(number)
      mine.positions.push(position)
    }
    for (const [segment, { numbers, positions }] of bySegment) {
      const found = await segment.order(Uint32Array.from(numbers))
      for (const [i, position] of positions.entries()) keys[position] = found[i] ?? 0
    }
    return keys
  }

  async documents(documents: readonly number[]): Promise<readonly IndexDocument[]> {
    return Promise.all(
      documents.map(document =>
        this.#documents.get(document, () => {
          const { segment, number } = this.#locate(document)
          return segment.document(number)
        }),
      ),
    )
  }

  async find(id: CaseId): Promise<number | undefined> {
    const parts = await this.#parts(segment => segment.find(id))
    const found = parts.flatMap(({ value, offset }) => (value === undefined ? [] : [value + offset]))
    return found[0]
  }

  async successor(document: number): Promise<Successor | undefined> {
    const { segment, number } = this.#locate(document)
    const successor = await segment.successor(number)
    if (typeof successor === 'number') return successor + document - number
    return successor === undefined ? undefined : ((await this.find(successor)) ?? successor)
  }

  #locate(document: number): { segment: LivingSegment; number: number } {
    for (let s = this.#segments.length - 1; s >= 0; s--) {
      const [segment, offset = 0] = [this.#segments[s], this.#offsets[s]]
      if (segment !== undefined && document >= offset && document < this.size)
        return { segment, number: document - offset }
    }
    throw new RangeError(`no document has the number ${document}`)
  }

  #values<T>(ask: (segment: LivingSegment) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#segments.map(ask))
  }

  #parts<T>(ask: (segment: LivingSegment) => Promise<T>): Promise<Part<T>[]> {
    return Promise.all(
      this.#segments.map(async (segment, s) => ({
        value: await ask(segment),
        offset: this.#offsets[s] ?? 0,
      })),
    )
  }
}

function charactersOf({ sections }: IndexDocument): number {
  let characters = 512
  for (const { text } of sections) characters += text.length
  return characters
}

function bytesOf(postings: Postings | undefined): number {
  let entries = 10
  for (const field of postings?.fields ?? []) entries += field?.documents.length ?? 0
  return entries * 12
}
