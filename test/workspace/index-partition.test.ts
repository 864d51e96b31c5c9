import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IndexDocument } from '../../src/store/document.js'
import { EMPTY_PARTITION, type Partition } from '../../src/store/manifest.js'
import { openPartition } from '../../src/store/open-partition.js'
import { SegmentBuilder } from '../../src/store/segment-builder.js'
import { DamagedIndex } from '../../src/store/storage.js'
import {
  changePartition,
  freshPartition,
  type MergePolicy,
  type PartitionWriting,
} from '../../src/workspace/index-partition.js'
import { cut, cuts, ID } from '../store/arbitrary.js'
import { type Cut, document, MemoryIndex, snapshot, terms } from '../store/support.js'

const NEVER: MergePolicy = { few: 0, mostLaterSegments: 1000, mostDead: 2, mostLater: 1000 }
const ALWAYS_JOIN: MergePolicy = { ...NEVER, few: 1000 }
const SOMETIMES: MergePolicy = { few: 2, mostLaterSegments: 2, mostDead: 0.4, mostLater: 0.6 }
const ALWAYS_RENEW: MergePolicy = { ...NEVER, mostDead: -1 }

/** A library whose partition is changed under a policy. */
class Library {
  readonly index = new MemoryIndex()
  readonly cases = new Map<string, Cut>()
  partition: Partition = EMPTY_PARTITION
  /** Documents that were cut, so that a test can say how much work was done. */
  readonly worked: string[] = []
  readonly #terms = new Map<string, Cut['terms']>()
  readonly #policy: MergePolicy | undefined

  constructor(policy?: MergePolicy) {
    this.#policy = policy
  }

  get writing(): PartitionWriting {
    return {
      storage: this.index.storage,
      ports: this.index.ports,
      cut: (found: IndexDocument) => {
        this.worked.push(found.id)
        return this.#terms.get(keyOf(found)) ?? terms({})
      },
    }
  }

  async change(added: readonly Cut[], deleted: readonly string[] = []): Promise<void> {
    const leaving = [...new Set([...deleted, ...added.map(each => each.document.id)])]
    const removed = leaving.filter(id => this.cases.has(id))
    for (const id of removed) this.cases.delete(id)
    for (const each of added) {
      this.cases.set(each.document.id, each)
      this.#terms.set(keyOf(each.document), each.terms)
    }
    const documents = added.map(each => each.document)
    const change = { removed, added: documents }
    this.partition = await changePartition(this.partition, change, this.writing, this.#policy)
  }

  async snapshot(): Promise<unknown> {
    return snapshot(await openPartition(this.index.storage, this.partition))
  }
}

/** A document that is stored comes back with its fields in another order. */
function keyOf(found: IndexDocument): string {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return JSON.stringify(found, sorted)
}

const changes = fc.array(
  fc.record({
    added: fc.uniqueArray(ID, { maxLength: 4 }).chain(ids => fc.tuple(...ids.map(cut))),
    deleted: fc.array(ID, { maxLength: 3 }),
  }),
  { maxLength: 7 },
)

test.each([
  ['never', NEVER],
  ['always', ALWAYS_JOIN],
  ['sometimes', SOMETIMES],
  ['by a new base each time', ALWAYS_RENEW],
])('joining segments %s, a changed partition says what a fresh one says', async (_, policy) => {
  await fc.assert(
    fc.asyncProperty(cuts(15), changes, async (cases, steps) => {
      const library = new Library(policy)
      await library.change(cases)
      for (const { added, deleted } of steps) await library.change(added, deleted)
      const fresh = await new MemoryIndex().reader([...library.cases.values()])
      expect(await library.snapshot()).toEqual(await snapshot(fresh))
    }),
    { numRuns: 25, seed: 3 },
  )
})

const numbered = (count: number, text = 'a'): Cut[] =>
  Array.from({ length: count }, (_, i) => ({
    document: document(`CASE-${String(i).padStart(5, '0')}`, { title: text }),
    terms: terms({ title: [text] }),
  }))
const shape = ({ segments }: Partition): string[] => segments.map(({ count, dead }) => `${count}-${dead}`)

test('a few changed cases are cut and no other, and stand in one later segment', async () => {
  const library = new Library()
  await library.change(numbered(100))
  library.worked.length = 0
  for (let i = 0; i < 3; i++) await library.change(numbered(100, 'b').slice(i, i + 1))
  expect(shape(library.partition)).toEqual(['100-3', '3-0'])
  // Each change cuts the document that leaves the base and those of the later segment.
  expect(library.worked.length).toBeLessThan(12)
})

test('a base of which a fifth is dead is written anew', async () => {
  const library = new Library()
  await library.change(numbered(100))
  const ids = numbered(21).map(each => each.document.id)
  await library.change([], ids.slice(0, 20))
  expect(shape(library.partition)).toEqual(['100-20'])
  await library.change([], ids.slice(20))
  expect(shape(library.partition)).toEqual(['79-0'])
})

test('later segments that hold a tenth of the base become part of it', async () => {
  const library = new Library()
  const all = numbered(111)
  await library.change(all.slice(0, 100))
  await library.change(all.slice(100, 110))
  expect(shape(library.partition)).toEqual(['100-0', '10-0'])
  await library.change(all.slice(110))
  expect(shape(library.partition)).toEqual(['111-0'])
})

test('later segments are joined before they are too many', async () => {
  const library = new Library({ few: 0, mostLaterSegments: 3, mostDead: 2, mostLater: 1000 })
  const all = numbered(10)
  for (let i = 0; i < 5; i++) await library.change(all.slice(i, i + 1))
  expect(shape(library.partition)).toEqual(['1-0', '4-0'])
})

test('a partition that loses its last case is empty', async () => {
  const library = new Library()
  await library.change(numbered(3))
  await library.change(
    [],
    numbered(3).map(each => each.document.id),
  )
  expect(library.partition).toEqual(EMPTY_PARTITION)
  expect(await freshPartition(new SegmentBuilder(), library.writing)).toEqual(EMPTY_PARTITION)
})

test('an index that lacks what should leave is damaged', async () => {
  const library = new Library()
  await library.change(numbered(3))
  const change = { removed: ['CASE-77777'], added: [] }
  await expect(changePartition(library.partition, change, library.writing)).rejects.toBeInstanceOf(
    DamagedIndex,
  )
})
