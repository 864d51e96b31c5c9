import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { deflateBytes } from '../../src/io/deflate.js'
import { fileStorage, readIndexFile, readIndexText, readManifestText } from '../../src/io/index-storage.js'
import { folderWith } from '../cli/temporary.js'
import { makePipe } from './special-files.js'

const PACK = 'terms-0123456789abcdef.bin'
const FOLDER = '.casectl/index'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a file is read whole or in part, as far as there is', async () => {
  const storage = fileStorage(folderWith({ [`${FOLDER}/${PACK}`]: '0123456789' }))
  const read = async (start?: number, end?: number): Promise<string> => {
    const range = start === undefined || end === undefined ? undefined : { start, end }
    return Buffer.from((await storage.read(PACK, range)) ?? []).toString()
  }
  expect(await read()).toBe('0123456789')
  expect(await read(2, 5)).toBe('234')
  expect(await read(8, 2 ** 40)).toBe('89')
  expect(await read(20, 30)).toBe('')
  expect(await read(5, 2)).toBe('')
  expect(await storage.read('terms-fedcba9876543210.bin')).toBeUndefined()
})

test.each([
  '../../secret.txt',
  'manifest.json',
  'sources.0123456789abcdef.bin',
  'terms-0.bin',
  '',
  '/etc/passwd',
])('whatever a manifest says, %j is not opened', async name => {
  const root = folderWith({
    'secret.txt': 'x',
    [`${FOLDER}/manifest.json`]: '{}',
    [`${FOLDER}/terms-0.bin`]: 'x',
  })
  expect(await fileStorage(root).read(name)).toBeUndefined()
})

test('a link, a pipe and a folder are no files of an index', async () => {
  const root = folderWith({ 'secret.txt': 'x', [`${FOLDER}/x`]: '' })
  const names = ['terms', 'postings', 'header'].map(kind => `${kind}-0123456789abcdef.bin`)
  symlinkSync('../../secret.txt', join(root, FOLDER, names[0] ?? ''))
  makePipe(join(root, FOLDER, names[1] ?? ''))
  mkdirSync(join(root, FOLDER, names[2] ?? ''))
  await expect(fileStorage(root).read(names[0] ?? '')).rejects.toMatchObject({ code: 'ELOOP' })
  expect(await fileStorage(root).read(names[1] ?? '')).toBeUndefined()
  expect(await fileStorage(root).read(names[2] ?? '')).toBeUndefined()
})

test('what cannot be read as text is not there', () => {
  const root = folderWith({ x: '' })
  expect(readManifestText(root)).toBeUndefined()
  mkdirSync(join(root, FOLDER), { recursive: true })
  writeFileSync(join(root, FOLDER, 'manifest.json'), '{"a":"中"}')
  symlinkSync('manifest.json', join(root, FOLDER, 'stamp.json'))
  expect(readManifestText(root)).toBe('{"a":"中"}')
  expect(readIndexText(root, 'stamp.json')).toBeUndefined()
  expect(readIndexFile(root, 'manifest.json/x')).toBeUndefined()
})

test('deflated bytes of any size inflate again, and no further than their size', async () => {
  const { inflate } = fileStorage('/nowhere')
  for (const size of [0, 1, 2, 300, 4095, 4096, 70_000]) {
    const bytes = bytesOf('设备停机 E-1203 '.repeat(Math.ceil(size / 8)).slice(0, size))
    const again = await inflate(await deflateBytes(bytes), bytes.length)
    expect(Buffer.from(again).equals(bytes), String(size)).toBe(true)
  }
  const bomb = deflateRawSync(Buffer.alloc(1e6))
  expect(() => inflate(bomb, 10)).toThrow()
})

test('against a dictionary bytes are fewer, and inflate with it alone', async () => {
  const { inflate } = fileStorage('/nowhere')
  const [before, bytes] = [bytesOf('螺杆空压机报警停机'.repeat(9)), bytesOf('空压机报警停机，螺杆')]
  const small = await deflateBytes(bytes, before)
  expect(small.length).toBeLessThan((await deflateBytes(bytes)).length)
  expect(await inflate(small, bytes.length, before)).toEqual(Buffer.from(bytes))
  expect(() => inflate(small, bytes.length)).toThrow()
})
