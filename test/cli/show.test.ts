import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from './run-cli.js'
import { folderWith, sampleCopy } from './temporary.js'

const PATH = 'cases/air-compressor/CASE-X29B4-空压机-E-1203-高温停机.md'

const caseText = (fields: string, body = '\n## Problem\n\nIt stops.\n'): string =>
  `---\nid: CASE-7F3KQ\nkind: case\ntitle: A title\nstatus: draft\nlanguage: en\n${fields}---\n${body}`

const CONFIG = { 'casectl.config.yml': 'version: 1\n' }

test('a case reads as title, facts and text, in the language of the user', async () => {
  const { code, stdout, stderr } = await cli(['show', 'CASE-X29B4', '--lang', 'zh'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [title, facts] = stdout.split('\n')
  expect(title).toBe('螺杆空压机 E-1203 排气高温停机：散热器被飞花堵塞')
  expect(facts).toBe('CASE-X29B4 · 案例 · 已发布 · zh-CN')
  expect(stdout).toContain('问题分类  制造业 › 生产运行 › 非计划停机\n')
  expect(stdout).toContain('产品      螺杆空压机 › 冷却系统\n')
  expect(stdout).toContain('错误代码  E-1203、E-1202\n')
  expect(stdout).toContain('CASE-EJ3WW  螺杆空压机散热器清洗规程\n')
  expect(stdout).toContain('\n\n注意事项\n\n  • `E-1203` 停机后不要连续复位强启')
  // The first heading of the file repeats the title.
  expect(stdout.split('散热器被飞花堵塞')).toHaveLength(2)
})

test('labels follow the language of the user, not that of the case', async () => {
  const { stdout } = await cli(['show', 'CASE-X29B4'])
  expect(stdout).toContain('Category     Manufacturing › Production operation › Unplanned stop\n')
})

test('any letter case, look-alike letters and full-width digits name the same case', async () => {
  for (const typed of ['case-1mj2m', 'CASE-IMJ2M', 'case-lmj2m', 'ＣＡＳＥ－１ＭＪ２Ｍ']) {
    expect((await cli(['show', typed, '--path'])).stdout).toContain('CASE-1MJ2M')
  }
})

test('a superseded case names its successor first', async () => {
  const { stdout } = await cli(['show', 'CASE-TQKRS'])
  expect(stdout).toMatch(/^→ Superseded by CASE-MWXT8: 收银终端刷卡报 C-91/)
})

test('a chain of successors ends at the case in force; a missing one is said to be missing', async () => {
  const cwd = folderWith({
    ...CONFIG,
    'cases/a.md': caseText('superseded_by: CASE-00002\n').replace('7F3KQ', '00001'),
    'cases/b.md': caseText('superseded_by: CASE-00003\n').replace('7F3KQ', '00002'),
    'cases/c.md': caseText('').replace('7F3KQ', '00003').replace('A title', 'In force'),
    'cases/d.md': caseText('superseded_by: CASE-99999\n').replace('7F3KQ', '00004'),
    'cases/e.md': caseText('superseded_by: CASE-00005\n').replace('7F3KQ', '00005'),
  })
  const chain = (await cli(['show', 'CASE-00001'], { cwd })).stdout
  expect(chain).toMatch(/^→ Superseded by CASE-00002: A title\n→ In force now is CASE-00003: In force\n/)
  expect((await cli(['show', 'CASE-00004'], { cwd })).stdout).toMatch(/CASE-99999, which is not in this/)
  expect((await cli(['show', 'CASE-00005'], { cwd })).code).toBe(0)
})

test('--raw gives the bytes of the file, byte order mark and line ends included', async () => {
  expect((await cli(['show', 'CASE-X29B4', '--raw'])).stdout).toBe(readFileSync(PATH, 'utf8'))
  const text = `\uFEFF${caseText('', '\n# \u001b[31mred\u202e 中文\n').replaceAll('\n', '\r\n')}`
  const cwd = folderWith({ ...CONFIG, 'cases/a.md': text })
  expect((await cli(['show', 'CASE-7F3KQ', '--raw'], { cwd })).stdout).toBe(text)
})

test('--path is relative to the current folder', async () => {
  expect((await cli(['show', 'CASE-X29B4', '--path'])).stdout).toBe(`${PATH}\n`)
  const cwd = join(process.cwd(), 'cases/home-router')
  const { stdout } = await cli(['show', 'CASE-X29B4', '--path'], { cwd })
  expect(stdout).toBe(`${PATH.replace('cases/', '../')}\n`)
})

test('--json has every front-matter field under its name, sections, path and facets', async () => {
  const { stdout } = await cli(['show', 'CASE-X29B4', '--json'])
  const { casectl, command, case: found } = JSON.parse(stdout)
  expect([casectl, command]).toEqual([1, 'show'])
  const written = readFileSync(PATH, 'utf8').split('\n---\n')[0] ?? ''
  for (const [, key] of written.matchAll(/^([a-z_]+):/gm)) expect(Object.keys(found)).toContain(key)
  expect(found).toMatchObject({
    product: { name: 'air-compressor', module: 'ac-cooling', versions: ['>=2.1 <3'] },
    category: 'unplanned-stop',
    fault_type: ['environment'],
    resolution_hours: 5.5,
    testimonial: { consent: true },
    path: PATH,
    facets: { industry: ['manufacturing'], scenario: ['production-operation'] },
  })
  expect(found.outcomes[1]).toEqual({ metric: '散热器出风风速', before: 1.8, after: 4.4, unit: 'm/s' })
  const steps = found.sections.find((section: { id: string }) => section.id === 'steps')
  expect(steps.title).toBe('操作步骤')
  expect(steps.text).toContain('抄下 E-1203 的时间')
  expect(steps.markdown).toMatch(/^1\. 打开 `记录 → 故障` 抄下 `E-1203` 的时间/)
})

test('a library without a taxonomy still gives the terms of a case', async () => {
  const cwd = folderWith({
    ...CONFIG,
    'cases/a.md': caseText('product: { name: pump, module: motor }\ncategory: leak\nurgency: low\n'),
  })
  const { case: found } = JSON.parse((await cli(['show', 'CASE-7F3KQ', '--json'], { cwd })).stdout)
  expect(found).toMatchObject({
    product: { name: 'pump', module: 'motor' },
    category: 'leak',
    urgency: 'low',
  })
})

test('the audience of a section is shown and in the JSON', async () => {
  const cwd = folderWith({
    ...CONFIG,
    'cases/a.md': caseText('', '\n## Diagnosis {audience=internal}\n\nx\n'),
  })
  expect((await cli(['show', 'CASE-7F3KQ'], { cwd })).stdout).toContain('Diagnosis {audience=internal}\n')
  const { case: found } = JSON.parse((await cli(['show', 'CASE-7F3KQ', '--json'], { cwd })).stdout)
  expect(found.sections[0]).toMatchObject({ id: 'diagnosis', title: 'Diagnosis', audience: 'internal' })
})

test('an unknown id is no match and brings the nearest ids', async () => {
  const { code, stdout, stderr } = await cli(['show', 'CASE-X29B5'])
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain('No case has the id CASE-X29B5.')
  expect(stderr).toContain('CASE-X29B4  螺杆空压机 E-1203')
})

test('words instead of an id bring the nearest titles', async () => {
  const { code, stderr } = await cli(['show', '散热器清洗'])
  expect(code).toBe(1)
  expect(stderr).toContain('CASE-EJ3WW  螺杆空压机散热器清洗规程')
})

test('no match as JSON is a case of null with the suggestions', async () => {
  const { code, stdout } = await cli(['show', 'case-x29b5', '--json'])
  expect(code).toBe(1)
  const { case: found, suggestions } = JSON.parse(stdout)
  expect(found).toBeNull()
  expect(suggestions[0].id).toBe('CASE-X29B4')
})

test('the prefix of the library may be left out, in any letter case', async () => {
  const { code, stdout } = await cli(['show', 'x29b4', '--path'])
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${PATH}\n` })
})

test('of duplicates the first is shown and the others are named', async () => {
  const cwd = sampleCopy()
  cpSync(join(cwd, PATH), join(cwd, 'cases/zz-copy.md'))
  const { code, stdout, stderr } = await cli(['show', 'CASE-X29B4', '--path'], { cwd })
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${PATH}\n` })
  expect(stderr).toContain('cases/zz-copy.md')
})

test('a file that holds the id but cannot be read is named', async () => {
  const cwd = folderWith({ ...CONFIG, 'cases/broken.md': '---\nid: CASE-7F3KQ\ntitle: [\n---\n' })
  const { code, stderr } = await cli(['show', 'case-7f3kq'], { cwd })
  expect(code).toBe(1)
  expect(stderr).toContain('cases/broken.md')
})

test('a case with refused fields is shown as far as it goes, with a warning', async () => {
  const cwd = folderWith({ ...CONFIG, 'cases/a.md': caseText('').replace('draft', 'finished') })
  const { code, stdout, stderr } = await cli(['show', 'CASE-7F3KQ'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toContain('It stops.')
  expect(stderr).toContain('cases/a.md has errors')
})

test('a text that is too costly to parse is printed as it is', async () => {
  const body = `\n## Problem\n\n${'- '.repeat(40)}x *not parsed*\n`
  const cwd = folderWith({ ...CONFIG, 'cases/a.md': caseText('', body) })
  expect((await cli(['show', 'CASE-7F3KQ'], { cwd })).stdout).toContain(body.trim())
})

test('nothing in a case drives the terminal: escapes and bidi marks come out visible', async () => {
  const fields = 'tags: ["\\e[2J", "a\\u202eb"]\nowner: "x\\u0007y"\n'
  const body =
    '\n## A\u001b[31m {audience=internal}\n\n\u001b]0;owned\u0007 [t](http://x/\u001b[2J) `\u009b`\n'
  const text = caseText(fields, body).replace('A title', '"bad \\e[31mred \\u202e title"')
  const cwd = folderWith({ ...CONFIG, 'cases/a.md': text })
  for (const args of [
    ['show', 'CASE-7F3KQ'],
    ['show', 'CASE-7F3KQ', '--json'],
    ['show', 'CASE-7F3KR'],
  ]) {
    const { stdout, stderr } = await cli(args, { cwd })
    expect(stdout + stderr).toContain('\\u001b[31mred \\u202e title')
    expect(stdout + stderr).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
  }
})

test('style marks that a title spells as escapes are not styles of casectl', async () => {
  const text = caseText('').replace('A title', '"T \\uFDD2red\\uFDD8"')
  const cwd = folderWith({ ...CONFIG, 'cases/a.md': text })
  const { stdout } = await cli(['show', 'CASE-7F3KQ', '--color', 'always'], { cwd })
  expect(stdout).not.toContain('\u001b[31m')
  expect(stdout).toContain('T red')
})

test('--raw, --json and --path exclude each other', async () => {
  expect((await cli(['show', 'CASE-X29B4', '--raw', '--path'])).code).toBe(2)
  expect((await cli(['show', 'CASE-X29B4', '--json', '--path'])).code).toBe(2)
})
