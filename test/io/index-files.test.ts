import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readIndexFile, writeIndexFiles } from '../../src/io/index-files.js'
import { writeNewFiles } from '../../src/io/write-new.js'
import { CasectlError } from '../../src/lib/errors.js'
import { folderWith } from '../cli/temporary.js'
import { buildProgram, runUnprivileged } from './programs.js'

const FILES = new Map([['a.json', '{}']])

test('the index is written below .casectl and read from there', async () => {
  const root = folderWith({})
  expect(await readIndexFile(root, 'a.json')).toBeUndefined()
  expect(await writeIndexFiles(root, FILES)).toBe(true)
  expect(await readIndexFile(root, 'a.json')).toBe('{}')
  expect(readdirSync(join(root, '.casectl'))).toEqual(['index'])
})

test.each(['.casectl', '.casectl/index'])('a link at %s is not followed', async link => {
  const folder = folderWith({ 'outside/index/x': '', 'lib/x': '' })
  if (link !== '.casectl') mkdirSync(join(folder, 'lib/.casectl'))
  symlinkSync(join(folder, 'outside'), join(folder, 'lib', link))
  await expect(writeIndexFiles(join(folder, 'lib'), FILES)).rejects.toBeInstanceOf(CasectlError)
  expect(readdirSync(join(folder, 'outside'), { recursive: true })).toEqual(['index', 'index/x'])
})

test('who may not write gets false, or for a new library an expected failure', () => {
  const program = buildProgram(`
    import { writeIndexFiles } from './src/io/index-files.js'
    import { writeNewFiles } from './src/io/write-new.js'
    const root = process.argv[2] ?? ''
    const files = new Map([['a.json', '{}']])
    console.log(await writeIndexFiles(root, files))
    console.log(await writeNewFiles(root, files).catch(error => error.code))`)
  expect(runUnprivileged(program, [folderWith({ x: '' })]).stdout).toBe('false\ncannot-write\n')
})

test('new files are written, what stands there is kept, no link is followed', async () => {
  const root = folderWith({ 'lib/a.md': 'mine', 'lib/file': '', 'outside/x': '' })
  symlinkSync('../outside', join(root, 'lib/linked'))
  symlinkSync('nowhere', join(root, 'lib/dangling.md'))
  const files = new Map(
    ['a.md', 'b/c.md', 'b/d.md', 'linked/e.md', 'dangling.md', 'file/f.md'].map(path => [path, 'new']),
  )
  expect(await writeNewFiles(join(root, 'lib'), files)).toEqual({
    written: ['b/c.md', 'b/d.md'],
    kept: ['a.md', 'linked/e.md', 'dangling.md', 'file/f.md'],
  })
  expect(readFileSync(join(root, 'lib/a.md'), 'utf8')).toBe('mine')
  expect(readdirSync(join(root, 'outside'))).toEqual(['x'])
  expect(existsSync(join(root, 'lib/nowhere'))).toBe(false)
})
