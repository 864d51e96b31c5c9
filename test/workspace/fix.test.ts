import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { fixWorkspace, previewFixes } from '../../src/workspace/fix.js'
import { Workspace } from '../../src/workspace/workspace.js'
import { folderWith } from '../cli/temporary.js'

const SETTINGS = { 'casectl.config.yml': '', 'taxonomy.yml': readFileSync('taxonomy.yml', 'utf8') }
const FAULTY = exampleCase({ category: '经常断线   # why' })
const FIXED = FAULTY.replace('经常断线', 'frequent-drops')
const OTHER = exampleCase({ id: 'CASE-7F3KR', category: '经常断线' })

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')
const fix = async (root: string, paths: readonly string[] = []) => {
  const { fixed, files, unfixed } = await fixWorkspace(await Workspace.open(root), paths, {}, process.env)
  return { fixed, files, unfixed }
}

test('fixes are applied and counted, and every other byte stays', async () => {
  const before = `\uFEFF${FAULTY}`.replaceAll('\n', '\r\n')
  const other = exampleCase({ id: 'CASE-7F3KR' })
  const root = folderWith({ ...SETTINGS, 'cases/CASE-7F3KQ.md': before, 'cases/CASE-7F3KR.md': other })
  expect(await fix(root)).toEqual({ fixed: 1, files: 1, unfixed: [] })
  expect(read(root, 'cases/CASE-7F3KQ.md')).toBe(before.replace('经常断线', 'frequent-drops'))
  expect(read(root, 'cases/CASE-7F3KR.md')).toBe(other)
  expect(await fix(root)).toEqual({ fixed: 0, files: 0, unfixed: [] })
})

test('only what is asked for is fixed', async () => {
  const root = folderWith({ ...SETTINGS, 'cases/a/CASE-7F3KQ.md': FAULTY, 'cases/b/CASE-7F3KR.md': OTHER })
  expect(await fix(root, ['cases/a'])).toEqual({ fixed: 1, files: 1, unfixed: [] })
  expect(read(root, 'cases/b/CASE-7F3KR.md')).toBe(OTHER)
})

test('a preview writes nothing and says what remains', async () => {
  const files = {
    'cases/CASE-7F3KQ.md': FAULTY,
    'cases/CASE-7F3KR.md': exampleCase({ id: 'CASE-7F3KR', owner: undefined }),
  }
  const root = folderWith({ ...SETTINGS, ...files })
  const { changes, run } = await previewFixes(await Workspace.open(root), [], {}, process.env)
  expect(changes).toEqual([{ path: 'cases/CASE-7F3KQ.md', before: FAULTY, after: FIXED }])
  const rules = run.diagnostics.map(({ path, rule }) => `${path} ${rule}`)
  expect(rules).toContain('cases/CASE-7F3KR.md required-fields')
  expect(rules).not.toContain('cases/CASE-7F3KQ.md known-terms')
  expect(read(root, 'cases/CASE-7F3KQ.md')).toBe(FAULTY)
})

test('when one file was changed since it was read, none is written', async () => {
  const root = folderWith({ ...SETTINGS, 'cases/CASE-7F3KQ.md': FAULTY, 'cases/CASE-7F3KR.md': OTHER })
  const workspace = await Workspace.open(root)
  const { changes } = await previewFixes(workspace, [], {}, process.env)
  writeFileSync(join(root, 'cases/CASE-7F3KR.md'), `${OTHER}\nMore.\n`)
  await expect(workspace.apply(changes)).rejects.toMatchObject({ code: 'changed' })
  expect(read(root, 'cases/CASE-7F3KQ.md')).toBe(FAULTY)
})

test('a file that is half staged in git stays as it is and is named; the others are fixed', async () => {
  const root = folderWith({ ...SETTINGS, 'cases/CASE-7F3KQ.md': FAULTY, 'cases/CASE-7F3KR.md': OTHER })
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  execFileSync('git', ['add', '.'], { cwd: root })
  const edited = FAULTY.replace('Use channel 36.', 'Use channel 40.')
  writeFileSync(join(root, 'cases/CASE-7F3KQ.md'), edited)
  expect(await fix(root)).toEqual({
    fixed: 1,
    files: 1,
    unfixed: [{ path: 'cases/CASE-7F3KQ.md', reason: 'half-staged', rules: ['known-terms'] }],
  })
  expect(read(root, 'cases/CASE-7F3KQ.md')).toBe(edited)
})
