import { expect, test } from 'vitest'
import { ByteArena } from '../../src/store/byte-arena.js'
import { ByteReader } from '../../src/store/byte-reader.js'
import type { IndexDocument } from '../../src/store/document.js'
import { openPartition } from '../../src/store/open-partition.js'
import { choosePreset, presetOf } from '../../src/store/preset.js'
import { encodeHeader, readHeader, type SegmentHeader } from '../../src/store/segment-header.js'
import { DamagedIndex } from '../../src/store/storage.js'
import { storedDocuments } from '../../src/store/stored-documents.js'
import { type Cut, document, MemoryIndex, terms } from './support.js'

function arena(lengths: readonly number[]): { documents: ByteArena; order: Uint32Array } {
  const documents = new ByteArena()
  for (const [i, length] of lengths.entries()) documents.add(new Uint8Array(length).fill(i))
  return { documents, order: Uint32Array.from(lengths.keys()) }
}

function chosen(lengths: readonly number[]): Uint8Array | undefined {
  const { documents, order } = arena(lengths)
  return choosePreset(documents, order)
}

test('a dictionary is whole documents from all over the segment, 16 KiB at most', () => {
  const found = chosen(Array.from({ length: 200 }, () => 2000)) ?? new Uint8Array(0)
  expect(found.length).toBe(8 * 2000)
  expect([...new Set(found)]).toEqual([12, 37, 62, 87, 112, 137, 162, 187])
})

test('a segment of a few documents has none, nor has one of documents that do not fit', () => {
  expect(chosen(Array.from({ length: 15 }, () => 100))).toBeUndefined()
  expect(chosen(Array.from({ length: 16 }, () => 100))?.length).toBe(1600)
  expect(chosen(Array.from({ length: 16 }, () => 20_000))).toBeUndefined()
})

test('a dictionary of no bytes or of more than DEFLATE can refer to is damage', () => {
  expect(presetOf(new Uint8Array(32 * 1024), 'file').length).toBe(32 * 1024)
  for (const length of [0, 32 * 1024 + 1])
    expect(() => presetOf(new Uint8Array(length), 'file')).toThrow(DamagedIndex)
})

const HEADER: SegmentHeader = {
  count: 1,
  bodyLengths: Uint32Array.of(0),
  commonStatus: 0,
  dictionary: { firsts: [], places: [], longest: [] },
  ids: { firsts: [''], places: [{ pack: 0, start: 0, length: 9 }] },
  ranks: [{ pack: 0, start: 9, length: 9 }],
  documents: { preset: { pack: 0, start: 0, length: 77 }, chunks: [{ pack: 0, start: 18, length: 9 }] },
  statuses: { pack: 0, start: 27, length: 1 },
  successors: { pack: 0, start: 28, length: 1 },
  updated: { pack: 0, start: 29, length: 1 },
  uses: { pack: 0, start: 30, length: 1 },
  words: { pack: 0, start: 31, length: 1 },
  facets: new Map(),
}

test('a header says where the dictionary is, and there is no second one', () => {
  const bytes = encodeHeader(HEADER).slice()
  expect(readHeader(new ByteReader(bytes, 'file'), 1)).toEqual(HEADER)
  // One dictionary in pack 0 at byte 0, of 77 bytes.
  const at = bytes.findIndex((_, i) => [1, 0, 0, 154].every((byte, k) => bytes[i + k] === byte))
  expect(at).toBeGreaterThan(0)
  for (const count of [0, 2, 255]) {
    bytes[at] = count
    expect(() => readHeader(new ByteReader(bytes, 'file'), 1)).toThrow(DamagedIndex)
  }
})

const cut = (i: number): Cut => ({
  document: document(`CASE-${String(i).padStart(5, '0')}`, {
    sections: [{ id: 'problem', title: '问题描述', text: `设备 ${i * 7919} 停机后无法重启，重启后恢复` }],
  }),
  terms: terms({ body: Array.from({ length: i % 5 }, () => '设备') }),
})

test.each([1, 15, 16, 300])('all of %d documents come back, one by one and in a row', async count => {
  const cuts = Array.from({ length: count }, (_, i) => cut(i))
  const index = new MemoryIndex()
  const partition = await index.partition(cuts)
  const reader = await openPartition(index.storage, partition)
  const expected = new Map(cuts.map(each => [each.document.id, each.document]))
  for (let i = 0; i < count; i++) {
    const [found] = await reader.documents([i])
    expect(found).toEqual(expected.get(found?.id ?? ''))
  }
  const all = new Map<string, IndexDocument>()
  for await (const each of storedDocuments(index.storage, partition)) all.set(each.id, each)
  expect(all).toEqual(expected)
})

test('a flipped bit in the dictionary is noticed by every document', async () => {
  const index = new MemoryIndex()
  const partition = await index.partition(Array.from({ length: 40 }, (_, i) => cut(i)))
  const [name] = [...index.files.keys()].filter(each => each.startsWith('documents'))
  const pack = index.files.get(name ?? '') ?? new Uint8Array(0)
  pack[20] = (pack[20] ?? 0) ^ 1
  const reader = await openPartition(index.storage, partition)
  for (let i = 0; i < 40; i++) await expect(reader.documents([i])).rejects.toThrow('checksum')
})
