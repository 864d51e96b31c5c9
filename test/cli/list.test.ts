import { expect, test } from 'vitest'
import { filtersOf } from '../../src/commands/filters.js'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

interface Listed {
  readonly id: string
  readonly title: string
  readonly status: string
  readonly updated?: string
  readonly path: string
  readonly facets: Readonly<Record<string, readonly string[]>>
}

async function list(...args: readonly string[]): Promise<Listed[]> {
  return JSON.parse((await cli(['list', '--json', ...args])).stdout).cases
}

test('the default lists every living case, the last updated first, then by id', async () => {
  const cases = await list()
  expect(cases.length).toBeGreaterThanOrEqual(44)
  const statuses = new Set(cases.map(found => found.status))
  for (const status of ['draft', 'in-review', 'published', 'needs-review', 'superseded']) {
    expect(statuses).toContain(status)
  }
  expect(statuses).not.toContain('archived')
  expect(statuses).not.toContain('withdrawn')
  const keys = cases.map(({ updated, id }) => ({ updated: updated ?? '', id }))
  const sorted = keys.toSorted((a, b) => b.updated.localeCompare(a.updated) || (a.id < b.id ? -1 : 1))
  expect(keys).toEqual(sorted)
})

test('archived and withdrawn cases are listed when asked for', async () => {
  const cases = await list('--status', 'archived', '--status', 'withdrawn')
  expect(new Set(cases.map(found => found.status))).toEqual(new Set(['archived', 'withdrawn']))
})

test('values of one filter are alternatives, filters all hold, aliases count', async () => {
  const routers = await list('--product', '路由器')
  expect(routers.length).toBeGreaterThan(5)
  for (const found of routers) expect(found.facets['product']).toEqual(['home-router'])
  const two = await list('--product', '路由器', '--product', 'pos-terminal')
  expect(two.length).toBeGreaterThan(routers.length)
  const english = await list('--product', '路由器', '--language', 'en', '--kind', 'faq')
  expect(english.map(found => found.id)).toEqual(['CASE-7GKDP'])
  expect(await list('--facet', 'product=路由器')).toEqual(routers)
})

test('every level of the category tree is a filter', async () => {
  const industry = await list('--industry', '制造业')
  const scenario = await list('--industry', '制造业', '--scenario', 'maintenance')
  const type = await list('--problem-type', '定期保养')
  expect(industry.length).toBeGreaterThan(scenario.length)
  expect(scenario.length).toBeGreaterThanOrEqual(type.length)
  expect(type.length).toBeGreaterThan(0)
})

test('the table aligns by display cells, names the product, and the count goes to stderr', async () => {
  const { code, stdout, stderr } = await cli(['list', '--product', 'home-router', '--kind', 'sop'])
  expect(code).toBe(0)
  expect(stdout.split('\n')[0]).toMatch(/^ID +Status +Kind +Language +Updated +Product +Title$/)
  expect(stdout).toContain('sop   zh-CN     2026-10-28  Home router  家用路由器加装子路由的组网流程')
  expect(stderr).toBe('Cases: 2\n')
})

test('a pipe gets whole titles', async () => {
  const { stdout } = await cli(['list'])
  expect(stdout).not.toContain('…')
  expect(stdout).toContain('螺杆空压机 E-1203 排气高温停机：散热器被飞花堵塞')
})

test('--limit lists the first and tells how many there are', async () => {
  const { stdout, stderr } = await cli(['list', '--limit', '2'])
  expect(stdout.trim().split('\n')).toHaveLength(3)
  expect(stderr).toMatch(/^Cases shown: 2 of \d+\n$/)
  expect((await cli(['list', '--limit', '0'])).code).toBe(2)
})

test('--json has what tells a case apart, path and facets', async () => {
  const [found] = await list('--status', 'superseded', '--product', 'home-router')
  expect(Object.keys(found ?? {}).sort()).toEqual([
    'facets',
    'id',
    'kind',
    'language',
    'path',
    'status',
    'title',
    'updated',
  ])
  expect(found?.path).toMatch(/^cases\/home-router\/CASE-2JPTR/)
})

test('nothing that matches is exit code 1, with a message or an empty list', async () => {
  const none = ['list', '--tag', 'no such tag']
  expect(await cli(none)).toEqual({ code: 1, stdout: '', stderr: 'No case matches.\n' })
  const { code, stdout } = await cli([...none, '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ command: 'list', total: 0, cases: [] })
})

test('an unknown term, facet or status is wrong usage, with what is known', async () => {
  const term = await cli(['list', '--product', 'home-ruoter'])
  expect(term.code).toBe(2)
  expect(term.stderr).toContain('home-router')
  expect((await cli(['list', '--facet', 'colour=red'])).code).toBe(2)
  expect((await cli(['list', '--status', 'done'])).stderr).toContain('published')
})

test('--facet takes name=value', async () => {
  for (const wrong of ['product', '=x', 'product=', '']) {
    const { code, stderr } = await cli(['list', '--facet', wrong])
    expect({ code, named: stderr.includes('name=value') }).toEqual({ code: 2, named: true })
  }
})

test('options become filters by dimension; a facet joins the option of its name', () => {
  expect({
    ...filtersOf({
      problemType: ['a'],
      faultType: ['b', 'c'],
      product: ['p'],
      facet: ['product=q', 'own=x=y'],
    }),
  }).toEqual({ 'problem-type': ['a'], 'fault-type': ['b', 'c'], product: ['p', 'q'], own: ['x=y'] })
  expect(Object.getPrototypeOf(filtersOf({ facet: ['__proto__=x'] }))).toBeNull()
})

test('a broken file never hides the others, and is counted', async () => {
  const good =
    '---\nid: CASE-7F3KQ\nkind: case\ntitle: Good\nstatus: draft\nlanguage: en\n---\n\n## Problem\n\nx\n'
  const cwd = folderWith({
    'casectl.config.yml': 'version: 1\n',
    'cases/a.md': good,
    'cases/b.md': '---\nid: [\n---\n',
  })
  const { code, stdout, stderr } = await cli(['list'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toContain('CASE-7F3KQ')
  expect(stderr).toContain('1 files have errors')
})

test('escapes and bidi marks in titles come out visible, and rows stay rows', async () => {
  const title = '"a\\e[31m\\u202eb\\tc"'
  const cwd = folderWith({
    'casectl.config.yml': 'version: 1\n',
    'cases/a.md': `---\nid: CASE-7F3KQ\nkind: case\ntitle: ${title}\nstatus: draft\nlanguage: en\n---\n\nx\n`,
  })
  const { stdout } = await cli(['list'], { cwd })
  expect(stdout).toContain('a\\u001b[31m\\u202eb c\n')
  expect((await cli(['list', '--json'], { cwd })).stdout).toContain('a\\u001b[31m\\u202eb\\tc')
})

test('Chinese headers and messages', async () => {
  const { stdout, stderr } = await cli(['list', '--lang', 'zh', '--product', 'pos-terminal', '--limit', '1'])
  expect(stdout).toMatch(/^ID +状态 +类型 +语言 +更新日期 +产品 +标题\n/)
  expect(stdout).toContain('收银终端')
  expect(stderr).toMatch(/^显示 1 个，共 \d+ 个案例\n$/)
})
