import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyChanges } from '../../src/io/apply.js'
import { CasectlError } from '../../src/lib/errors.js'
import { folderWith } from '../cli/temporary.js'

const JOURNAL = '.casectl/journal/apply.json'
const BYTES = Uint8Array.from([0xff, 0xfe, 0x00, 0x80])

function contents(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
  const own = paths.filter(path => !path.startsWith('.casectl/'))
  return Object.fromEntries(own.sort().map(path => [path, readFileSync(join(root, path), 'latin1')]))
}

const binary = Buffer.from(BYTES).toString('latin1')

test('files move to the byte, together with changes of texts', async () => {
  const root = folderWith({ 'cases/a.md': 'a', 'cases/img/a.png': BYTES })
  await applyChanges(
    root,
    [
      { path: 'cases/a.md', before: 'a', after: null },
      { path: 'cases/new/a.md', before: null, after: 'A' },
    ],
    [{ from: 'cases/img/a.png', path: 'cases/new/img/a.png' }],
  )
  expect(contents(root)).toEqual({ 'cases/new/a.md': 'A', 'cases/new/img/a.png': binary })
  expect(existsSync(join(root, JOURNAL))).toBe(false)
})

test.each([
  ['nothing to move', 'cases/b.png', 'cases/c.png', 'changed'],
  ['a place that is taken', 'cases/a.png', 'cases/taken.png', 'changed'],
  ['a link', 'cases/link.png', 'cases/c.png', 'unsafe-path'],
  ['a way out', 'cases/a.png', '../c.png', 'unsafe-path'],
])('%s: nothing is written', async (_, from, path, code) => {
  const root = folderWith({ 'cases/a.png': BYTES, 'cases/taken.png': 'x' })
  symlinkSync('/etc/hostname', join(root, 'cases/link.png'))
  const before = contents(root)
  const change = { path: 'cases/new.md', before: null, after: 'A' }
  const failed = await applyChanges(root, [change], [{ from, path }]).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(CasectlError)
  expect((failed as CasectlError).code).toBe(code)
  expect(contents(root)).toEqual(before)
})

test('what was interrupted goes back before the next change, the moved files as well', async () => {
  const journal = {
    changes: [{ path: 'cases/a.md', before: 'a', after: 'A' }],
    moves: [
      { from: 'cases/a.png', path: 'cases/new/a.png' },
      { from: 'cases/b.png', path: 'cases/new/b.png' },
    ],
  }
  const root = folderWith({
    'cases/a.md': 'A',
    'cases/new/a.png': BYTES,
    'cases/b.png': 'b',
    [JOURNAL]: JSON.stringify(journal),
  })
  await applyChanges(root, [{ path: 'x', before: null, after: 'x' }])
  expect(contents(root)).toEqual({ 'cases/a.md': 'a', 'cases/a.png': binary, 'cases/b.png': 'b', x: 'x' })
})

test('a journal of an earlier version, of changes alone, is rolled back too', async () => {
  const changes = [{ path: 'cases/a.md', before: 'a', after: 'A' }]
  const root = folderWith({ 'cases/a.md': 'A', [JOURNAL]: JSON.stringify(changes) })
  await applyChanges(root, [{ path: 'x', before: null, after: 'x' }])
  expect(contents(root)).toEqual({ 'cases/a.md': 'a', x: 'x' })
})

test('a journal whose moves lead out of the library is refused', async () => {
  const root = folderWith({
    [JOURNAL]: JSON.stringify({ changes: [], moves: [{ from: 'a', path: '../a' }] }),
  })
  await expect(applyChanges(root, [{ path: 'x', before: null, after: 'x' }])).rejects.toMatchObject({
    code: 'unsafe-path',
  })
  const other = folderWith({ [JOURNAL]: JSON.stringify({ changes: [], moves: [{}] }) })
  await expect(applyChanges(other, [{ path: 'x', before: null, after: 'x' }])).rejects.toMatchObject({
    code: 'journal',
  })
})
