import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { cli } from './run-cli.js'
import { folderWith, sampleCopy } from './temporary.js'

const TAXONOMY = readFileSync('taxonomy.yml', 'utf8')

test('the sample library is clean', async () => {
  expect(await cli(['lint', '--max-warnings', '0'])).toEqual({
    code: 0,
    stdout: 'Cases checked: 52. No findings.\n',
    stderr: '',
  })
})

test('findings stand by file with line, column, rule, and the exit code says so', async () => {
  const cwd = folderWith({
    'casectl.config.yml': '',
    'taxonomy.yml': TAXONOMY,
    'cases/CASE-7F3KQ-a.md': exampleCase({ category: 'frequent-dropz' }),
    'cases/CASE-7F3KR-b.md': exampleCase({ id: 'CASE-7F3KR' }),
  })
  // Twins on purpose.
  const result = await cli(['lint', '--color', 'never', '--rule', 'near-duplicate=off'], { cwd })
  expect(result.code).toBe(1)
  expect(result.stdout).toMatch(
    /^cases\/CASE-7F3KQ-a\.md\n +10:11 {2}error {2}.*`frequent-drops`.* known-terms\n/,
  )
  expect(result.stdout).toContain('Cases checked: 2. Errors: 1, warnings: 0, notes: 0.')
})

test('paths choose what is reported, not what is seen', async () => {
  const cwd = folderWith({
    'casectl.config.yml': '',
    'taxonomy.yml': TAXONOMY,
    'cases/one/CASE-7F3KQ.md': exampleCase(),
    'cases/two/CASE-7F3KQ.md': exampleCase(),
  })
  const result = await cli(['lint', 'cases/two', '--format', 'json'], { cwd })
  const diagnostics: { rule: string; path: string; message: string }[] = JSON.parse(result.stdout).diagnostics
  expect(new Set(diagnostics.map(({ path }) => path))).toEqual(new Set(['cases/two/CASE-7F3KQ.md']))
  const twin = diagnostics.find(({ rule }) => rule === 'id-unique')
  expect(twin?.message).toContain('cases/one/CASE-7F3KQ.md')
  expect((await cli(['lint', 'nowhere'], { cwd })).code).toBe(2)
})

test('--fix turns an alias into its term and leaves every other byte', async () => {
  const before = exampleCase({ category: '"经常断线" # as the agent says' })
  const cwd = folderWith({
    'casectl.config.yml': '',
    'taxonomy.yml': TAXONOMY,
    'cases/CASE-7F3KQ.md': before,
  })
  const result = await cli(['lint', '--fix'], { cwd })
  expect(result).toMatchObject({ code: 0 })
  expect(readFileSync(join(cwd, 'cases/CASE-7F3KQ.md'), 'utf8')).toBe(
    before.replace('"经常断线"', 'frequent-drops'),
  )
})

test('severities and options come from the configuration; an unknown rule is a usage error', async () => {
  const cwd = sampleCopy()
  const config = join(cwd, 'casectl.config.yml')
  const text = readFileSync(config, 'utf8')
  writeFileSync(config, `${text}rules:\n  id-prefix: error\n`.replace('prefix: CASE', 'prefix: OTHER'))
  expect((await cli(['lint'], { cwd })).code).toBe(1)
  writeFileSync(config, `${text}rules:\n  id-prefx: error\n`)
  const wrong = await cli(['lint'], { cwd })
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('id-prefix')
})

test('--max-warnings decides the exit code', async () => {
  const files = { 'casectl.config.yml': '', 'taxonomy.yml': TAXONOMY }
  const cwd = folderWith({ ...files, 'cases/CASE-7F3KQ.md': exampleCase({ category: '经常断线' }) })
  expect((await cli(['lint'], { cwd })).code).toBe(0)
  expect((await cli(['lint', '--max-warnings', '0'], { cwd })).code).toBe(1)
})

test('misspelt commands and options bring a suggestion in the language of the user', async () => {
  expect(await cli(['lnt', '--lang', 'zh'])).toMatchObject({
    code: 2,
    stderr: '错误：未知命令“lnt”。\n→ 是否想写 lint？\n',
  })
  expect(await cli(['lint', '--fixx'])).toMatchObject({ code: 2 })
  expect((await cli(['lint', '--fixx'])).stderr).toContain('--fix')
  expect((await cli(['--help', '--lang', 'zh'])).stdout).toContain('用法：')
})

test('no command prints the help; help for a command that does not exist suggests one', async () => {
  const none = await cli([])
  expect(none).toMatchObject({ code: 0, stderr: '' })
  expect(none.stdout).toContain('casectl search')
  expect(await cli(['help', 'lnt'])).toMatchObject({
    code: 2,
    stderr: "error: unknown command 'lnt'\n→ Did you mean lint?\n",
  })
})

test('help explains exit codes and the environment in both languages', async () => {
  expect((await cli(['help', 'exit-codes'])).stdout).toContain('2  could not run')
  expect((await cli(['help', 'exit-codes', '--lang', 'zh'])).stdout).toContain('2  无法运行')
  expect((await cli(['help', 'environment'])).stdout).toContain('NO_COLOR')
})
