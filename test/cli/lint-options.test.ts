import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { type CliResult, cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const TAXONOMY = readFileSync('taxonomy.yml', 'utf8')
const TODO = exampleBody('Use channel 36.', 'TODO')

function library(text: string, config = ''): string {
  return folderWith({
    'casectl.config.yml': config,
    'taxonomy.yml': TAXONOMY,
    'cases/CASE-7F3KQ-router-drops.md': text,
  })
}

/** `rule severity` of the findings of some rules. */
async function found(cwd: string, ...args: readonly string[]): Promise<string[]> {
  const { diagnostics } = JSON.parse((await cli(['lint', '--json', ...args], { cwd })).stdout)
  return diagnostics
    .filter(({ rule }: { rule: string }) => ['dates', 'template-text', 'review-due'].includes(rule))
    .map(({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`)
}

test('a draft is judged mildly, and by the preset strict as what is published', async () => {
  const draft = exampleCase({ status: 'draft', updated: '2026-03-01' })
  expect(await found(library(draft))).toEqual(['dates warning'])
  expect(await found(library(draft, 'preset: draft-friendly\n'))).toEqual(['dates warning'])
  expect(await found(library(draft, 'preset: strict\n'))).toEqual(['dates error'])
  const wrong = await cli(['lint'], { cwd: library(draft, 'preset: lax\n') })
  expect(wrong).toMatchObject({ code: 2 })
})

test('a rule of the strict preset is off without it, unless the configuration or --rule names it', async () => {
  const terms = async (config: string, ...args: readonly string[]): Promise<number> => {
    const { stdout } = await cli(['lint', '--json', ...args], { cwd: library(exampleCase(), config) })
    const { diagnostics } = JSON.parse(stdout)
    return diagnostics.filter(({ rule }: { rule: string }) => rule === 'unused-term').length
  }
  expect(await terms('')).toBe(0)
  const all = await terms('preset: strict\n')
  expect(all).toBeGreaterThan(0)
  expect(await terms('rules: { unused-term: warning }\n')).toBe(all)
  expect(await terms('rules: { unused-term: {} }\n')).toBe(all)
  expect(await terms('', '--rule', 'unused-term=note')).toBe(all)
  expect(await terms('preset: strict\nrules: { unused-term: off }\n')).toBe(0)
})

test('--rule outdoes the configuration, the last one holds, and a wrong one is refused', async () => {
  const cwd = library(exampleCase({}, TODO), 'rules: { template-text: off }\n')
  expect(await found(cwd)).toEqual([])
  expect(await found(cwd, '--rule', 'template-text=error')).toEqual(['template-text error'])
  expect(await found(cwd, '--rule', 'template-text=error', '--rule', 'template-text=note')).toEqual([
    'template-text note',
  ])
  expect((await cli(['lint', '--rule', 'template-text=loud'], { cwd })).stderr).toContain('RULE=off, note')
  const unknown = await cli(['lint', '--rule', 'template-txt=off'], { cwd })
  expect(unknown.code).toBe(2)
  expect(unknown.stderr).toContain('template-text')
})

test('--quiet reports errors only, and still counts warnings against --max-warnings', async () => {
  const cwd = library(exampleCase({ updated: '2026-03-01' }, TODO))
  expect(await found(cwd)).toEqual(['dates error', 'template-text warning'])
  expect(await found(cwd, '--quiet')).toEqual(['dates error'])
  const mild = library(exampleCase({}, TODO))
  expect(await cli(['lint', '-q'], { cwd: mild })).toMatchObject({ code: 0 })
  expect((await cli(['lint', '-q'], { cwd: mild })).stdout).toContain('No findings.')
  expect(await cli(['lint', '-q', '--max-warnings', '0'], { cwd: mild })).toMatchObject({ code: 1 })
})

test('rules about dates run only with --as-of, give notes, and change no exit code', async () => {
  const cwd = library(exampleCase(), 'rules: { review-due: error }\n')
  expect(await found(cwd)).toEqual([])
  expect(await found(cwd, '--as-of', '2036-01-01')).toEqual(['review-due note'])
  const late = await cli(['lint', '--as-of', '2036-01-01', '--max-warnings', '0'], { cwd })
  expect(late.code).toBe((await cli(['lint', '--max-warnings', '0'], { cwd })).code)
  expect(await cli(['lint', '--as-of', '2026-02-30'], { cwd })).toMatchObject({ code: 2 })
})

test('--stats tells what each rule cost and found, on stderr or in the JSON', async () => {
  const cwd = library(exampleCase({}, TODO))
  const { stdout, stderr } = await cli(['lint', '--stats', '--color', 'never'], { cwd })
  expect(stdout).not.toContain('Time (ms)')
  expect(stderr).toMatch(/^Rule +Time \(ms\) +Findings\n/)
  expect(stderr).toMatch(/^template-text +\d+\.\d +1$/m)
  expect(stderr).toMatch(/^all +\d+\.\d +\d+\n$/m)
  const json = await cli(['lint', '--stats', '--json'], { cwd })
  expect(json.stderr).toBe('')
  const { stats } = JSON.parse(json.stdout)
  expect(stats.find(({ rule }: { rule: string }) => rule === 'template-text')).toEqual({
    rule: 'template-text',
    time: expect.any(Number),
    findings: 1,
  })
})

/** Runs lint and gives what kind of text stands where. */
async function kinds(cwd: string, args: readonly string[], files: readonly string[]): Promise<string[]> {
  const { stdout } = await cli(['lint', '--color', 'never', ...args], { cwd })
  const texts = [stdout, ...files.map(file => readFileSync(join(cwd, file), 'utf8'))]
  return texts.map(text => {
    if (text === '') return 'nothing'
    if (text.includes('"version": "2.1.0"') || text.includes('"version":"2.1.0"')) return 'sarif'
    if (text.startsWith('<?xml')) return 'junit'
    if (text.startsWith('{')) return 'json'
    return text.includes('Cases checked') ? 'pretty' : 'other'
  })
}

test('several formats go to their files; one of them may go to stdout', async () => {
  const cwd = library(exampleCase({}, TODO))
  const [a, b] = ['a.out', 'b.out']
  const inOrder = ['--format', 'sarif', '--format', 'junit', '--output', a, '--output', b]
  expect(await kinds(cwd, inOrder, [a, b])).toEqual(['nothing', 'sarif', 'junit'])
  const mixed = ['--format', 'pretty', '--format', 'sarif', '--output', a]
  expect(await kinds(cwd, mixed, [a])).toEqual(['pretty', 'sarif'])
  const first = ['--format', 'sarif', '--output', a, '--format', 'pretty']
  expect(await kinds(cwd, first, [a])).toEqual(['pretty', 'sarif'])
  expect(await kinds(cwd, ['--output', a], [a])).toEqual(['nothing', 'pretty'])
  expect(await kinds(cwd, ['--json', '--output', 'new/folder/x.json'], ['new/folder/x.json'])).toEqual([
    'nothing',
    'json',
  ])
})

test.each([
  [['--format', 'sarif', '--format', 'json'], 'Only one format goes to stdout, not sarif, json'],
  [['--format', 'sarif', '--output', 'a', '--output', 'b'], '--output b'],
  [['--format', 'sarif', '--format', 'json', '--output', 'a', '--output', 'a'], '--output a'],
  [['--format', 'yaml'], 'Choices: pretty, compact, json'],
])('%j is refused', async (args, message) => {
  const result: CliResult = await cli(['lint', ...args], { cwd: library(exampleCase()) })
  expect(result).toMatchObject({ code: 2, stdout: '' })
  expect(result.stderr).toContain(message)
})

test('what a case waves through is in the SARIF when asked, with its reason', async () => {
  const comment = '<!-- casectl-disable-next-line template-text -- as the device shows it -->'
  const cwd = library(exampleCase({}, exampleBody('Use channel 36.', `${comment}\n   TODO`)))
  const reasons = async (...args: readonly string[]): Promise<unknown[]> => {
    const { stdout } = await cli(['lint', '--format', 'sarif', ...args], { cwd })
    const results: { suppressions?: { justification: string }[] }[] = JSON.parse(stdout).runs[0].results
    return results.flatMap(({ suppressions = [] }) => suppressions.map(each => each.justification))
  }
  expect(await reasons('--with-suppressed')).toEqual(['as the device shows it'])
  expect(await reasons()).toEqual([])
})

test('explain and config show tell what a preset switches', async () => {
  const cwd = folderWith({ 'casectl.config.yml': 'preset: strict\n' })
  expect((await cli(['explain', '--color', 'never'], { cwd })).stdout).toMatch(/^dates +error +error /m)
  expect((await cli(['config', 'show'], { cwd })).stdout).toContain('preset = strict\n')
  expect((await cli(['explain', 'review-due'], { cwd })).stdout).toContain('only with `--as-of`')
})
