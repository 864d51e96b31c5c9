import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from './run-cli.js'
import { folderWith, temporaryFolder } from './temporary.js'

test('in an empty folder init, new, lint, index and search lead to the new case', async () => {
  const cwd = temporaryFolder()
  expect(await cli(['init', '--yes'], { cwd })).toMatchObject({ code: 0 })
  expect(existsSync(join(cwd, '.git'))).toBe(true)
  const drafted = await cli(['new', '--no-input', '--title', '空压机 E-1203 停机'], { cwd })
  expect(drafted.code).toBe(0)
  const path = drafted.stdout.trim()
  expect(readFileSync(join(cwd, path), 'utf8')).toContain('title: 空压机 E-1203 停机')
  expect((await cli(['lint'], { cwd })).code).toBe(0)
  expect((await cli(['index'], { cwd })).code).toBe(0)
  const found = await cli(['search', '停机 E-1203', '--json'], { cwd })
  expect(found.code).toBe(0)
  expect(path).toContain(JSON.parse(found.stdout).hits[0].id)
})

test('init never overwrites, and says what it kept', async () => {
  const cwd = folderWith({ 'README.md': 'mine\n', 'taxonomy.yml': 'facets: {}\n' })
  const first = await cli(['init', '--yes'], { cwd })
  expect(first.stdout).toContain('= README.md')
  expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe('mine\n')
  const again = JSON.parse((await cli(['init', '--yes', '--json'], { cwd })).stdout)
  expect(again.written).toEqual([])
})

test.each(['github', 'gitlab'])(
  'init again adds nothing of another forge to a library on %s',
  async forge => {
    const cwd = temporaryFolder()
    await cli(['init', '--yes', '--forge', forge], { cwd })
    const again = JSON.parse((await cli(['init', '--yes', '--json'], { cwd })).stdout)
    expect(again.written).toEqual([])
    const both = JSON.parse((await cli(['init', '--yes', '--json', '--forge', 'both'], { cwd })).stdout)
    expect(both.written).toContain(forge === 'github' ? '.gitlab-ci.yml' : '.github/workflows/casectl.yml')
  },
)

test('init refuses a prefix and a language that cannot be', async () => {
  const cwd = temporaryFolder()
  expect(await cli(['init', '--yes', '--prefix', 'no-1'], { cwd })).toMatchObject({ code: 2 })
  expect(await cli(['init', '--yes', '--languages', 'not a tag!'], { cwd })).toMatchObject({ code: 2 })
  expect(existsSync(join(cwd, 'casectl.config.yml'))).toBe(false)
})

test('new without a title and without a person to ask says what is missing', async () => {
  const cwd = temporaryFolder()
  await cli(['init', '--yes'], { cwd })
  const result = await cli(['new', '--no-input'], { cwd })
  expect(result).toMatchObject({ code: 2, stdout: '' })
  expect(result.stderr).toContain('A title is missing')
})

test('new shows the nearest existing cases before it writes', async () => {
  const cwd = temporaryFolder()
  await cli(['init', '--yes', '--languages', 'en'], { cwd })
  const result = await cli(['new', 'Router ERR_WIFI_AUTH after password change'], { cwd })
  expect(result.code).toBe(0)
  expect(result.stderr).toMatch(/Similar cases[\s\S]*CASE-[0-9A-Z]{5}/)
})

test('a case that shares no more than a digit is not shown as similar', async () => {
  const cwd = temporaryFolder()
  await cli(['init', '--yes', '--languages', 'zh-CN'], { cwd })
  expect((await cli(['new', '并行 1'], { cwd })).stderr).not.toContain('Similar cases')
})

test('new takes the problem from a file and from stdin, aliases as terms, and never breaks out of its section', async () => {
  const cwd = temporaryFolder()
  await cli(['init', '--yes', '--languages', 'zh-CN', '--product', '路由器'], { cwd })
  writeFileSync(join(cwd, 'chat.txt'), '# 标题\n\n夜间掉线\n')
  const result = await cli(['new', '夜间掉线', '--product', '路由器', '--from', 'chat.txt', '--json'], {
    cwd,
  })
  expect(result.code).toBe(0)
  const { path } = JSON.parse(result.stdout)
  const text = readFileSync(join(cwd, path), 'utf8')
  expect(text).toContain('夜间掉线')
  expect(text).not.toMatch(/^# 标题$/m)
  const piped = await cli(['new', '第二个', '--from', '-', '--json'], { cwd, stdin: '来自管道' })
  expect(readFileSync(join(cwd, JSON.parse(piped.stdout).path), 'utf8')).toContain('来自管道')
  expect((await cli(['lint'], { cwd })).code).toBe(0)
})

test('capture files four answers in the inbox, an unknown category included', async () => {
  const cwd = temporaryFolder()
  await cli(['init', '--yes', '--languages', 'zh-CN'], { cwd })
  const args = [
    'capture',
    '--category',
    '没有这一类',
    '--symptom',
    '红灯一直闪。换网线没用',
    '--tried',
    '重启两次',
    '--customer',
    '酒店，v5.2',
  ]
  const result = await cli(args, { cwd })
  expect(result.code).toBe(0)
  expect(result.stdout).toMatch(/^cases\/inbox\//)
  const text = readFileSync(join(cwd, result.stdout.trim()), 'utf8')
  for (const typed of ['没有这一类', '红灯一直闪。换网线没用', '重启两次', '酒店，v5.2'])
    expect(text).toContain(typed)
  expect((await cli(['lint'], { cwd })).code).toBe(0)
})

test('capture gives back what was typed when it cannot be saved', async () => {
  const cwd = temporaryFolder()
  const result = await cli(['capture', '--symptom', '-'], { cwd, stdin: '客户说屏幕全黑' })
  expect(result.code).toBe(2)
  expect(result.stdout).toContain('客户说屏幕全黑')
  expect(result.stderr).toContain('casectl init')
})
