import { expect, test } from 'vitest'
import { STATUSES } from '../../src/model/case.js'
import { Cache } from '../../src/store/cache.js'
import { openPartition } from '../../src/store/open-partition.js'
import type { ByteRange, Storage } from '../../src/store/storage.js'
import { type Cut, document, inflate, MemoryIndex, terms } from './support.js'

const index = new MemoryIndex()
const cases = Array.from({ length: 2000 }, (_, i): Cut => {
  const body = Array.from({ length: 30 }, (_, k) => `t${(i * 31 + k * k * 7) % 6000}`)
  const replaced = { status: 'superseded', supersededBy: `CASE-${String(i + 1).padStart(5, '0')}` } as const
  return {
    document: document(`CASE-${String(i).padStart(5, '0')}`, i % 50 === 0 ? replaced : {}),
    terms: terms({ body: [...body, 'all'] }),
  }
})
const partition = await index.partition(cases)

/** The index, and what was read of it. */
function watched(): { storage: Storage; reads: { name: string; range: ByteRange | undefined }[] } {
  const reads: { name: string; range: ByteRange | undefined }[] = []
  const read: Storage['read'] = (name, range) => {
    reads.push({ name: name.replace(/-.*/, ''), range })
    return index.storage.read(name, range)
  }
  return { storage: { read, inflate }, reads }
}

test('opening reads the header and nothing else', async () => {
  const { storage, reads } = watched()
  await openPartition(storage, partition)
  expect(reads.map(read => read.name)).toEqual(['header'])
  const { start, length } = partition.segments[0]?.header ?? { start: 0, length: 0 }
  expect(reads[0]?.range).toEqual({ start, end: start + length })
})

test('a term costs a block of the dictionary and its list, once, however often it is asked for', async () => {
  const { storage, reads } = watched()
  const reader = await openPartition(storage, partition)
  reads.length = 0
  const [one, other] = await Promise.all([reader.postings('all'), reader.postings('all')])
  expect(other).toBe(one)
  await reader.postings('all')
  expect(reads.map(read => read.name)).toEqual(['terms', 'postings'])
  await reader.postings('nothing like it')
  expect(reads.length).toBeLessThanOrEqual(3)
})

test('statuses are read without successors, and these without ids', async () => {
  const { storage, reads } = watched()
  const reader = await openPartition(storage, partition)
  const statuses = await reader.statuses()
  expect(reads.map(read => read.name)).toEqual(['header', 'columns'])
  const superseded = [...statuses.keys()].filter(n => statuses[n] === STATUSES.indexOf('superseded'))
  const successors = await Promise.all(superseded.map(number => reader.successor(number)))
  expect(new Set(successors).size).toBe(40)
  expect(reads.map(read => read.name)).toEqual(['header', 'columns', 'columns'])
})

test('neighbouring terms share a block, and a short list stands in it', async () => {
  const { storage, reads } = watched()
  const reader = await openPartition(storage, partition)
  reads.length = 0
  await Promise.all([reader.postings('t1000'), reader.postings('t1001')])
  expect(reads.map(read => read.name)).toEqual(['terms'])
})

test('the first document costs the place of its chunk, the dictionary and the chunk, others their chunk', async () => {
  const { storage, reads } = watched()
  const reader = await openPartition(storage, partition)
  reads.length = 0
  await Promise.all([reader.documents([6, 7]), reader.documents([7])])
  expect(reads.map(read => read.name)).toEqual(['columns', 'documents', 'documents', 'documents'])
  reads.length = 0
  await reader.documents([6, 7, 8])
  expect(reads.map(read => read.name)).toEqual(['documents'])
})

test('blocks that lie side by side are read in one go', async () => {
  const { storage, reads } = watched()
  const reader = await openPartition(storage, partition)
  reads.length = 0
  expect((await reader.terms('')).length).toBeGreaterThan(4000)
  expect(reads.length).toBe(partition.segments[0]?.packs.terms.length)
})

test('postings of one segment are handed out as they were decoded', async () => {
  const reader = await openPartition(index.storage, partition)
  const body = (await reader.postings('all'))?.fields[6]
  expect(body?.documents.buffer.byteLength).toBe(2000 * 4)
})

test('a failed load is tried again', async () => {
  let fails = true
  const storage: Storage = {
    read: async (name, range) => {
      if (fails && name.startsWith('terms')) throw new Error('the network is down')
      return index.storage.read(name, range)
    },
    inflate,
  }
  const reader = await openPartition(storage, partition)
  await expect(reader.postings('all')).rejects.toThrow('the network is down')
  fails = false
  expect((await reader.postings('all'))?.count).toBe(2000)
})

test('beyond its budget a cache forgets what was asked for the longest ago', async () => {
  const loads: string[] = []
  const cache = new Cache<string, number>(10, value => value)
  const get = (key: string, weight: number): Promise<number> =>
    cache.get(key, async () => {
      loads.push(key)
      return weight
    })
  await get('a', 4)
  await get('b', 4)
  await get('a', 4)
  await get('c', 4)
  await get('a', 4)
  await get('b', 4)
  expect(loads).toEqual(['a', 'b', 'c', 'b'])
  await get('too large', 99)
  expect([cache.has('a'), cache.has('b'), cache.has('c')]).toEqual([false, false, false])
})
