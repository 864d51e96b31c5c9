import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csv, helpdeskLibrary, ticket, treeHashes } from '../import/helpdesk.js'

// CI kills a small import a few times. The whole of it, 50 moments of 5,000 rows:
//   CASECTL_IMPORT_KILLS=50 CASECTL_IMPORT_ROWS=5000 npx vitest run test/process/import-kill.test.ts
const KILLS = Number(process.env['CASECTL_IMPORT_KILLS'] ?? 5)
const ROWS = Number(process.env['CASECTL_IMPORT_ROWS'] ?? 600)

let base: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'casectl-kill-'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

function library(name: string): string {
  const folder = join(base, name)
  mkdirSync(folder)
  helpdeskLibrary(folder)
  const rows = Array.from({ length: ROWS }, (_, i) => ticket(i))
  writeFileSync(join(folder, 'export.csv'), csv(rows))
  return folder
}

/** Runs casectl as a process; kills it after so many milliseconds, if it is still there. */
async function casectl(folder: string, args: readonly string[], killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, [resolve('bin/casectl.js'), ...args], {
    cwd: folder,
    stdio: 'ignore',
  })
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearTimeout(timer)
  return code
}

const IMPORT = ['import', 'export.csv', '--mapping', 'mapping.yml', '--quiet']

test(`an import of ${ROWS} rows that is killed at ${KILLS} moments ends as one that is not`, async () => {
  const whole = library('whole')
  const began = performance.now()
  expect(await casectl(whole, IMPORT)).toBe(0)
  const took = performance.now() - began
  const wanted = treeHashes(whole)
  let interrupted = 0
  for (let i = 0; i < KILLS; i++) {
    const folder = library(`killed-${i}`)
    // Spread over the run, each moment drawn within its part.
    const moment = ((i + Math.random()) / KILLS) * took
    if ((await casectl(folder, IMPORT, moment)) === null) {
      interrupted++
      // Once in two also the going on is killed.
      if (i % 2 === 1) await casectl(folder, ['import', 'resume', '--quiet'], moment / 2)
      // Killed before its plan was kept, or after all was done: there is nothing to go on with.
      if ((await casectl(folder, ['import', 'resume', '--quiet'])) === 2) {
        expect(await casectl(folder, IMPORT)).toBe(0)
      }
    }
    expect(treeHashes(folder), `killed after ${Math.round(moment)} ms`).toEqual(wanted)
    rmSync(folder, { recursive: true })
  }
  expect(interrupted).toBeGreaterThan(0)
}, 3_600_000)

test('an interrupted import is taken back without a trace', async () => {
  const folder = library('back')
  const before = treeHashes(folder)
  for (const moment of [300, 600, 900]) {
    await casectl(folder, IMPORT, moment)
    await casectl(folder, ['import', 'rollback', '--quiet'])
    expect(treeHashes(folder), `killed after ${moment} ms`).toEqual(before)
  }
}, 120_000)

test('another import waits until the interrupted one is ended', async () => {
  const folder = library('two')
  const state = join(folder, '.casectl', 'journal', 'imports', '20260101-000000-abcdef')
  mkdirSync(state, { recursive: true })
  writeFileSync(join(state, 'plan.json'), '{"id":"20260101-000000-abcdef"}')
  writeFileSync(join(state, 'state.json'), '{"phase":"staging","folders":[]}')
  expect(await casectl(folder, IMPORT)).toBe(2)
  expect(existsSync(join(folder, 'cases', 'inbox'))).toBe(false)
  expect(await casectl(folder, ['import', 'rollback', '20260101-000000-abcdef'])).toBe(0)
  expect(await casectl(folder, IMPORT)).toBe(0)
}, 120_000)
