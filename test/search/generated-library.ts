import { Taxonomy } from '../../src/model/taxonomy.js'
import { documentTerms } from '../../src/search/cut-terms.js'
import type { IndexDocument } from '../../src/store/document.js'
import { editPartition, type PartitionEdit } from '../../src/store/edit-partition.js'
import type { Partition } from '../../src/store/manifest.js'
import { openPartition } from '../../src/store/open-partition.js'
import type { IndexReader } from '../../src/store/reader.js'
import { type Cut, MemoryIndex } from '../store/support.js'
import { generateCases } from './generated-cases.js'

const NO_TAXONOMY = new Taxonomy({ facets: {} })
/** Edits after the first build. */
const EDITS = 4

export function cutCases(documents: readonly IndexDocument[]): Cut[] {
  return documents.map(document => ({ document, terms: documentTerms(document, NO_TAXONOMY) }))
}

/** An index written at once. */
export function freshIndex(cases: readonly Cut[]): Promise<IndexReader> {
  return new MemoryIndex().reader(cases)
}

/**
 * An index that came to hold the same cases by and by: a fifth of them came later, a tenth said
 * something else before, and some that were there have left.
 */
export async function editedIndex(cases: readonly Cut[]): Promise<IndexReader> {
  const ids = new Set(cases.map(({ document }) => document.id))
  const others = cutCases(generateCases(Math.ceil(cases.length / 5), 7))
  const leaving = others.filter(({ document }) => !ids.has(document.id))
  const before = cases.map((each, i) => (i % 10 === 3 ? asBefore(each, others[i % others.length]) : each))
  const late = (_: unknown, i: number): boolean => i % 5 === 0
  const first = [...before.filter((_, i) => !late(_, i)), ...leaving]
  const index = new MemoryIndex()
  let partition = await index.partition(first)
  for (let turn = 0; turn < EDITS; turn++) {
    const mine = (_: unknown, i: number): boolean => i % EDITS === turn
    const changed = cases.filter(
      (each, i) => (late(each, i) || each !== before[i]) && mine(each, Math.floor(i / 5)),
    )
    const gone = leaving.filter(mine).map(({ document }) => document.id)
    const edit = await editOf(index, partition, [...first], changed, gone)
    partition = await editPartition(index.storage, partition, edit, index.ports)
  }
  return openPartition(index.storage, partition)
}

/** The case under the same id, with another's words. */
function asBefore({ document }: Cut, other: Cut | undefined): Cut {
  const [old] = cutCases([{ ...(other?.document ?? document), id: document.id }])
  if (old === undefined) throw new RangeError('one document, one cut')
  return old
}

async function editOf(
  index: MemoryIndex,
  partition: Partition,
  there: readonly Cut[],
  changed: readonly Cut[],
  gone: readonly string[],
): Promise<PartitionEdit> {
  const reader = await openPartition(index.storage, partition)
  const terms = new Map(there.map(each => [each.document.id, each.terms]))
  const removed: PartitionEdit['removed'][number][] = []
  for (const id of [...gone, ...changed.map(({ document }) => document.id)]) {
    const number = await reader.find(id)
    const own = terms.get(id)
    if (number !== undefined && own !== undefined) removed.push({ number, terms: own })
  }
  return { removed, added: await index.segment(changed) }
}
