import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from '../cli/run-cli.js'
import { temporaryFolder } from '../cli/temporary.js'

function generate(...args: string[]): string {
  const out = join(temporaryFolder(), 'library')
  execFileSync(process.execPath, ['bench/library/generate.mjs', '--out', out, ...args])
  return out
}

function contents(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => /\.\w+$/.test(path))
  return new Map(paths.sort().map(path => [path, readFileSync(join(folder, path), 'utf8')]))
}

test('a generated library is clean under lint, its edge of an odd case included', async () => {
  const { code, stdout, stderr } = await cli(['lint'], { cwd: generate('--size', '301') })
  expect(stdout + stderr).toContain('Cases checked: 301. No findings.')
  expect(code).toBe(0)
})

test('the same seed gives the same bytes, another seed others', () => {
  const first = contents(generate('--size', '40'))
  expect(first.size).toBe(42)
  expect(contents(generate('--size', '40'))).toEqual(first)
  expect([...contents(generate('--size', '40', '--seed', '2')).keys()]).not.toEqual([...first.keys()])
})

test('faults are as many as asked for, and lint finds them', async () => {
  const { stdout } = await cli(['lint', '--json'], { cwd: generate('--size', '200', '--faulty', '0.2') })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { path: string; severity: string }[] }
  const faulty = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ path }) => path))
  expect(faulty.size).toBeGreaterThan(20)
  expect(faulty.size).toBeLessThan(60)
})
