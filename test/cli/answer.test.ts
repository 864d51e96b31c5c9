import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeTags } from '../../src/commands/tag-write.js'
import { Workspace } from '../../src/workspace/workspace.js'
import { cli } from './run-cli.js'
import { folderWith, sampleCopy } from './temporary.js'

const MESSAGE = '空压机气压上不去，屏幕报 E1107，电机倒是在转，听不到吸气的声音'

test('recommend: a message as words, option, file and stdin is one', async () => {
  const cwd = folderWith({ 'message.txt': MESSAGE })
  const config = ['--config', join(process.cwd(), 'casectl.config.yml'), '--json']
  const file = join(cwd, 'message.txt')
  const [first, ...others] = await Promise.all([
    cli(['recommend', MESSAGE, ...config]),
    cli(['recommend', '--text', MESSAGE, ...config]),
    cli(['recommend', '--file', file, ...config]),
    cli(['recommend', '-', ...config], { stdin: MESSAGE }),
  ])
  expect(first?.code).toBe(0)
  for (const other of others) expect(other).toEqual(first)
  const { casectl, command, threshold, cases, suggested } = JSON.parse(first?.stdout ?? '')
  expect({ casectl, command, threshold }).toEqual({ casectl: 1, command: 'recommend', threshold: 0.7 })
  expect(cases[0]).toMatchObject({ id: 'CASE-TX6JZ', likely: true, via: ['CASE-S4J0D'] })
  expect(cases[0].shared).toContain('E1107')
  expect(suggested).toContainEqual(expect.objectContaining({ dimension: 'product', value: 'air-compressor' }))
})

test('recommend: a ticket, by its name or its first character', async () => {
  const ticket = {
    subject: '空压机 E-1107',
    description: '供气压力上不去，听不到吸气声',
    error_codes: ['E-1107'],
  }
  const text = JSON.stringify(ticket)
  const file = join(folderWith({ 'ticket.json': text }), 'ticket.json')
  const read = await cli(['recommend', '--file', file, '--json'])
  expect(JSON.parse(read.stdout).cases[0]).toMatchObject({ id: 'CASE-TX6JZ', likely: true })
  expect(await cli(['recommend', '-', '--json'], { stdin: text })).toEqual(read)
  const broken = await cli(['recommend', '-'], { stdin: '{"subject": }' })
  expect(broken).toMatchObject({ code: 2 })
  expect(broken.stderr).toContain('-:1:13')
})

test('recommend: nothing likely is exit 1, and the nearest ones are said to be below the threshold', async () => {
  const talk = await cli(['recommend', '麻烦帮我转人工，等了半天没人理。'])
  expect(talk.code).toBe(1)
  expect(talk.stdout).toContain('Nearest below the threshold of 0.70:')
  expect(talk.stdout).not.toContain('Likely:')
  expect((await cli(['recommend', '麻烦帮我转人工，等了半天没人理。', '--threshold', '0.3'])).code).toBe(0)
})

test('recommend: the threshold of the configuration, and what is no threshold', async () => {
  const cwd = sampleCopy()
  const config = join(cwd, 'casectl.config.yml')
  writeFileSync(config, `${readFileSync(config, 'utf8')}related: { threshold: 0.99 }\n`)
  expect((await cli(['recommend', MESSAGE], { cwd })).code).toBe(1)
  expect((await cli(['recommend', MESSAGE, '--threshold', '.5'], { cwd })).code).toBe(0)
  for (const wrong of ['70%', '2', '-1', '']) {
    expect((await cli(['recommend', MESSAGE, `--threshold=${wrong}`], { cwd })).code).toBe(2)
  }
  const shown = await cli(['config', 'show', '--json'], { cwd })
  expect(shown.stdout).toContain('related.threshold')
})

test('recommend: no text and two texts are wrong usage', async () => {
  for (const args of [[], ['--text', ''], ['a', '--text', 'b'], ['-', '--file', 'x']]) {
    expect((await cli(['recommend', ...args])).code).toBe(2)
  }
})

test('related: above the threshold or named; --all shows the others; an unknown id is exit 1', async () => {
  const near = JSON.parse((await cli(['related', 'x29b4', '--json'])).stdout)
  expect(near.id).toBe('CASE-X29B4')
  expect(
    near.cases.every(
      (found: { near: boolean; relations: string[] }) => found.near || found.relations.length > 0,
    ),
  ).toBe(true)
  const all = JSON.parse((await cli(['related', 'case-x29b4', '--all', '--json'])).stdout)
  expect(all.cases.length).toBeGreaterThan(near.cases.length)
  expect((await cli(['related', 'CASE-X29B4', '--lang', 'zh'])).stdout).toContain('已列入 `related`')
  const unknown = await cli(['related', 'CASE-00000', '--json'])
  expect(unknown.code).toBe(1)
  expect(JSON.parse(unknown.stdout).cases).toBeNull()
})

test('suggest: a table for people, data for programs', async () => {
  const { code, stdout } = await cli(['suggest', 'E12'])
  expect(code).toBe(0)
  expect(stdout.split('\n')[1]).toMatch(/^error code +\d+ +search E-120\d/)
  expect((await cli(['suggest', '断网'])).stdout).toContain('--problem-type no-internet')
  const { suggestions } = JSON.parse((await cli(['suggest', 'home', 'rou', '--json'])).stdout)
  expect(suggestions[0]).toMatchObject({ kind: 'term', value: 'home-router', match: 'name' })
  expect((await cli(['suggest', 'zyxw'])).code).toBe(1)
})

test('diagnose: the ranked list without a terminal; nothing known is exit 1, nothing asked exit 2', async () => {
  const { code, stdout } = await cli(['diagnose', '刷卡报 C-91', '--limit', '2'])
  expect(code).toBe(0)
  expect(stdout).toContain('check: ')
  expect(stdout).toContain('fix: ')
  const { causes } = JSON.parse((await cli(['diagnose', '刷卡报 C-91', '--json'])).stdout)
  expect(causes[0]).toMatchObject({ cases: [{ id: 'CASE-MWXT8' }] })
  expect((await cli(['diagnose', '刷卡报 C-91', '--product', '路由器'])).stdout).not.toContain('CASE-MWXT8')
  expect((await cli(['diagnose', 'zyxwvutsr'])).code).toBe(1)
  expect((await cli(['diagnose'])).code).toBe(2)
  expect((await cli(['diagnose', 'x', '--product', 'home-ruter'])).code).toBe(2)
})

test('tag suggest: tells and writes nothing; --apply needs a terminal', async () => {
  const cwd = sampleCopy()
  const { code, stdout } = await cli(['tag', 'suggest', 'CASE-H7Z38'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toContain('Tags: 排气温度')
  expect(stdout).toContain('the case says 排气温度')
  const { suggestions } = JSON.parse((await cli(['tag', 'suggest', 'CASE-H7Z38', '--json'], { cwd })).stdout)
  expect(suggestions.length).toBeGreaterThan(0)
  expect((await cli(['tag', 'suggest', 'CASE-H7Z38', '--apply'], { cwd })).code).toBe(2)
})

test('tags that were taken stand in the lists of the case, as they were written, and nothing else changes', async () => {
  const cwd = sampleCopy()
  const workspace = await Workspace.open(cwd)
  const one = (dimension: string, value: string) => ({ dimension, value, share: 1, cases: [], said: [] })
  const before = await workspace.library()
  const path = before.byId.get('CASE-H7Z38')?.[0]?.path ?? ''
  const text = readFileSync(join(cwd, path), 'utf8')
  const taken = [one('tag', '排气温度'), one('tag', 'a: b'), one('fault-type', 'environment')]
  expect(await writeTags(workspace, 'CASE-H7Z38', taken)).toBe(path)
  const found = (await workspace.library()).byId.get('CASE-H7Z38')?.[0]
  expect(found?.tags).toEqual([...(before.byId.get('CASE-H7Z38')?.[0]?.tags ?? []), '排气温度', 'a: b'])
  const lines = readFileSync(join(cwd, path), 'utf8').split('\n')
  const changed = text.split('\n').filter((line, i) => line !== lines[i])
  expect(changed).toHaveLength(2)
})
