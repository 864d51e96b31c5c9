import { expect, test } from 'vitest'
import { ByteReader } from '../../src/store/byte-reader.js'
import type { IndexDocument } from '../../src/store/document.js'
import { openPartition } from '../../src/store/open-partition.js'
import { choosePreset, presetOf, presetSamples } from '../../src/store/preset.js'
import { encodeHeader, readHeader, type SegmentHeader } from '../../src/store/segment-header.js'
import { DamagedIndex } from '../../src/store/storage.js'
import { storedDocuments } from '../../src/store/stored-documents.js'
import { type Cut, document, MemoryIndex, terms } from './support.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const sampled = (count: number, text: (i: number) => string): Uint8Array | undefined =>
  choosePreset(Array.from({ length: count }, (_, i) => bytes(text(i))))

test('a dictionary is what many documents have in common, the most common last', () => {
  const found = sampled(
    60,
    i => `${i % 2 === 0 ? 'Replace the cable and test again' : i * 7919}: 更换电源板后复测正常`,
  )
  const text = new TextDecoder().decode(found)
  expect(text).toContain('Replace the cable and test again')
  expect(text).toContain('更换电源板后复测正常')
  expect(text.lastIndexOf('更换')).toBeGreaterThan(text.lastIndexOf('Replace'))
})

test('a dictionary has 14 KiB at most, each thing once', () => {
  const random = Array.from({ length: 4000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1).toString(36)).join('')
  expect(sampled(40, i => random.slice((i % 20) * 800, (i % 20) * 800 + 6000))?.length).toBe(14 * 1024)
  expect(sampled(40, () => 'abcdefgh'.repeat(500))?.length).toBeLessThan(100)
})

test('a few documents have none, nor have documents with nothing in common', () => {
  expect(sampled(15, () => 'the same text')).toBeUndefined()
  expect(sampled(16, () => 'the same text')?.length).toBe(13)
  expect(sampled(16, i => String(i))).toBeUndefined()
  expect(
    sampled(300, i =>
      Math.imul(i + 1, 0x9e3779b1)
        .toString(36)
        .repeat(3)
        .slice(0, 9),
    ),
  ).toBeUndefined()
})

test('samples are from all over, and of few things all', () => {
  expect(presetSamples(3)).toEqual([0, 1, 2])
  expect(presetSamples(0)).toEqual([])
  const many = presetSamples(100_000)
  expect(many.length).toBe(192)
  expect([many[0], many.at(-1)]).toEqual([260, 99_739])
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
  documents: { preset: { pack: 0, start: 0, length: 77 }, documents: [{ pack: 0, start: 18, length: 9 }] },
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
