import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'casectl-architecture-'))
  for (const name of ['src', 'schemas', 'package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) {
    cpSync(name, join(copy, name), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Runs the architecture check on the copy, with a line added to one file. */
function check(file?: string, line?: string): { status: number | null; output: string } {
  if (file !== undefined) appendFileSync(join(copy, file), `\n${line}\n`)
  const args = ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long']
  const result = spawnSync(join(copy, 'node_modules/.bin/depcruise'), args, { cwd: copy, encoding: 'utf8' })
  if (file !== undefined) cpSync(file, join(copy, file))
  return { status: result.status, output: result.stdout + result.stderr }
}

test('the code as it stands keeps to its rooms', () => {
  const { status, output } = check()
  expect(output).toContain('no dependency violations found')
  expect(status).toBe(0)
})

test('a rule that imports node:fs fails the check and is told why', () => {
  const { status, output } = check('src/rules/dates.ts', "import 'node:fs'")
  expect(status).not.toBe(0)
  expect(output).toContain('fs-only')
  expect(output).toContain('Only io/ touches files')
})

test.each([
  ['src/rules/dates.ts', "import '../search/tokens.js'", 'rules-imports'],
  ['src/commands/lint.ts', "import 'commander'", 'commander-only'],
  ['src/report/pretty.ts', "import 'chalk'", 'terminal-only'],
  ['src/library/filter.ts', "import 'yaml'", 'parsers-only'],
  ['src/lib/day.ts', "import '../model/case.js'", 'lib-imports'],
])('%s with %s breaks %s', (file, line, rule) => {
  const { status, output } = check(file, line)
  expect(status).not.toBe(0)
  expect(output).toContain(rule)
})
