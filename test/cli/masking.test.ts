import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from './run-cli.js'
import { sampleCopy } from './temporary.js'

const CHAT = '客户赵小雨女士来电 13912345678，邮箱 li.lei@example.com：路由器夜里掉线。\n'

async function drafted(args: readonly string[], stdin = CHAT) {
  const cwd = sampleCopy()
  const result = await cli([...args, '--json'], { cwd, stdin })
  const path = result.code === 0 ? (JSON.parse(result.stdout) as { path: string }).path : undefined
  return { ...result, text: path === undefined ? '' : readFileSync(join(cwd, path), 'utf8'), path }
}

test('new --from masks before it writes, and says how many of which type', async () => {
  const { code, text, stderr } = await drafted(['new', '路由器掉线', '--from', '-'])
  expect(code).toBe(0)
  expect(text).toContain('客户A女士来电 139****5678，邮箱 [邮箱]')
  expect(stderr).toContain('Masked before writing: ')
  expect(stderr).toContain('mobile number × 1')
  expect(stderr).not.toContain('13912345678')
})

test('a title is masked too, and with it the file name', async () => {
  const { text, path } = await drafted(['new', '联系人：赵小雨 反馈掉线'])
  expect(text).not.toContain('赵小雨')
  expect(path).not.toContain('赵小雨')
})

test('capture masks every answer, and one person is one pseudonym', async () => {
  const { text, path } = await drafted(
    ['capture', '--symptom', '-', '--tried', '让赵小雨女士重启'],
    '联系人：赵小雨，电话 13912345678，夜里掉线',
  )
  expect(text).toContain('让客户A女士重启')
  expect(text).not.toMatch(/赵小雨|13912345678/)
  expect(path).not.toMatch(/赵小雨|13912345678/)
})

test('a text without personal data is written as it is, without a word about it', async () => {
  const { text, stderr } = await drafted(
    ['new', '路由器掉线', '--from', '-'],
    '固件 2.4.1.7，2026-11-02 起掉线。',
  )
  expect(text).toContain('固件 2.4.1.7，2026-11-02 起掉线。')
  expect(stderr).not.toContain('Masked')
})

test('--no-mask is refused where nobody can be asked, unless --yes says so', async () => {
  for (const command of [
    ['new', '路由器掉线', '--from', '-'],
    ['capture', '--symptom', '-'],
  ]) {
    const refused = await drafted([...command, '--no-mask'])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('--yes')
    const { code, text } = await drafted([...command, '--no-mask', '--yes'])
    expect(code).toBe(0)
    expect(text).toContain('13912345678')
  }
})
