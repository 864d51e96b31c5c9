import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { write } from './repository.js'
import { type CliResult, cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const SETTINGS = { 'casectl.config.yml': '', 'taxonomy.yml': readFileSync('taxonomy.yml', 'utf8') }
const FILE = 'lint-baseline.json'

const marked = (id: string, ...lines: readonly string[]): string =>
  exampleCase(
    { id, title: `"Router ${id} drops 5 GHz at night"`, product: '{ name: home-router, module: rt-wifi }' },
    exampleBody('The log shows W-104.', ['The log shows W-104.', ...lines].join('\n\n')),
  )

function library(...lines: readonly string[]): string {
  return folderWith({ ...SETTINGS, 'cases/CASE-00001.md': marked('CASE-00001', ...lines) })
}

// Other rules compare the texts of cases with each other; these tests look at one rule.
const lint = (cwd: string, ...args: readonly string[]): Promise<CliResult> =>
  cli(['lint', '--rule', 'template-text=error', ...args, '--baseline', FILE], { cwd })
const texts = async (cwd: string, ...args: readonly string[]): Promise<unknown[]> => {
  const { diagnostics } = JSON.parse((await lint(cwd, '--json', ...args)).stdout)
  return diagnostics
    .filter((found: { rule: string }) => found.rule === 'template-text')
    .map((found: { args: { text: string } }) => found.args.text)
}
const entries = (cwd: string): { rule: string; fingerprint: string }[] =>
  JSON.parse(readFileSync(join(cwd, FILE), 'utf8')).findings

test('a baseline keeps old debts quiet, also when lines move, and new ones loud', async () => {
  const cwd = library('TODO one', 'FIXME two')
  expect((await lint(cwd, '--update-baseline')).code).toBe(0)
  expect(await texts(cwd)).toEqual([])
  write(cwd, 'cases/CASE-00001.md', marked('CASE-00001', 'A line.', 'TODO one', 'FIXME two', 'TBD three'))
  expect(await texts(cwd)).toEqual(['TBD'])
  const { code, stderr } = await lint(cwd)
  expect(code).toBe(1)
  expect(stderr).toContain('Known from the baseline and not reported: ')
  renameSync(join(cwd, 'cases/CASE-00001.md'), join(cwd, 'cases/CASE-00001-moved.md'))
  expect(await texts(cwd)).toEqual(['TBD'])
})

test('updating only ever shrinks it, unless growth is allowed', async () => {
  const cwd = library('TODO one', 'FIXME two')
  await lint(cwd, '--update-baseline')
  const before = entries(cwd).length
  write(cwd, 'cases/CASE-00001.md', marked('CASE-00001', 'FIXME two', 'TBD three'))
  const { stderr } = await lint(cwd)
  expect(stderr).toContain('Baseline entries that are mended: 1.')
  const updated = await lint(cwd, '--update-baseline')
  expect(updated.code).toBe(1)
  expect(updated.stderr).toContain('Baseline: entries added: 0, removed: 1.')
  expect(updated.stderr).toContain('--allow-growth')
  expect(entries(cwd)).toHaveLength(before - 1)
  const grown = await lint(cwd, '--update-baseline', '--allow-growth')
  expect(grown).toMatchObject({ code: 0 })
  expect(grown.stderr).toContain('Baseline: entries added: 1, removed: 0.')
  expect(entries(cwd)).toHaveLength(before)
})

test('an update of a part leaves the entries of other files and of rules that are off', async () => {
  const cwd = library('TODO one')
  write(cwd, 'cases/CASE-00002.md', marked('CASE-00002', 'TODO two'))
  await lint(cwd, '--update-baseline')
  const before = readFileSync(join(cwd, FILE), 'utf8')
  write(cwd, 'cases/CASE-00002.md', marked('CASE-00002'))
  await lint(cwd, 'cases/CASE-00001.md', '--update-baseline')
  expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(before)
  await lint(cwd, '--rule', 'template-text=off', '--update-baseline')
  expect(entries(cwd).filter(({ rule }) => rule === 'template-text')).toHaveLength(2)
  await lint(cwd, '--update-baseline')
  expect(entries(cwd).filter(({ rule }) => rule === 'template-text')).toHaveLength(1)
})

test('the file keeps to its schema, has a finding a line and is sorted', async () => {
  const cwd = library('TODO one', 'FIXME two')
  write(cwd, 'cases/CASE-00002.md', marked('CASE-00002', 'TODO two'))
  await lint(cwd, '--update-baseline')
  const text = readFileSync(join(cwd, FILE), 'utf8')
  const schema = JSON.parse(readFileSync('schemas/lint-baseline.schema.json', 'utf8'))
  const validate = new Ajv2020().compile(schema)
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
  const lines = text.split('\n').filter(line => line.includes('"fingerprint"'))
  expect(lines).toHaveLength(entries(cwd).length)
  expect(lines).toEqual([...lines].sort())
})

test('no baseline, a cut one and one with the marks of a merge are refused and not believed', async () => {
  const cwd = library('TODO one')
  expect(await lint(cwd)).toMatchObject({ code: 2 })
  expect(existsSync(join(cwd, FILE))).toBe(false)
  await lint(cwd, '--update-baseline')
  const text = readFileSync(join(cwd, FILE), 'utf8')
  for (const broken of [
    text.slice(0, -20),
    `<<<<<<< ours\n${text}`,
    '[]',
    text.replace(/[0-9a-f]{32}/, 'x'),
  ]) {
    writeFileSync(join(cwd, FILE), broken)
    const { code, stderr } = await lint(cwd, '--update-baseline')
    expect(code).toBe(2)
    expect(stderr).toContain(`${FILE} cannot be used`)
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(broken)
  }
})

test('what depends on the day is never part of a baseline', async () => {
  const cwd = library()
  await lint(cwd, '--as-of', '2036-01-01', '--update-baseline')
  expect(entries(cwd).map(({ rule }) => rule)).not.toContain('review-due')
  const { stdout, code } = await lint(cwd, '--as-of', '2036-01-01', '--max-warnings', '0')
  expect(stdout).toContain('review-due')
  expect(code).toBe(0)
})
