import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const SETTINGS = { 'casectl.config.yml': '', 'taxonomy.yml': readFileSync('taxonomy.yml', 'utf8') }
const FAULTY = exampleCase({ category: '经常断线' })
const CLEAN = exampleCase({ category: 'frequent-drops' })

test('--fix-dry-run shows a diff that git can apply, and what is left decides the exit code', async () => {
  const cwd = folderWith({
    ...SETTINGS,
    'cases/a/CASE-7F3KQ.md': FAULTY,
    'cases/b/CASE-7F3KR.md': FAULTY.replace('7F3KQ', '7F3KR'),
  })
  const { code, stdout, stderr } = await cli(['lint', '--fix-dry-run'], { cwd })
  expect(code).toBe(0)
  expect(stderr).toContain('Findings that `--fix` would fix: 2, in files: 2. Nothing was written.')
  expect(stdout).toContain('--- a/cases/a/CASE-7F3KQ.md\n+++ b/cases/a/CASE-7F3KQ.md\n@@ ')
  expect(stdout).toContain('\n-category: 经常断线\n+category: frequent-drops\n')
  expect(readFileSync(join(cwd, 'cases/a/CASE-7F3KQ.md'), 'utf8')).toBe(FAULTY)
  execFileSync('git', ['apply', '-'], { cwd, input: stdout })
  expect(readFileSync(join(cwd, 'cases/a/CASE-7F3KQ.md'), 'utf8')).toBe(CLEAN)
})

test('--fix-dry-run exits 1 when an error would remain, and is coloured where colours are wanted', async () => {
  const broken = exampleCase({ category: '经常断线', urgency: 'soon' })
  const cwd = folderWith({ ...SETTINGS, 'cases/CASE-7F3KQ.md': broken })
  const { code, stdout } = await cli(['lint', '--fix-dry-run', '--color', 'always'], { cwd })
  expect(code).toBe(1)
  expect(stdout).toContain('\u001b[31m-category: 经常断线\u001b[39m')
})

test('--fix names a half-staged file and what to do', async () => {
  const cwd = folderWith({ ...SETTINGS, 'cases/CASE-7F3KQ.md': CLEAN })
  execFileSync('git', ['init', '--quiet'], { cwd })
  execFileSync('git', ['add', '.'], { cwd })
  writeFileSync(join(cwd, 'cases/CASE-7F3KQ.md'), FAULTY)
  const env = { PATH: process.env['PATH'] ?? '' }
  const { stderr } = await cli(['lint', '--fix', '--lang', 'zh'], { cwd, env })
  expect(stderr).toContain('未修复：cases/CASE-7F3KQ.md 在 git 中只暂存了一部分。请全部暂存（`git add`）')
  expect(readFileSync(join(cwd, 'cases/CASE-7F3KQ.md'), 'utf8')).toBe(FAULTY)
})
