import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { helpdeskLibrary, treeHashes } from '../import/helpdesk.js'
import { cli } from './run-cli.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casectl-intake-'))
  helpdeskLibrary(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const intake = (ticket: unknown) =>
  cli(['intake', '--from', '-', '--json'], {
    cwd: folder,
    stdin: typeof ticket === 'string' ? ticket : JSON.stringify(ticket),
  })

const TICKET = {
  id: 4711,
  title: '路由器夜间掉线',
  product: '路由器',
  urgency: '非常急',
  error_codes: ['W-104'],
  opened: '2026-05-06T10:00:00Z',
  problem: '客户王小明先生，手机 13800138000，报告夜间掉线。',
  resolution: '## 升级固件\n升级到 2.4.1。',
  comments: [{ body: 'not read' }],
}

test('a ticket becomes one draft, and the same ticket again changes nothing', async () => {
  const first = JSON.parse((await intake(TICKET)).stdout)
  expect(first).toMatchObject({ command: 'intake', created: true, masked: { cn_mobile: 1, name: 1 } })
  const text = readFileSync(join(folder, first.path), 'utf8')
  expect(text).toContain('product:\n  name: home-router\n')
  expect(text).toContain('refs: ["4711"]')
  expect(text).toContain('opened: 2026-05-06\n')
  expect(text).toContain('### 升级固件')
  expect(text).not.toMatch(/13800138000|王小明|not read/)
  const before = treeHashes(folder)
  const second = JSON.parse((await intake(TICKET)).stdout)
  expect(second).toMatchObject({ created: false, id: first.id, path: first.path })
  expect(treeHashes(folder)).toEqual(before)
})

test('a ticket that a case names already is not taken in', async () => {
  const known = JSON.parse((await intake({ id: 'TK-000003', title: 'x' })).stdout)
  expect(known).toMatchObject({ created: false, id: 'CASE-7F3KQ' })
})

test.each([
  ['{"id": 1, "title": ', /stdin:1:20: this is no JSON/],
  [[], /does not fit ticket.schema.json/],
  [{ title: 'x' }, /\/id {2}required/],
  [{ id: 1 }, /does not fit/],
  [{ id: 1, title: '13800138000', tags: { a: 1 } }, /\/tags {2}type/],
])('what is no ticket is refused without repeating it: %j', async (ticket, message) => {
  const { code, stderr } = await intake(ticket)
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('13800138000')
})
