import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'

const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' })

// A shallow checkout does not have the commit: then casectl has to say so.
const isShallow = git('rev-parse', '--is-shallow-repository').stdout.trim() !== 'false'

test('the sample library began with review later: its cases are accepted until one changes', async () => {
  const folder = join(temporaryFolder(), 'clone')
  expect(git('clone', '--quiet', '--no-local', '.', folder).status).toBe(0)
  copyFileSync('casectl.config.yml', join(folder, 'casectl.config.yml'))
  const gate = () => cli(['review', 'check', '--format', 'json'], { cwd: folder })
  const before = await gate()
  if (isShallow) {
    expect([before.code, before.stderr]).toEqual([2, expect.stringContaining('fetch')])
    return
  }
  expect(before.code).toBe(0)
  const { counts, diagnostics } = JSON.parse(before.stdout) as {
    counts: Record<string, number>
    diagnostics: { code: string; path: string; severity: string }[]
  }
  expect(counts).toMatchObject({ error: 0, warning: 0 })
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['accepted-before']))
  const [{ path } = { path: '' }] = diagnostics
  const file = join(folder, path)
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/\n(?=## )/, '\nA word that nobody has approved.\n\n'),
  )
  const after = await gate()
  expect(after.code).toBe(1)
  const found = JSON.parse(after.stdout) as { diagnostics: { path: string; severity: string }[] }
  const errors = found.diagnostics.filter(({ severity }) => severity === 'error')
  expect(new Set(errors.map(each => each.path))).toEqual(new Set([path]))
})
