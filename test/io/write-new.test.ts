import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeNewFiles } from '../../src/io/write-new.js'
import { folderWith } from '../cli/temporary.js'
import { buildProgram, runUnprivileged } from './programs.js'

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

test('who may not write gets an expected failure', () => {
  const program = buildProgram(`
    import { writeNewFiles } from './src/io/write-new.js'
    const files = new Map([['a.json', '{}']])
    console.log(await writeNewFiles(process.argv[2] ?? '', files).catch(error => error.code))`)
  expect(runUnprivileged(program, [folderWith({ x: '' })]).stdout).toBe('cannot-write\n')
})
