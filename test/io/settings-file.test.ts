import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettingsFile } from '../../src/io/settings-file.js'
import { folderWith } from '../cli/temporary.js'
import { makePipe, makeSparse } from './special-files.js'

test('the text of the file, without its byte order mark; null where there is none', async () => {
  const root = folderWith({ 'a.yml': '\uFEFFversion: 1 # 停\r\n', 'b/c.yml': 'x' })
  expect(await readSettingsFile(root, 'a.yml')).toBe('version: 1 # 停\r\n')
  expect(await readSettingsFile(root, 'b/c.yml')).toBe('x')
  expect(await readSettingsFile(root, 'missing.yml')).toBeNull()
  expect(await readSettingsFile(root, 'missing/a.yml')).toBeNull()
})

test('what is no readable text is an expected failure, at once', async () => {
  const root = folderWith({ 'gbk.yml': Uint8Array.of(0xb1, 0xea, 0xcc, 0xe2), 'real.yml': 'x' })
  mkdirSync(join(root, 'folder.yml'))
  makePipe(join(root, 'pipe.yml'))
  makeSparse(join(root, 'huge.yml'), 9 * 2 ** 20)
  symlinkSync('/etc/hostname', join(root, 'link.yml'))
  symlinkSync('real.yml', join(root, 'near.yml'))
  const reason = async (name: string): Promise<string> => {
    try {
      return (await readSettingsFile(root, name)) ?? 'null'
    } catch (error) {
      return error instanceof Error ? error.message.replace(/^.*cannot be read /, '') : 'no error'
    }
  }
  expect(await reason('gbk.yml')).toBe('(not UTF-8).')
  expect(await reason('folder.yml')).toBe('(EISDIR).')
  expect(await reason('pipe.yml')).toBe('(not a regular file).')
  expect(await reason('huge.yml')).toBe('(> 8388608 bytes).')
  expect(await reason('link.yml')).toBe('(symbolic link).')
  expect(await reason('near.yml')).toBe('(symbolic link).')
})
