import { expect, test } from 'vitest'
import { crc32 } from '../../src/store/crc32.js'
import { EMPTY_PARTITION, INDEX_VERSION } from '../../src/store/manifest.js'
import { decodeManifest, encodeManifest } from '../../src/store/manifest-code.js'
import { packsOf } from '../../src/store/packs.js'
import { manifestOf } from './manifests.js'
import { document, MemoryIndex, terms } from './support.js'

const index = new MemoryIndex()
const partition = await index.partition([
  { document: document('CASE-00001'), terms: terms({ body: ['设备'] }) },
])
const manifest = manifestOf(partition)
const text = encodeManifest(manifest)

/** The text with its seal made to fit again. */
function resealed(change: (object: Record<string, unknown>) => void): string {
  const object = JSON.parse(text)
  delete object.checksum
  change(object)
  const body = JSON.stringify(object)
  const sum = crc32(new TextEncoder().encode(body)).toString(16).padStart(8, '0')
  return `${body.slice(0, -1)},"checksum":"${sum}"}`
}

function reason(changed: string | undefined): string {
  const decoded = decodeManifest(changed, 'one')
  return decoded.ok ? 'sound' : decoded.reason
}

test('a manifest comes back as it was', () => {
  expect(decodeManifest(text, 'one')).toMatchObject({ ok: true, value: manifest })
  expect(reason(resealed(() => {}))).toBe('sound')
})

test('every changed character and every cut is noticed', () => {
  for (let at = 0; at < text.length; at++) {
    const other = text[at] === 'x' ? 'y' : 'x'
    expect(reason(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)).not.toBe('sound')
    expect(reason(text.slice(0, at))).toBe('damaged')
  }
})

test('another version, another program and another tokenizer are told apart', () => {
  expect(reason(undefined)).toBe('missing')
  expect(reason('')).toBe('damaged')
  expect(reason('[]')).toBe('damaged')
  expect(reason('{"format":"something"}')).toBe('foreign')
  expect(reason('{"format":"casectl-index"}')).toBe('damaged')
  expect(reason(resealed(object => Object.assign(object, { version: INDEX_VERSION - 1 })))).toBe('older')
  expect(reason(resealed(object => Object.assign(object, { version: INDEX_VERSION + 1 })))).toBe('foreign')
  expect(reason(resealed(object => Object.assign(object, { tokenizer: 'two' })))).toBe('older')
})

const segment = partition.segments[0]

test.each([
  ['a file outside the folder', { header: { ...segment?.header, file: '../../secret' } }],
  ['a file of another kind of name', { header: { ...segment?.header, file: 'header-0123456789ABCDEF.bin' } }],
  ['a block that starts before its file', { header: { ...segment?.header, start: -1 } }],
  ['more documents than numbers', { count: 2 ** 24 + 1 }],
  ['half a document', { count: 0.5 }],
  ['no document', { count: 0 }],
  ['more removed documents than documents', { dead: 2 }],
  ['removed documents that are nowhere', { count: 2, dead: 1 }],
  ['lengths of other fields', { lengths: [1, 2, 3] }],
  ['no packs of a kind', { packs: { ...segment?.packs, postings: undefined } }],
  [
    'a place in an order that the first segment does not have',
    { edits: { packs: [], order: segment?.header } },
  ],
  ['nothing', undefined],
])('a sealed manifest whose segment names %s is damaged', (_, change) => {
  const segments = [change === undefined ? null : { ...segment, ...change }]
  expect(reason(resealed(object => Object.assign(object, { living: { ...partition, segments } })))).toBe(
    'damaged',
  )
})

test.each([
  ['settings', {}],
  ['living', undefined],
  ['living', { ...partition, count: 2 }],
  ['packs', {}],
  ['taxonomy', { file: 'manifest.json', start: 0, length: 1 }],
  ['contentHash', 5],
])('a sealed manifest with a wrong "%s" is damaged', (name, value) => {
  expect(reason(resealed(object => Object.assign(object, { [name]: value })))).toBe('damaged')
})

test('a name that every object inherits is no member', () => {
  expect(reason(resealed(object => Object.assign(object, { settings: { __proto__: null, limit: 1 } })))).toBe(
    'damaged',
  )
})

test('every file is named once', () => {
  const names = packsOf(manifestOf(partition, partition)).map(pack => pack.name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.sort()).toEqual([...index.files.keys()].sort())
  expect(packsOf(manifestOf(EMPTY_PARTITION))).toEqual([])
})
