import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { SEARCH_FIELDS } from '../../src/model/config.js'
import type { DocumentTerms, IndexDocument } from '../../src/store/document.js'
import { editPartition } from '../../src/store/edit-partition.js'
import { EMPTY_PARTITION, type Partition, type Segment } from '../../src/store/manifest.js'
import { memoryStorage } from '../../src/store/memory-storage.js'
import { openPartition } from '../../src/store/open-partition.js'
import type { IndexReader } from '../../src/store/reader.js'
import { SegmentBuilder } from '../../src/store/segment-builder.js'
import type { Storage } from '../../src/store/storage.js'
import type { Successor } from '../../src/store/successor-column.js'
import type { WritePorts } from '../../src/store/write-ports.js'

export const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const deflate = (bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array =>
  deflateRawSync(bytes, dictionary && { dictionary })
/** Knows dictionaries, as a terminal's does. */
export const inflate = (bytes: Uint8Array, size: number, dictionary?: Uint8Array): Uint8Array =>
  inflateRawSync(bytes, { maxOutputLength: Math.max(1, size), ...(dictionary && { dictionary }) })

/** An index in memory: what is written can be read. */
export class MemoryIndex {
  readonly files = new Map<string, Uint8Array>()
  readonly storage: Storage = memoryStorage(this.files, inflate)
  readonly ports: WritePorts = {
    deflate,
    deflateParts: parts => deflate(Buffer.concat(parts)),
    hash,
    write: async (name, bytes) => {
      this.files.set(name, bytes)
    },
  }

  segment(cases: readonly Cut[]): Promise<Segment> {
    const builder = new SegmentBuilder()
    for (const { document, terms } of cases) builder.add(document, terms)
    return builder.finish(this.ports)
  }

  /** A partition of one segment. */
  async partition(cases: readonly Cut[]): Promise<Partition> {
    if (cases.length === 0) return EMPTY_PARTITION
    const added = await this.segment(cases)
    return editPartition(this.storage, EMPTY_PARTITION, { removed: [], added }, this.ports)
  }

  async reader(cases: readonly Cut[]): Promise<IndexReader> {
    return openPartition(this.storage, await this.partition(cases))
  }
}

/** A document with its terms. */
export interface Cut {
  readonly document: IndexDocument
  readonly terms: DocumentTerms
}

export function document(id: string, more: Partial<IndexDocument> = {}): IndexDocument {
  const status = more.status ?? 'published'
  return {
    id,
    path: `cases/${id}.md`,
    title: `标题 ${id}`,
    kind: 'case',
    status,
    language: 'zh-CN',
    tags: [],
    errorCodes: [],
    customerPhrases: [],
    causes: [],
    details: [],
    related: [],
    sections: [],
    ...more,
    facets: { status: [status], ...more.facets },
  }
}

/** Terms by the names of the fields; other fields have none. */
export function terms(
  fields: Partial<Record<(typeof SEARCH_FIELDS)[number], readonly string[]>>,
  words: readonly string[] = [],
): DocumentTerms {
  return { fields: SEARCH_FIELDS.map(field => fields[field] ?? []), words }
}

/** Everything that a reader says, by ids instead of numbers, so that two indexes can be compared. */
export async function snapshot(reader: IndexReader): Promise<unknown> {
  const living = Array.from({ length: reader.size }, (_, i) => i).filter(i => reader.isLive(i))
  const documents = await reader.documents(living)
  const ids = new Map(living.map((number, i) => [number, documents[i]?.id ?? '']))
  const idOf = (number: number): string => ids.get(number) ?? `removed ${number}`
  const order = await reader.order(living)
  const byOrder = living
    .map((number, i) => ({ number, key: order[i] ?? Number.NaN }))
    .sort((a, b) => a.key - b.key)
  const sortedIds = <T>(values: ReadonlyMap<number, T>): unknown =>
    [...values].map(([number, value]) => [idOf(number), value]).sort()
  const [statuses, updated, uses] = [await reader.statuses(), await reader.updated(), await reader.uses()]
  const successors = await Promise.all(living.map(number => reader.successor(number)))
  const named = (successor: Successor | undefined): string | undefined =>
    typeof successor === 'number' ? idOf(successor) : successor && `missing ${successor}`
  const dimensions = ['status', 'product', 'tag', 'nothing']
  const facets = await Promise.all(dimensions.map(dimension => reader.facet(dimension)))
  return {
    count: reader.count,
    averageLengths: reader.averageLengths,
    inIdOrder: byOrder.map(({ number }) => idOf(number)),
    documents: new Map(documents.map(each => [each.id, each])),
    found: (
      await Promise.all([...ids.values()].map(async id => [id, idOf((await reader.find(id)) ?? -1)]))
    ).sort(),
    columns: sortedIds(new Map(living.map(i => [i, [statuses[i], updated[i], uses[i]]]))),
    successors: sortedIds(new Map(living.map((number, i) => [number, named(successors[i])]))),
    facets: facets.map(
      values => new Map([...values].map(([name, list]) => [name, [...list].map(idOf).sort()])),
    ),
    words: await reader.words(),
    terms: await reader.terms(''),
    postings: await postingsById(
      reader,
      idOf,
      new Map(byOrder.map(({ number, key }) => [key, idOf(number)])),
    ),
  }
}

async function postingsById(
  reader: IndexReader,
  idOf: (number: number) => string,
  idOfKey: ReadonlyMap<number, string>,
): Promise<unknown> {
  const found = new Map<string, unknown>()
  for (const term of await reader.terms('')) {
    const postings = await reader.postings(term)
    const fields = postings?.fields.map(field =>
      field === undefined
        ? undefined
        : [...field.documents]
            .map((number, i) => [idOf(number), field.frequencies[i], field.lengths[i]])
            .sort(),
    )
    const first = postings && { id: idOfKey.get(postings.first.order), field: postings.first.field }
    found.set(term, { fields, count: postings?.count, first })
  }
  return found
}
