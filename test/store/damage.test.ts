import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { crc32 } from '../../src/store/crc32.js'
import { editPartition } from '../../src/store/edit-partition.js'
import { EMPTY_PARTITION, type Partition } from '../../src/store/manifest.js'
import { memoryStorage } from '../../src/store/memory-storage.js'
import { openPartition } from '../../src/store/open-partition.js'
import { damagedPacks, packsOf } from '../../src/store/packs.js'
import { DamagedIndex, type Storage } from '../../src/store/storage.js'
import { storedDocuments } from '../../src/store/stored-documents.js'
import { manifestOf } from './manifests.js'
import { type Cut, document, hash, inflate, MemoryIndex, snapshot, terms } from './support.js'

const index = new MemoryIndex()
let partition: Partition = EMPTY_PARTITION
let used: string[] = []

function cut(id: string, body: readonly string[], more = {}): Cut {
  return { document: document(id, { uses: 2, ...more }), terms: terms({ title: ['标题'], body }, ['pumps']) }
}

/** A small index with everything in it: two segments, a removed document, long and short lists. */
beforeAll(async () => {
  const many = Array.from({ length: 150 }, (_, i) =>
    cut(`CASE-1${String(i).padStart(4, '0')}`, ['设备', `t${i % 7}`]),
  )
  const first = [
    ...many,
    cut('CASE-00002', ['停机', '设备'], { status: 'superseded', supersededBy: 'CASE-10001' }),
    // By one that is in the segment, by one that left it, by one that is nowhere.
    ...['CASE-10001', 'CASE-00002', 'CASE-99999'].map((supersededBy, i) =>
      cut(`CASE-0001${i}`, ['设备'], { status: 'superseded', supersededBy }),
    ),
  ]
  const base = await index.partition(first)
  const number = (await (await openPartition(index.storage, base)).find('CASE-00002')) ?? -1
  const removed = [{ number, terms: terms({ title: ['标题'], body: ['停机', '设备'] }, ['pumps']) }]
  const added = await index.segment([cut('CASE-00002', ['设备'], { updated: '2024-05-01' })])
  partition = await editPartition(index.storage, base, { removed, added }, index.ports)
  used = packsOf(manifestOf(partition)).map(pack => pack.name)
})

/** All that a search may ask, and the stored texts, of which a removed document's is asked by nobody else. */
async function sound(storage: Storage): Promise<unknown> {
  for await (const { id } of storedDocuments(storage, partition)) expect(id).toMatch(/^CASE-/)
  return snapshot(await openPartition(storage, partition))
}

/** The index with one file changed; undefined takes it away. */
function changed(name: string, change: (bytes: Uint8Array) => Uint8Array | undefined): Storage {
  const files = new Map(index.files)
  const bytes = change((files.get(name) ?? new Uint8Array(0)).slice())
  if (bytes === undefined) files.delete(name)
  else files.set(name, bytes)
  return memoryStorage(files, inflate)
}

test('the index reads as it was written, and every file of it holds against its name', async () => {
  expect(await sound(index.storage)).toMatchObject({ count: 154 })
  expect(used.length).toBe(10)
  expect(await damagedPacks(index.storage, manifestOf(partition), hash)).toEqual([])
})

test('a flipped byte in any file is noticed by whoever reads it, and by the check of whole files', async () => {
  for (const name of used) {
    const length = index.files.get(name)?.length ?? 0
    for (let at = 0; at < length; at += Math.ceil(length / 200)) {
      const storage = changed(name, bytes => bytes.fill((bytes[at] ?? 0) ^ (1 << (at % 8)), at, at + 1))
      await expect(sound(storage)).rejects.toThrow(DamagedIndex)
      expect(await damagedPacks(storage, manifestOf(partition), hash)).toEqual([name])
    }
  }
}, 120_000)

test('a file that is missing, cut off or longer is noticed', async () => {
  for (const name of used) {
    const length = index.files.get(name)?.length ?? 0
    for (const left of [0, 1, Math.floor(length / 2), length - 1]) {
      await expect(sound(changed(name, bytes => bytes.subarray(0, left)))).rejects.toThrow(DamagedIndex)
    }
    const missing = changed(name, () => undefined)
    await expect(sound(missing)).rejects.toThrow(DamagedIndex)
    expect(await damagedPacks(missing, manifestOf(partition), hash)).toEqual([name])
    const longer = changed(name, bytes => Uint8Array.from([...bytes, 0]))
    expect(await damagedPacks(longer, manifestOf(partition), hash)).toEqual([name])
  }
})

test('a block whose contents were changed behind a right checksum is damage or an answer, nothing worse', async () => {
  const ranges: { name: string; start: number; end: number }[] = []
  const spy: Storage = {
    read: (name, range) => {
      if (range !== undefined) ranges.push({ name, ...range })
      return index.storage.read(name, range)
    },
    inflate,
  }
  await sound(spy)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ranges),
      fc.nat(),
      fc.nat(255),
      fc.nat(255),
      async (range, n, byte, next) => {
        const storage = changed(range.name, bytes => {
          const block = bytes.subarray(range.start, range.end)
          // Not the flags: what is no DEFLATE says so itself.
          const at = 5 + (n % (block.length - 5))
          block[at] = byte
          if (at + 1 < block.length) block[at + 1] = next
          new DataView(block.buffer, block.byteOffset).setUint32(0, crc32(block.subarray(4)), true)
          return bytes
        })
        await sound(storage).catch(error => expect(error).toBeInstanceOf(DamagedIndex))
      },
    ),
    { numRuns: 400 },
  )
}, 120_000)
