import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editPartition } from '../../src/store/edit-partition.js'
import { EMPTY_PARTITION, type Partition } from '../../src/store/manifest.js'
import { openPartition } from '../../src/store/open-partition.js'
import { storedDocuments } from '../../src/store/stored-documents.js'
import { cut, cuts, ID } from './arbitrary.js'
import { type Cut, document, MemoryIndex, snapshot, terms } from './support.js'

/** A library that is edited, as the indexer edits it. */
class Library {
  readonly index = new MemoryIndex()
  partition: Partition = EMPTY_PARTITION
  readonly cases = new Map<string, Cut>()

  async edit(changed: readonly Cut[], deleted: readonly string[], mergeLater: boolean): Promise<void> {
    const reader = await openPartition(this.index.storage, this.partition)
    const leaving = [...new Set([...deleted, ...changed.map(each => each.document.id)])]
    const removed = []
    for (const id of leaving) {
      const number = await reader.find(id)
      const terms = this.cases.get(id)?.terms
      if (number !== undefined && terms !== undefined) removed.push({ number, terms })
      this.cases.delete(id)
    }
    const adding = [...changed]
    if (mergeLater)
      for await (const { id } of storedDocuments(this.index.storage, this.partition, 1)) {
        const same = this.cases.get(id)
        if (same !== undefined) adding.push(same)
      }
    for (const each of changed) this.cases.set(each.document.id, each)
    const added = adding.length === 0 ? {} : { added: await this.index.segment(adding) }
    const edit = { removed, mergeLater, ...added }
    this.partition = await editPartition(this.index.storage, this.partition, edit, this.index.ports)
  }

  async snapshot(): Promise<unknown> {
    return snapshot(await openPartition(this.index.storage, this.partition))
  }
}

const edits = fc.array(
  fc.record({
    changed: fc.uniqueArray(ID, { maxLength: 4 }).chain(ids => fc.tuple(...ids.map(cut))),
    deleted: fc.array(ID, { maxLength: 3 }),
    mergeLater: fc.boolean(),
  }),
  { maxLength: 6 },
)

test('after any edits a partition says what a fresh one says', async () => {
  await fc.assert(
    fc.asyncProperty(cuts(20), edits, async (cases, steps) => {
      const library = new Library()
      await library.edit(cases, [], false)
      for (const { changed, deleted, mergeLater } of steps) await library.edit(changed, deleted, mergeLater)
      const fresh = await new MemoryIndex().reader([...library.cases.values()])
      expect(await library.snapshot()).toEqual(await snapshot(fresh))
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('a term and a word leave with the last document that has them, not before', async () => {
  const library = new Library()
  const having = (id: string): Cut => ({
    document: document(id),
    terms: terms({ body: ['pump', id] }, ['pumps']),
  })
  await library.edit([having('CASE-00001'), having('CASE-00002'), having('CASE-00003')], [], false)
  const said = async (): Promise<unknown> => {
    const reader = await openPartition(library.index.storage, library.partition)
    return [await reader.terms(''), await reader.words(), (await reader.postings('pump'))?.count]
  }
  await library.edit([], ['CASE-00001'], false)
  expect(await said()).toEqual([['CASE-00002', 'CASE-00003', 'pump'], ['pumps'], 2])
  await library.edit([], ['CASE-00003'], false)
  expect(await said()).toEqual([['CASE-00002', 'pump'], ['pumps'], 1])
  await library.edit([], ['CASE-00002'], false)
  expect(await said()).toEqual([[], [], undefined])
})

test('a segment of which nothing is left is dropped', async () => {
  const library = new Library()
  const version = (text: string): Cut => ({
    document: document('CASE-00001'),
    terms: terms({ body: [text] }),
  })
  await library.edit([version('one'), { document: document('CASE-00002'), terms: terms({}) }], [], false)
  for (const text of ['two', 'three', 'four']) await library.edit([version(text)], [], false)
  expect(library.partition.segments.length).toBe(2)
  expect(library.partition.segments[0]?.dead).toBe(1)
})

test('removing a document twice counts once', async () => {
  const index = new MemoryIndex()
  const one = { document: document('CASE-00001'), terms: terms({ body: ['a', 'b'] }) }
  const two = { document: document('CASE-00002'), terms: terms({ body: ['a'] }) }
  const whole = await index.partition([one, two])
  const number = (await (await openPartition(index.storage, whole)).find('CASE-00001')) ?? -1
  const removed = [{ number, terms: one.terms }]
  const once = await editPartition(index.storage, whole, { removed: [...removed, ...removed] }, index.ports)
  expect(once).toMatchObject({ count: 1, lengths: [0, 0, 0, 0, 0, 0, 1] })
  expect(await editPartition(index.storage, once, { removed }, index.ports)).toEqual(once)
})

test('a successor is found wherever edits leave it, and known by its id when they remove it', async () => {
  const library = new Library()
  const version = (id: string, more = {}): Cut => ({
    document: document(id, more),
    terms: terms({ body: [id] }),
  })
  const replaced = (id: string, supersededBy: string): Cut =>
    version(id, { status: 'superseded', supersededBy })
  const said = async (id: string): Promise<unknown> => {
    const reader = await openPartition(library.index.storage, library.partition)
    const successor = await reader.successor((await reader.find(id)) ?? -1)
    if (typeof successor !== 'number') return successor
    const [found] = await reader.documents([successor])
    return [found?.id, found?.title]
  }
  const [old, older] = ['CASE-00001', 'CASE-00002']
  await library.edit(
    [replaced(old, 'CASE-00009'), replaced(older, 'CASE-00008'), version('CASE-00009')],
    [],
    false,
  )
  expect([await said(old), await said(older)]).toEqual([['CASE-00009', '标题 CASE-00009'], 'CASE-00008'])
  await library.edit([version('CASE-00009', { title: 'again' }), version('CASE-00008')], [], false)
  expect([await said(old), await said(older)]).toEqual([
    ['CASE-00009', 'again'],
    ['CASE-00008', '标题 CASE-00008'],
  ])
  await library.edit([replaced(older, 'CASE-00009')], [], false)
  expect(await said(older)).toEqual(['CASE-00009', 'again'])
  await library.edit([], ['CASE-00009'], false)
  expect([await said(old), await said(older)]).toEqual(['CASE-00009', 'CASE-00009'])
})
