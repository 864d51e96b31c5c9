import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csv, helpdeskLibrary, ticket } from '../import/helpdesk.js'

// Long enough that something is shown: nothing is for the first second.
const ROWS = 9000

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casectl-progress-'))
  helpdeskLibrary(folder)
  writeFileSync(join(folder, 'export.csv'), csv(Array.from({ length: ROWS }, (_, i) => ticket(i))))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const COMMAND = [
  process.execPath,
  resolve('bin/casectl.js'),
  ...['import', 'export.csv', '--mapping', 'mapping.yml', '--dry-run'],
]

/** What a command prints, with stderr on a terminal of its own or in a pipe. */
function run(screen: boolean): string {
  const env = { ...process.env, CI: '', TERM: 'xterm', LANG: 'en_US.UTF-8' }
  // util-linux's `script` runs a command on a pseudo terminal; its type script goes nowhere.
  const [program = '', ...args] = screen
    ? ['script', '-qec', COMMAND.map(word => `'${word}'`).join(' '), '/dev/null']
    : COMMAND
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
    timeout: 110_000,
  })
  return stdout + stderr
}

test('on a terminal an import shows how far it is, at which rate, and how long it takes on', () => {
  const shown = run(true)
  const lines = shown.split('\r\u001b[K').filter(line => line.startsWith('Drafting: '))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) {
    const [, done = '', total = ''] =
      /^Drafting: (\d+) of about (\d+) rows, \d+ a second, \d+ s left/.exec(line) ?? []
    expect(Number(done)).toBeLessThanOrEqual(Number(total) + 1)
    expect(Math.abs(Number(total) - ROWS) / ROWS).toBeLessThan(0.5)
  }
  // Nothing of it is left standing before the report.
  expect(shown.lastIndexOf('\r\u001b[K')).toBeGreaterThan(shown.lastIndexOf('Drafting: '))
}, 120_000)

test('in a pipe it shows none of that', () => {
  expect(run(false)).not.toContain('Drafting: ')
}, 120_000)
