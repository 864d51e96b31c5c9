import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const TAXONOMY = readFileSync('taxonomy.yml', 'utf8')
/** The example case with its fields in order. */
const inOrder = (fields: Parameters<typeof exampleCase>[0] = {}, body?: string): string =>
  exampleCase({ ...fields, source: undefined }, body).replace(
    'audience:',
    'source: { type: ticket, refs: [TK-1] }\naudience:',
  )
const CLEAN = inOrder()
const UNTIDY = CLEAN.replace('kind: case\n', '')
  .replace('owner:', 'kind: case\nowner:')
  .replace('\n\n## Steps', '  \n## Steps')

const libraryWith = (files: Readonly<Record<string, string>>): string =>
  folderWith({ 'casectl.config.yml': '', 'taxonomy.yml': TAXONOMY, ...files })
const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8')

test('fmt writes what is not in form, lists it, and has nothing to do the second time', async () => {
  const cwd = libraryWith({ 'cases/CASE-7F3KQ-a.md': UNTIDY, 'cases/CASE-7F3KR-b.md': CLEAN })
  expect(await cli(['fmt'], { cwd })).toEqual({
    code: 0,
    stdout: 'cases/CASE-7F3KQ-a.md\n',
    stderr: 'Cases formatted: 1 of 2.\n',
  })
  expect(read(cwd, 'cases/CASE-7F3KQ-a.md')).toBe(CLEAN)
  expect(await cli(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' })
})

test('fmt --check writes nothing and exits 1', async () => {
  const cwd = libraryWith({ 'cases/a.md': UNTIDY, 'cases/b.md': CLEAN })
  expect(await cli(['fmt', '--check', '--lang', 'zh'], { cwd })).toEqual({
    code: 1,
    stdout: 'cases/a.md\n',
    stderr: '共 2 个案例，`casectl fmt` 会改动其中 1 个。\n',
  })
  expect(read(cwd, 'cases/a.md')).toBe(UNTIDY)
})

test('fmt touches only the paths given and names what it cannot read', async () => {
  const cwd = libraryWith({ 'cases/a/x.md': UNTIDY, 'cases/b/y.md': UNTIDY, 'cases/b/z.md': 'no case \n' })
  const { stdout, stderr } = await cli(['fmt', 'cases/b'], { cwd })
  expect(stdout).toBe('cases/b/y.md\n')
  expect(stderr).toContain('Not readable as cases, so left as they are: cases/b/z.md.')
  expect([read(cwd, 'cases/a/x.md'), read(cwd, 'cases/b/z.md')]).toEqual([UNTIDY, 'no case \n'])
  expect(await cli(['fmt', 'nowhere'], { cwd })).toMatchObject({ code: 2 })
})

test('fmt - formats what an editor holds; what is no case comes out byte for byte', async () => {
  const cwd = libraryWith({})
  const crlf = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
  const typed = ['fmt', '-', '--stdin-filename', 'cases/new.md']
  expect(await cli(typed, { cwd, stdin: crlf(UNTIDY) })).toEqual({ code: 0, stdout: crlf(CLEAN), stderr: '' })
  expect(await cli([...typed, '--check'], { cwd, stdin: UNTIDY })).toMatchObject({
    code: 1,
    stdout: 'cases/new.md\n',
  })
  expect(await cli([...typed, '--check'], { cwd, stdin: CLEAN })).toMatchObject({ code: 0, stdout: '' })
  expect(await cli(['fmt', '-'], { cwd, stdin: 'a \u0000b\r\n' })).toMatchObject({
    code: 0,
    stdout: 'a \u0000b\r\n',
  })
  expect(await cli(['fmt', '-', 'cases'], { cwd })).toMatchObject({ code: 2 })
})

test('fmt --json says what was done and what was left, with its reason', async () => {
  const body = '\n## Steps\n\n1. x\n\n# Again\n\n## Problem\n\nx\n'
  const cwd = libraryWith({ 'cases/a.md': UNTIDY, 'cases/b.md': inOrder({}, body) })
  expect(JSON.parse((await cli(['fmt', '--json'], { cwd })).stdout)).toEqual({
    casectl: 1,
    command: 'fmt',
    check: false,
    files: 2,
    changed: ['cases/a.md'],
    left: [{ path: 'cases/b.md', code: 'sectionTitle', message: expect.stringContaining('second title') }],
    unread: [],
    halfStaged: [],
  })
})

test('fmt mends punctuation and spacing by the rules that are on', async () => {
  const text = inOrder({ language: 'zh-CN' }).replace(
    'Use channel 36.',
    '改用 36 信道,然后重启 ，再看 `a,b`。',
  )
  const cwd = libraryWith({ 'cases/a.md': text })
  await cli(['fmt'], { cwd })
  expect(read(cwd, 'cases/a.md')).toBe(text.replace('信道,', '信道，').replace('重启 ，', '重启，'))
  writeFileSync(join(cwd, 'cases/a.md'), text)
  writeFileSync(join(cwd, 'casectl.config.yml'), 'rules: { han-punctuation: off, han-spacing: off }\n')
  expect(await cli(['fmt', '--check'], { cwd })).toMatchObject({ code: 0 })
})

test('sections keep their order where the rule about it is off or waved through', async () => {
  const body = '\n## Steps\n\n1. x\n\n## Problem\n\nx\n'
  const files = { 'cases/a.md': inOrder({}, body) }
  const waved = `<!-- casectl-disable-file section-order -- told backwards -->\n${body}`
  expect(await cli(['fmt', '--check'], { cwd: libraryWith(files) })).toMatchObject({ code: 1 })
  const off = libraryWith({ ...files, 'casectl.config.yml': 'rules: { section-order: off }\n' })
  expect(await cli(['fmt', '--check'], { cwd: off })).toMatchObject({ code: 0 })
  const cwd = libraryWith({ 'cases/a.md': inOrder({}, `\n${waved}`) })
  expect(await cli(['fmt', '--check'], { cwd })).toMatchObject({ code: 0 })
})

test('fmt leaves alone what is half staged', async () => {
  const cwd = libraryWith({ 'cases/a.md': CLEAN, 'cases/b.md': UNTIDY })
  execFileSync('git', ['init', '--quiet'], { cwd })
  execFileSync('git', ['add', 'cases'], { cwd })
  writeFileSync(join(cwd, 'cases/a.md'), UNTIDY)
  const { stdout, stderr } = await cli(['fmt'], { cwd, env: { PATH: process.env['PATH'] ?? '' } })
  expect(stdout).toBe('cases/b.md\n')
  expect(stderr).toContain('Half staged in git, so left as they are: cases/a.md.')
  expect(read(cwd, 'cases/a.md')).toBe(UNTIDY)
})
