import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gb18030, utf16le } from '../import/exports.js'
import { csv, helpdeskLibrary, ticket, treeHashes } from '../import/helpdesk.js'
import { type CliResult, cli } from './run-cli.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casectl-import-'))
  helpdeskLibrary(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)
const run = (...args: string[]): Promise<CliResult> => cli(args, { cwd: folder })
const importFile = (name: string, ...more: string[]): Promise<CliResult> =>
  run('import', name, '--mapping', 'mapping.yml', '--json', ...more)
const report = ({ stdout }: CliResult) => JSON.parse(stdout)
const rows = (count: number): string[][] => Array.from({ length: count }, (_, i) => ticket(i))
const drafts = (): string[] =>
  readdirSync(join(folder, 'cases', 'inbox')).filter(name => name.endsWith('.md'))

describe.each([
  ['GB18030 with commas and line breaks in cells', 'gb.csv', (text: string) => gb18030(text), ','],
  ['UTF-8 with byte order mark', 'bom.csv', (text: string) => `\ufeff${text}`, ','],
  ['UTF-16LE as Excel writes it', 'excel.txt', (text: string) => utf16le(text), '\t'],
] as const)('%s', (_, name, encode, delimiter) => {
  test('every row is accounted for, a rerun changes nothing, a rollback leaves the tree as it was', async () => {
    const before = treeHashes(folder)
    // Row 4 is a reference that a case has; rows 41 and 42 repeat a reference and a text.
    const repeated = [ticket(5), ['TK-900000', ...ticket(6).slice(1)]]
    write(name, encode(csv([...rows(40), ...repeated], delimiter)))
    const withExport = treeHashes(folder)
    const first = await importFile(name)
    expect(first.stderr).toContain('Drafted 39 cases.')
    expect(report(first)).toMatchObject({
      rows: 42,
      outcomes: { case: 39, known: 1, same: 2, near: 0, left: 0, error: 0 },
      written: true,
    })
    expect(first.code).toBe(0)
    expect(drafts()).toHaveLength(39)
    const after = treeHashes(folder)
    const again = await importFile(name)
    expect(report(again).outcomes).toMatchObject({ case: 0, known: 41, near: 1 })
    expect(treeHashes(folder)).toEqual(after)
    // The second import wrote nothing: there is only the first to take back.
    expect((await run('import', 'rollback')).code).toBe(0)
    expect((await run('import', 'rollback')).stderr).toContain('There is no such import')
    expect(treeHashes(folder)).toEqual(withExport)
    rmSync(join(folder, name))
    expect(treeHashes(folder)).toEqual(before)
  })
})

test('a draft says what the row says, with terms, source and what is missing', async () => {
  write('a.csv', csv([ticket(1)]))
  expect((await importFile('a.csv')).code).toBe(0)
  const text = readFileSync(join(folder, 'cases', 'inbox', drafts()[0] ?? ''), 'utf8')
  expect(text).toMatch(/^---\nid: CASE-[0-9A-Z]{9}\nkind: case\ntitle: 无法打印小票，编号 1\nstatus: draft\n/)
  expect(text).toContain('product:\n  name: home-router\n')
  expect(text).toContain('source:\n  type: ticket\n  refs: [TK-000001]\n')
  expect(text).toContain('opened: 2026-02-02\n')
  expect(text).toMatch(
    /\nincomplete: \[.*owner.*steps.*\]\n---\n\n# 无法打印小票，编号 1\n\n## 问题描述\n\n现象：/,
  )
  const lint = await run('lint', 'cases/inbox')
  expect(lint.stdout).not.toContain('error')
})

test('a cut last record is an error and the rest become cases', async () => {
  const text = csv(rows(600))
  write('cut.csv', text.slice(0, -60))
  const result = await importFile('cut.csv')
  expect(report(result)).toMatchObject({ outcomes: { case: 598, known: 1, error: 1 }, errors: { cut: 1 } })
  expect(report(result).remarks).toContainEqual(expect.objectContaining({ number: 600, error: 'cut' }))
  expect(result.code).toBe(0)
})

test('a gate that fails writes nothing, unless it is passed over', async () => {
  const before = treeHashes(folder)
  const bad = ['TK-1', '标题', '从未见过的产品', '问题', '', '昨天', '', '']
  write('bad.csv', csv([bad]))
  const refused = await importFile('bad.csv')
  expect(refused.code).toBe(1)
  expect(report(refused)).toMatchObject({ written: false })
  expect(report(refused).faulty).toEqual([
    expect.objectContaining({ target: 'product.name', fault: 'term', count: 1, words: ['从未见过的产品'] }),
    expect.objectContaining({ target: 'opened', fault: 'day', count: 1 }),
  ])
  rmSync(join(folder, 'bad.csv'))
  expect(treeHashes(folder)).toEqual(before)
  write('bad.csv', csv([bad]))
  const passed = await importFile('bad.csv', '--allow-below-gate')
  expect(report(passed)).toMatchObject({ written: true })
  expect(readFileSync(join(folder, 'cases', 'inbox', drafts()[0] ?? ''), 'utf8')).toContain(
    'tags: [从未见过的产品]',
  )
})

test('a trial writes nothing at all', async () => {
  write('a.csv', csv(rows(3)))
  const before = treeHashes(folder)
  for (const option of ['--validate-only', '--dry-run']) {
    const result = await importFile('a.csv', option)
    expect(report(result)).toMatchObject({ outcomes: { case: 3 }, written: false })
  }
  expect(treeHashes(folder)).toEqual(before)
  expect(readdirSync(folder)).not.toContain('.casectl')
})

test('near-duplicates are set aside: of the export and of cases that are there', async () => {
  const twin = ticket(8)
  twin[0] = 'TK-800000'
  twin[1] = `${twin[1]} 再次`
  write('a.csv', csv([ticket(8), twin]))
  const result = await importFile('a.csv')
  expect(report(result).outcomes).toMatchObject({ case: 1, near: 1 })
  const other = ticket(8)
  other[0] = 'TK-800001'
  other[1] = `${other[1]} 第三次`
  write('b.csv', csv([other]))
  const second = await importFile('b.csv')
  expect(report(second).outcomes).toMatchObject({ case: 0, near: 1 })
  expect(report(second).remarks[0]).toMatchObject({ outcome: 'near', other: expect.stringMatching(/^CASE-/) })
})

test('a rollback keeps what somebody changed, and says so', async () => {
  write('a.csv', csv(rows(3)))
  await importFile('a.csv')
  const changed = join(folder, 'cases', 'inbox', drafts()[0] ?? '')
  writeFileSync(changed, `${readFileSync(changed, 'utf8')}\nmore\n`)
  const back = await run('import', 'rollback', '--json')
  expect(back.code).toBe(1)
  expect(report(back)).toMatchObject({ removed: 2, changed: [expect.stringContaining('cases/inbox/CASE-')] })
  expect(drafts()).toHaveLength(1)
})

test('the latest share of the rows is taken, the others are accounted for', async () => {
  write('a.csv', csv(rows(12).filter((_, i) => i !== 3)))
  const result = await importFile('a.csv', '--order', 'opened', '--top', '25%')
  expect(report(result).outcomes).toMatchObject({ case: 3, left: 8 })
  const texts = drafts().map(name => readFileSync(join(folder, 'cases', 'inbox', name), 'utf8'))
  expect(texts.map(text => /^opened: (.*)$/m.exec(text)?.[1]).sort()).toEqual([
    '2026-10-10',
    '2026-11-11',
    '2026-12-12',
  ])
})

test('a sample is signed off: yes passes, a refusal or an open line does not', async () => {
  write('a.csv', csv(rows(20)))
  await importFile('a.csv', '--sample', '4', '--sign-off', 'sheet.csv')
  const sheet = readFileSync(join(folder, 'sheet.csv'), 'utf8')
  expect(sheet.trimEnd().split('\r\n')).toHaveLength(5)
  expect((await run('import', 'verify', '--sign-off', 'sheet.csv')).code).toBe(1)
  write('sheet.csv', sheet.replaceAll('"",""', '"是",""'))
  expect((await run('import', 'verify', '--sign-off', 'sheet.csv')).stdout).toContain(
    'Looked at: 4, refused: 0',
  )
  write('sheet.csv', sheet.replaceAll('"",""', '"是",""').replace('"是"', '"no"'))
  const refused = await run('import', 'verify', '--sign-off', 'sheet.csv')
  expect(refused.code).toBe(1)
  expect((await run('import', 'verify', '--sign-off', 'sheet.csv', '--max-error', '30%')).code).toBe(0)
})

test('the export is kept for 90 days, out of git, and an earlier purge is refused', async () => {
  write('a.csv', csv(rows(2)))
  await importFile('a.csv')
  const { raw } = report(await run('import', 'list', '--json'))
  expect(raw).toEqual([
    expect.objectContaining({ name: 'a.csv', day: '2026-11-22', keepUntil: '2027-02-20' }),
  ])
  expect(readFileSync(join(folder, '.casectl', '.gitignore'), 'utf8')).toBe('*\n')
  const early = await run('import', 'purge', raw[0].sha256)
  expect(early.code).toBe(2)
  expect(early.stderr).toContain('is kept until 2027-02-20')
  expect((await run('import', 'purge')).stdout).toContain('Exports removed: 0.')
})

test('a mapping that does not hold is told with what to do', async () => {
  write('a.csv', csv(rows(1)))
  write(
    'mapping.yml',
    'columns:\n  - { column: 标题, to: titel }\n  - { column: x, to: opened, dates: [YY] }\ntarget: { folder: ../out }\n',
  )
  const result = await run('import', 'a.csv', '--mapping', 'mapping.yml')
  expect(result.code).toBe(2)
  expect(result.stderr).toContain('no target `titel`. Did you mean `title`?')
  expect(result.stderr).toContain('`YY` is no form of a day')
  expect(result.stderr).toContain('`../out` is not below `cases`')
  expect((await run('import', 'a.csv')).stderr).toContain('--mapping is missing.')
})

test('inspect proposes a mapping that holds, and the template maps onto itself', async () => {
  write('a.csv', csv(rows(30)))
  const inspected = await run('import', 'inspect', 'a.csv', '--write', 'proposed.yml', '--json')
  expect(report(inspected)).toMatchObject({
    rows: 30,
    duplicates: 0,
    source: { encoding: 'utf-8', delimiter: ',' },
  })
  const trial = await run('import', 'a.csv', '--mapping', 'proposed.yml', '--dry-run', '--json')
  expect(report(trial).gates.map((gate: { passed: boolean }) => gate.passed)).toEqual([
    true,
    true,
    true,
    true,
  ])
  const template = (await run('import', 'template')).stdout
  write('t.yml', (await run('import', 'template', '--yml')).stdout)
  const columns = template.trim().split(',').length
  write('t.csv', `${template}${['TK-1', '路由器掉线', '路由器'].join(',')}${','.repeat(columns - 3)}\r\n`)
  const mapped = await run('import', 't.csv', '--mapping', 't.yml', '--json')
  expect(report(mapped)).toMatchObject({ outcomes: { case: 1 }, unmapped: [] })
})

test('two systems that number alike are told apart by their names', async () => {
  write('a.csv', csv([ticket(50)]))
  const other = ticket(51)
  other[0] = ticket(50)[0] ?? ''
  write('b.csv', csv([other]))
  await importFile('a.csv')
  expect(report(await importFile('b.csv', '--dry-run')).outcomes).toMatchObject({ known: 1 })
  write('mapping.yml', `name: other\n${readFileSync(join(folder, 'mapping.yml'), 'utf8')}`)
  expect(report(await importFile('b.csv')).outcomes).toMatchObject({ case: 1 })
  expect(report(await importFile('b.csv')).outcomes).toMatchObject({ known: 1 })
})

test('batches are committed one by one, and nothing else with them', async () => {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
  git('init', '-q')
  git('config', 'user.name', 'Test')
  git('config', 'user.email', 'test@example.com')
  git('add', 'casectl.config.yml')
  git('commit', '-qm', 'first')
  git('add', 'taxonomy.yml')
  write('a.csv', csv([0, 1, 2, 4, 5].map(i => ticket(i))))
  const result = await importFile('a.csv', '--batch', '2', '--commit')
  expect(report(result)).toMatchObject({ commits: 3, outcomes: { case: 5 } })
  expect(git('log', '--format=%s').split('\n')[0]).toMatch(/^Import \S+ \(3 of 3\): 1 drafts$/)
  expect(git('status', '--porcelain', 'taxonomy.yml', 'cases/inbox')).toBe('A  taxonomy.yml\n')
})
