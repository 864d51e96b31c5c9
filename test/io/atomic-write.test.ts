import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeAtomic } from '../../src/io/atomic-write.js'
import { systemCode } from '../../src/lib/errors.js'
import { temporaryFolder } from '../cli/temporary.js'
import { buildProgram, runUnprivileged } from './programs.js'
import { mountFault, mountTiny, unmount } from './special-files.js'

/** What the write failed with, 'written' otherwise. */
async function outcome(path: string, content: string): Promise<string | undefined> {
  try {
    await writeAtomic(path, content)
    return 'written'
  } catch (error) {
    return systemCode(error)
  }
}

test('a new file is written whole, its folders made', async () => {
  const path = join(temporaryFolder(), 'a/b/中文.md')
  await writeAtomic(path, '内容\n')
  expect(readFileSync(path, 'utf8')).toBe('内容\n')
  await writeAtomic(path, Uint8Array.of(1, 2, 3))
  expect([...readFileSync(path)]).toEqual([1, 2, 3])
  expect(readdirSync(join(path, '..'))).toEqual(['中文.md'])
})

test.each([0o600, 0o640, 0o644, 0o755, 0o444])('the mode %o of a file is kept', async mode => {
  const path = join(temporaryFolder(), 'a.md')
  writeFileSync(path, 'old')
  chmodSync(path, mode)
  await writeAtomic(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(statSync(path).mode & 0o777).toBe(mode)
})

test('the longest name that a file system takes can be written', async () => {
  const folder = temporaryFolder()
  const name = `${'停'.repeat(84)}.md`
  await writeAtomic(join(folder, name), 'a')
  await writeAtomic(join(folder, name), 'b')
  expect(readFileSync(join(folder, name), 'utf8')).toBe('b')
})

test('a link is replaced by a file, what it leads to is not touched', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'target'), 'secret')
  symlinkSync('target', join(folder, 'a.md'))
  await writeAtomic(join(folder, 'a.md'), 'new')
  expect(lstatSync(join(folder, 'a.md')).isFile()).toBe(true)
  expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('secret')
})

test('a folder in the way is an error, and nothing is left behind', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a.md'))
  expect(await outcome(join(folder, 'a.md'), 'x')).toBe('EISDIR')
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('many writes at once leave one whole content and no temporary file', async () => {
  const folder = temporaryFolder()
  const contents = Array.from({ length: 40 }, (_, i) => String(i).repeat(5000))
  await Promise.all(contents.map(content => writeAtomic(join(folder, 'a.md'), content)))
  expect(contents).toContain(readFileSync(join(folder, 'a.md'), 'utf8'))
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('a folder that may not be written keeps its file, and nothing is left behind', () => {
  const program = buildProgram(`
    import { writeAtomic } from './src/io/atomic-write.js'
    writeAtomic(process.argv[2] ?? '', 'new').then(() => console.log('written'), error => console.log(error.code))`)
  const folder = temporaryFolder()
  const inner = join(folder, 'inner')
  mkdirSync(inner)
  writeFileSync(join(inner, 'a.md'), 'old')
  chmodSync(folder, 0o755)
  chmodSync(inner, 0o555)
  expect(runUnprivileged(program, [join(inner, 'a.md')]).stdout).toBe('EACCES\n')
  chmodSync(inner, 0o755)
  expect(readdirSync(inner)).toEqual(['a.md'])
  expect(readFileSync(join(inner, 'a.md'), 'utf8')).toBe('old')
})

const noMount = mountFault()

test.skipIf(noMount !== undefined)(
  `a full disk keeps the old content, and nothing is left behind${noMount === undefined ? '' : ` (${noMount})`}`,
  async () => {
    const folder = temporaryFolder()
    mountTiny(folder)
    onTestFinished(() => {
      unmount(folder)
    })
    const path = join(folder, 'a.md')
    await writeAtomic(path, 'old\n'.repeat(1000))
    expect(await outcome(path, 'n'.repeat(200_000))).toBe('ENOSPC')
    expect(readFileSync(path, 'utf8')).toBe('old\n'.repeat(1000))
    expect(readdirSync(folder)).toEqual(['a.md'])
    expect(await outcome(path, 'new')).toBe('written')
  },
)
