import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byCodeUnit } from '../../src/lib/text.js'
import { STATUSES } from '../../src/model/case.js'
import { openPartition } from '../../src/store/open-partition.js'
import { SegmentBuilder } from '../../src/store/segment-builder.js'
import { storedDocuments } from '../../src/store/stored-documents.js'
import { cuts } from './arbitrary.js'
import { type Cut, document, MemoryIndex, snapshot, terms } from './support.js'

/** What a reader must say, worked out in the plainest way. */
function expected(cases: readonly Cut[]): Map<string, unknown> {
  const sorted = [...cases].sort((a, b) => byCodeUnit(a.document.id, b.document.id))
  const all = [...new Set(cases.flatMap(each => each.terms.fields.flat()))].sort(byCodeUnit)
  const postings = new Map<string, unknown>()
  for (const term of all) {
    const having = sorted.filter(each => each.terms.fields.some(field => field.includes(term)))
    const fields = Array.from({ length: 7 }, (_, field) => {
      const list = having
        .map(({ document: { id }, terms: { fields } }) => {
          const own = fields[field] ?? []
          return [id, own.filter(other => other === term).length, own.length]
        })
        .filter(([, often]) => often !== 0)
      return list.length === 0 ? undefined : list
    })
    const first = having[0]
    postings.set(term, {
      fields,
      count: having.length,
      first: { id: first?.document.id, field: first?.terms.fields.findIndex(field => field.includes(term)) },
    })
  }
  const ids = new Set(sorted.map(each => each.document.id))
  const successorOf = ({ document: { status, supersededBy: id } }: Cut): string | undefined =>
    status !== 'superseded' || id === undefined ? undefined : ids.has(id) ? id : `missing ${id}`
  return new Map<string, unknown>([
    ['count', cases.length],
    ['successors', sorted.map(each => [each.document.id, successorOf(each)])],
    ['inIdOrder', sorted.map(each => each.document.id)],
    ['terms', all],
    ['postings', postings],
    ['words', [...new Set(cases.flatMap(each => each.terms.words))].sort(byCodeUnit)],
  ])
}

test('a segment says of every term, document and word what was put in', async () => {
  await fc.assert(
    fc.asyncProperty(cuts(12), async cases => {
      const said = (await snapshot(await new MemoryIndex().reader(cases))) as Record<string, unknown>
      for (const [name, value] of expected(cases)) expect(said[name]).toEqual(value)
      expect(said['documents']).toEqual(new Map(cases.map(each => [each.document.id, each.document])))
    }),
    { numRuns: 60 },
  )
})

test('the order in which documents are added changes no byte', async () => {
  await fc.assert(
    fc.asyncProperty(cuts(12), async cases => {
      const [one, other] = [new MemoryIndex(), new MemoryIndex()]
      expect(await one.segment(cases)).toEqual(await other.segment([...cases].reverse()))
      expect([...one.files.keys()].sort()).toEqual([...other.files.keys()].sort())
    }),
    { numRuns: 30 },
  )
})

test('statuses, days, uses and successors stand beside their documents', async () => {
  const index = new MemoryIndex()
  const reader = await index.reader([
    { document: document('CASE-00001', { updated: '1970-01-02', uses: 3 }), terms: terms({ body: ['a'] }) },
    { document: document('CASE-00002', { status: 'draft', updated: '1950-01-01' }), terms: terms({}) },
    {
      document: document('CASE-00003', { status: 'superseded', supersededBy: 'CASE-00001' }),
      terms: terms({}),
    },
  ])
  const [one = -1, two = -1, three = -1] = [
    await reader.find('CASE-00001'),
    await reader.find('CASE-00002'),
    await reader.find('CASE-00003'),
  ]
  const [statuses, updated, uses] = [await reader.statuses(), await reader.updated(), await reader.uses()]
  expect([one, two, three].map(n => STATUSES[statuses[n] ?? 99])).toEqual([
    'published',
    'draft',
    'superseded',
  ])
  expect([one, two, three].map(n => updated[n])).toEqual([1, 0, -1])
  expect([one, two, three].map(n => uses[n])).toEqual([3, 0, 0])
  expect([await reader.successor(three), await reader.successor(one)]).toEqual([one, undefined])
  expect(await reader.facet('status')).toEqual(
    new Map([
      ['draft', Uint32Array.of(two)],
      ['published', Uint32Array.of(one)],
      ['superseded', Uint32Array.of(three)],
    ]),
  )
  expect(await reader.find('CASE-99999')).toBeUndefined()
  expect(await reader.find('CASE-0')).toBeUndefined()
})

test('three thousand documents fill several blocks of every kind', async () => {
  const cases = Array.from({ length: 3000 }, (_, i): Cut => {
    const id = `CASE-${String((i * 7919) % 100_000).padStart(5, '0')}`
    const own = Array.from({ length: i % 40 }, (_, k) => `t${(i * 31 + k * 17) % 5000}`)
    return {
      document: document(id, { sections: [{ title: '', text: id }] }),
      terms: terms({ body: [...own, 'all'] }),
    }
  })
  const index = new MemoryIndex()
  const partition = await index.partition(cases)
  const reader = await openPartition(index.storage, partition)
  const ids = cases.map(each => each.document.id).sort()
  const numbers = await Promise.all(ids.map(async id => (await reader.find(id)) ?? -1))
  expect([...(await reader.order(numbers))]).toEqual([...ids.keys()])
  expect((await reader.documents(numbers)).map(each => each.id)).toEqual(ids)
  expect((await reader.postings('all'))?.count).toBe(3000)
  const known = [...new Set(cases.flatMap(each => each.terms.fields.flat()))].sort()
  expect(await reader.terms('')).toEqual(known)
  expect(await reader.terms('t49')).toEqual(known.filter(term => term.startsWith('t49')))
  expect(await reader.terms('zz')).toEqual([])
  const stored: string[] = []
  for await (const { id } of storedDocuments(index.storage, partition)) stored.push(id)
  expect(stored.sort()).toEqual(ids)
})

test('an empty partition answers everything with nothing', async () => {
  const reader = await new MemoryIndex().reader([])
  expect([reader.size, reader.count, reader.averageLengths]).toEqual([0, 0, [0, 0, 0, 0, 0, 0, 0]])
  expect(await reader.postings('a')).toBeUndefined()
  expect([await reader.terms(''), await reader.words(), await reader.find('CASE-00001')]).toEqual([
    [],
    [],
    undefined,
  ])
  expect([await reader.statuses(), await reader.facet('kind')]).toEqual([new Uint8Array(0), new Map()])
})

test('a segment refuses to hold two documents of one id, and to hold none', async () => {
  const builder = new SegmentBuilder()
  await expect(builder.finish(new MemoryIndex().ports)).rejects.toThrow(RangeError)
  builder.add(document('CASE-00001'), terms({}))
  builder.add(document('CASE-00001'), terms({}))
  await expect(builder.finish(new MemoryIndex().ports)).rejects.toThrow('CASE-00001')
})

test('a number that no document has is an error of the caller', async () => {
  const reader = await new MemoryIndex().reader([{ document: document('CASE-00001'), terms: terms({}) }])
  expect(() => reader.isLive(1)).toThrow(RangeError)
  await expect(reader.documents([1])).rejects.toThrow(RangeError)
})
