import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { searchLibrary } from '../../src/index.js'
import { SAMPLE_QUERIES } from '../search/sample-queries.js'
import { cli } from './run-cli.js'
import { folderWith, sampleCopy } from './temporary.js'

test.each(SAMPLE_QUERIES)(
  '$name: the right case stands first, the same in the library and the CLI',
  async query => {
    const filters = Object.entries(query.filters ?? {}).flatMap(([name, values]) =>
      values.flatMap(value => [`--${name}`, value]),
    )
    const result = await cli(['search', '--json', ...filters, '--', query.text])
    expect(result.code).toBe(0)
    const { hits, corrections } = JSON.parse(result.stdout)
    expect(hits[0].id).toBe(query.first)
    const found = await searchLibrary('.', { text: query.text, filters: query.filters ?? {} })
    expect(found.hits.map(({ id, score }) => ({ id, score }))).toEqual(
      hits.map(({ id, score }: { id: string; score: number }) => ({ id, score })),
    )
    if (query.name.includes('typo')) expect(corrections).not.toEqual([])
  },
)

test('an edit, a new file and a removed one are seen by the next search', async () => {
  const cwd = sampleCopy()
  const ids = async (text: string): Promise<string[]> =>
    JSON.parse((await cli(['search', text, '--json'], { cwd })).stdout).hits.map(
      (hit: { id: string }) => hit.id,
    )
  expect(await ids('zyxwvutsr')).toEqual([])
  const folder = join(cwd, 'cases/pos-terminal')
  const name = readdirSync(folder).find(file => file.startsWith('CASE-7WP0S')) ?? ''
  const text = readFileSync(join(folder, name), 'utf8')
  // As editors save: write beside, then rename.
  writeFileSync(join(folder, 'saved.tmp'), text.replace('## 故障现象\n', '## 故障现象\n\nzyxwvutsr\n'))
  renameSync(join(folder, 'saved.tmp'), join(folder, name))
  expect(await ids('zyxwvutsr')).toEqual(['CASE-7WP0S'])
  rmSync(join(folder, name))
  expect(await ids('zyxwvutsr')).toEqual([])
})

test('an edit in place is seen with --fresh, and by index --check', async () => {
  const cwd = sampleCopy()
  await cli(['index'], { cwd })
  expect((await cli(['index', '--check'], { cwd })).code).toBe(0)
  const folder = join(cwd, 'cases/pos-terminal')
  const name = readdirSync(folder).find(file => file.startsWith('CASE-7WP0S')) ?? ''
  appendFileSync(join(folder, name), '\nzyxwvutsr\n')
  expect((await cli(['index', '--check'], { cwd })).code).toBe(1)
  expect((await cli(['search', 'zyxwvutsr', '--fresh'], { cwd })).code).toBe(0)
  expect((await cli(['index', '--check'], { cwd })).code).toBe(0)
})

test('a damaged, cut or foreign index is rebuilt and never answered from', async () => {
  const cwd = sampleCopy()
  const first = await cli(['search', 'E-1203', '--json'], { cwd })
  const folder = join(cwd, '.casectl/index')
  for (const file of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, file))
    for (const damage of [bytes.subarray(0, bytes.length >> 1), Buffer.from('{}'), flipped(bytes)]) {
      writeFileSync(join(folder, file), damage)
      expect(await cli(['search', 'E-1203', '--json'], { cwd })).toEqual(first)
      writeFileSync(join(folder, file), bytes)
    }
  }
})

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1
  return copy
}

test('no match is exit 1, nothing asked and an unknown term are exit 2', async () => {
  expect(await cli(['search', 'zyxwvutsr'])).toMatchObject({ code: 1, stdout: '' })
  expect((await cli(['search'])).code).toBe(2)
  const unknown = await cli(['search', 'x', '--product', 'home-ruter'])
  expect(unknown.code).toBe(2)
  expect(unknown.stderr).toContain('home-router')
  expect((await cli(['search', 'x', '--limit', 'many'])).code).toBe(2)
  expect((await cli(['search', 'x', '--pick'])).code).toBe(2)
})

test('--lang zh speaks Chinese and changes no JSON', async () => {
  const chinese = await cli(['search', 'zyxwvutsr', '--lang', 'zh'])
  expect(chinese.stderr).toContain('没有匹配的案例')
  const [en, zh] = [
    await cli(['search', '停机', '--json']),
    await cli(['search', '停机', '--json', '--lang', 'zh']),
  ]
  expect(zh.stdout).toBe(en.stdout)
})

test('a hostile title cannot drive the terminal', async () => {
  const cwd = folderWith({
    'casectl.config.yml': 'version: 1\n',
    'cases/a.md':
      '---\nid: CASE-AAAAA\nkind: faq\ntitle: "bell \\e]0;owned\\x07 \\u202e done"\nstatus: published\nlanguage: en\n---\n\n## Problem\n\nbell\n',
  })
  for (const args of [
    ['search', 'bell'],
    ['search', 'bell', '--json'],
    ['lint'],
    ['list'],
    ['show', 'CASE-AAAAA'],
  ]) {
    const { stdout, stderr } = await cli([...args, '--color', 'never'], { cwd })
    expect(stdout + stderr).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/)
  }
})
