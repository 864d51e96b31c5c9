import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeFolders, makeFoldersNow } from '../../src/io/make-folders.js'

const top = mkdtempSync(join(tmpdir(), 'casectl-folders-'))
writeFileSync(join(top, 'file'), '')
afterAll(() => rmSync(top, { recursive: true }))

const isFolder = (path: string): boolean => statSync(path).isDirectory()

describe.each([
  ['together', makeFolders],
  ['at once', async (path: string) => makeFoldersNow(path)],
])('folders made %s', (name, make) => {
  test('those above are made, and one that is there is left alone', async () => {
    const path = join(top, name, '中文', 'c')
    await make(path)
    await make(path)
    await make(top)
    expect(isFolder(path)).toBe(true)
  })

  test('many may make the same', async () => {
    const path = join(top, `${name}-many`, 'a', 'b', 'c')
    await Promise.all(Array.from({ length: 16 }, () => make(path)))
    expect(isFolder(path)).toBe(true)
  })

  test('a file in the way is an error', async () => {
    await expect(make(join(top, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
    await expect(make(join(top, 'file', 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  })

  // Node's own way goes on for ever there.
  test.runIf(existsSync('/proc/self'))('below /proc it ends', async () => {
    await expect(make('/proc/casectl/a/b')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

test('folders that are made have the mode given', () => {
  const path = join(top, 'private', 'a')
  makeFoldersNow(path, 0o700)
  if (process.platform !== 'win32') {
    expect([path, join(top, 'private')].map(one => statSync(one).mode & 0o777)).toEqual([0o700, 0o700])
  }
})
