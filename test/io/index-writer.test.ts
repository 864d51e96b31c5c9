import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type IndexTarget, memoryTarget } from '../../src/io/index-target.js'
import { withIndexWriter } from '../../src/io/index-writer.js'
import { folderWith } from '../cli/temporary.js'
import { buildProgram, runUnprivileged } from './programs.js'

const [ONE, TWO] = ['terms-0123456789abcdef.bin', 'terms-1123456789abcdef.bin']
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const write = (root: string, work: (target: IndexTarget) => Promise<void>): Promise<unknown> =>
  withIndexWriter(root, 1000, async target => {
    await work(target)
    return 'done'
  })
const indexOf = (root: string): string[] => readdirSync(join(root, '.casectl/index')).sort()
const text = (root: string, name: string): string => readFileSync(join(root, '.casectl/index', name), 'utf8')

test('a pack can be read as soon as it was put, and stands there after the work', async () => {
  const root = folderWith({ x: '' })
  const done = await write(root, async target => {
    await target.put(ONE, bytesOf('one'))
    expect(Buffer.from((await target.storage.read(ONE)) ?? []).toString()).toBe('one')
    expect(Math.abs(target.now - Date.now())).toBeLessThan(60_000)
  })
  expect(done).toBe('done')
  expect(readdirSync(join(root, '.casectl'))).toEqual(['index'])
  expect(text(root, ONE)).toBe('one')
})

test('a commit writes what it is given and removes the files of an index that are not kept', async () => {
  const names = [
    TWO,
    'sources.0123456789abcdef.bin',
    'header.json',
    'documents.json',
    '.casectl-0.tmp',
    'mine.txt',
  ]
  const root = folderWith(Object.fromEntries(names.map(name => [`.casectl/index/${name}`, 'old'])))
  await write(root, async target => {
    await target.put(ONE, bytesOf('one'))
    const sources = { name: 'sources.1123456789abcdef.bin', bytes: bytesOf('s') }
    await target.commit({ sources, manifest: '{}', stamp: '[]' }, new Set([ONE, sources.name]))
  })
  expect(indexOf(root)).toEqual([
    'manifest.json',
    'mine.txt',
    'sources.1123456789abcdef.bin',
    'stamp.json',
    ONE,
  ])
  expect([text(root, 'manifest.json'), text(root, 'stamp.json')]).toEqual(['{}', '[]'])
})

test('a pack of the same name is written again only where its contents differ', async () => {
  const root = folderWith({ [`.casectl/index/${ONE}`]: 'one', [`.casectl/index/${TWO}`]: 'twp' })
  const file = join(root, '.casectl/index', ONE)
  utimesSync(file, 1, 1)
  await write(root, async target => {
    await target.put(ONE, bytesOf('one'))
    await target.put(TWO, bytesOf('two'))
  })
  expect(text(root, TWO)).toBe('two')
  await write(root, async target => target.put(ONE, bytesOf('other')))
  expect(text(root, ONE)).toBe('other')
})

test.each(['.casectl', '.casectl/index'])('a link at %s is not followed', async link => {
  const folder = folderWith({ 'outside/index/x': '', 'lib/x': '' })
  if (link !== '.casectl') mkdirSync(join(folder, 'lib/.casectl'))
  symlinkSync(join(folder, 'outside'), join(folder, 'lib', link))
  const writing = write(join(folder, 'lib'), target => target.put(ONE, bytesOf('x')))
  await expect(writing).rejects.toMatchObject({ code: 'unsafe-path' })
  expect(readdirSync(join(folder, 'outside'), { recursive: true })).toEqual(['index', 'index/x'])
})

test('drafts of locks that were left by the killed are swept, fresh ones are not', async () => {
  const root = folderWith({ '.casectl/index.lock.00.new': '', '.casectl/index.lock.11.new': '' })
  utimesSync(join(root, '.casectl/index.lock.00.new'), 1, 1)
  await write(root, async () => undefined)
  expect(readdirSync(join(root, '.casectl')).sort()).toEqual(['index', 'index.lock.11.new'])
})

test('a failure in the work comes through, and the lock is free again', async () => {
  const root = folderWith({ x: '' })
  const failing = write(root, async () => {
    throw new Error('broken')
  })
  await expect(failing).rejects.toThrow('broken')
  expect(await write(root, async () => undefined)).toBe('done')
})

test('in memory nothing is written, and what was put is read before what is there', async () => {
  const root = folderWith({ [`.casectl/index/${ONE}`]: 'old', [`.casectl/index/${TWO}`]: 'two' })
  const target = memoryTarget(root)
  await target.put(ONE, bytesOf('new'))
  await target.commit({ manifest: '{}' }, new Set())
  const read = async (name: string): Promise<string> =>
    Buffer.from((await target.storage.read(name)) ?? []).toString()
  expect([await read(ONE), await read(TWO)]).toEqual(['new', 'two'])
  expect(indexOf(root)).toEqual([ONE, TWO])
})

test('who may not write gets nothing, before the work is begun', () => {
  const program = buildProgram(`
    import { withIndexWriter } from './src/io/index-writer.js'
    console.log(await withIndexWriter(process.argv[2] ?? '', 1000, async () => 'begun'))`)
  expect(runUnprivileged(program, [folderWith({ x: '' })]).stdout).toBe('undefined\n')
})
