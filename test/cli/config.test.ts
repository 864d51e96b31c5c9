import { expect, test } from 'vitest'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

interface Setting {
  readonly key: string
  readonly value: unknown
  readonly origin: { readonly kind: string; readonly name?: string; readonly line?: number }
}

async function settings(cwd: string, ...args: readonly string[]): Promise<Map<string, Setting>> {
  const { stdout } = await cli(['config', 'show', '--json', ...args], { cwd })
  return new Map(JSON.parse(stdout).settings.map((setting: Setting) => [setting.key, setting]))
}

const WRITTEN = `# our library
version: 1
id:
  prefix: KB
languages: [en]
sections:
  problem: [Fault, 'a: b']
kinds:
  faq:
    sections: [problem, { id: resolution, required: draft }]
rules:
  dates: off
  id-prefix:
    also: [OLD]
search:
  boosts: { title: 2.5 }
`

test('every setting in force is a line', async () => {
  const { code, stdout } = await cli(['config', 'show'])
  expect(code).toBe(0)
  for (const line of ['id.prefix = CASE', 'search.boosts.title = 6', 'languages = [zh-CN, en]']) {
    expect(stdout.split('\n')).toContain(line)
  }
  expect(stdout).toContain('kinds.faq.sections = [{ id: problem, required: draft }, ')
  expect(stdout).toContain('rules.dates.severity = error\n')
})

test('--origin tells the line of each key that is written, and default for the others', async () => {
  const cwd = folderWith({ 'casectl.config.yml': WRITTEN })
  const { stdout } = await cli(['config', 'show', '--origin'], { cwd })
  const lines = stdout.split('\n').map(line => line.replace(/ {2,}/, '  '))
  for (const line of [
    'casectl.config.yml:4  id.prefix = KB',
    'casectl.config.yml:5  languages = [en]',
    'default  taxonomy = taxonomy.yml',
    'casectl.config.yml:10  kinds.faq.sections = [{ id: problem, required: optional }, { id: resolution, required: draft }]',
    'casectl.config.yml:12  rules.dates.severity = off',
    'default  rules.id-prefix.severity = warning',
    'casectl.config.yml:14  rules.id-prefix.also = [OLD]',
    'casectl.config.yml:16  search.boosts.title = 2.5',
    'default  search.boosts.body = 1',
  ]) {
    expect(lines).toContain(line)
  }
  const problem = lines.find(line => line.includes('sections.problem = '))
  expect(problem).toMatch(/^casectl\.config\.yml:7 {2}sections\.problem = \[Fault, "a: b", 问题描述, /)
})

test('--json has key, value and origin', async () => {
  const cwd = folderWith({ 'casectl.config.yml': WRITTEN })
  const found = await settings(cwd)
  expect(found.get('search.boosts.title')).toEqual({
    key: 'search.boosts.title',
    value: 2.5,
    origin: { kind: 'file', name: 'casectl.config.yml', line: 16 },
  })
  expect(found.get('search.limit')).toEqual({ key: 'search.limit', value: 10, origin: { kind: 'default' } })
  expect(found.has('schema')).toBe(false)
})

test('flags and the environment are origins too', async () => {
  const cwd = folderWith({ 'own.yml': WRITTEN, 'casectl.config.yml': 'version: 1\n' })
  const found = await settings(cwd)
  expect(found.get('--lang')?.origin).toEqual({ kind: 'environment', name: 'LANG' })
  expect(found.get('--config')?.origin).toEqual({ kind: 'default' })
  const given = await settings(cwd, '--config', 'own.yml', '--lang=zh')
  expect(given.get('--lang')).toMatchObject({ value: 'zh', origin: { kind: 'flag', name: '--lang' } })
  expect(given.get('--config')?.origin).toEqual({ kind: 'flag', name: '--config' })
  expect(given.get('id.prefix')?.origin).toEqual({ kind: 'file', name: 'own.yml', line: 4 })
})

test('an empty configuration is all defaults', async () => {
  const cwd = folderWith({ 'casectl.config.yml': '# nothing yet\n' })
  const { code, stdout } = await cli(['config', 'show', '--origin', '--lang', 'zh'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^默认 +id\.prefix = CASE$/m)
  expect(stdout).not.toContain('casectl.config.yml:')
})

test('a configuration that cannot be used is exit code 2', async () => {
  const cwd = folderWith({ 'casectl.config.yml': 'languages: 3: 4\n' })
  expect((await cli(['config', 'show'], { cwd })).code).toBe(2)
})
