import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { csv, helpdeskLibrary, ticket } from '../import/helpdesk.js'
import { cli } from './run-cli.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casectl-import-'))
  helpdeskLibrary(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

// GB 11643: weights of the first 17 digits, and the check character of their sum modulo 11.
function residentId(serial: number): string {
  const body = `11010119${70 + (serial % 30)}0${1 + (serial % 9)}1${serial % 10}${String(serial % 1000).padStart(3, '0')}`
  const sum = [...body].reduce((all, digit, i) => all + Number(digit) * (2 ** (17 - i) % 11), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

// ISO/IEC 7812: the digit that makes the Luhn sum a multiple of ten.
function bankCard(serial: number): string {
  const body = `622202${String(100_000_000 + serial).padStart(12, '0')}`
  const sum = [...body].reverse().reduce((all, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
}

/** Structured personal data, one of each for a row; made up, with valid check digits. */
function dataOf(i: number): string[] {
  return [
    residentId(i),
    bankCard(i),
    `138${String(10_000_000 + i * 37).padStart(8, '0')}`,
    `user${i}@mail${i % 7}.example.com`,
    `203.0.113.${1 + (i % 250)}`,
  ]
}

/** Everything that was written, but the export itself: path and text. */
function written(at = folder): [string, string][] {
  return readdirSync(at, { withFileTypes: true }).flatMap(entry => {
    const full = join(at, entry.name)
    if (full.endsWith('export.csv') || full.endsWith(join('.casectl', 'raw'))) return []
    return entry.isDirectory() ? written(full) : [[full, readFileSync(full, 'utf8')] as [string, string]]
  })
}

test('of personal data planted in 1,000 rows none survives: in no file, no name, no report, no message', async () => {
  const planted: string[] = []
  const rows = Array.from({ length: 1000 }, (_, i) => {
    const row = ticket(i + 10)
    const data = dataOf(i)
    planted.push(...data)
    const [id = '', card = '', mobile = '', email = '', ip = ''] = data
    // In a title, in prose, in a cell of its own, as the ticket's number, as a term, as a day.
    if (i % 5 === 0) row[1] = `${row[1]} 客户手机 ${mobile}`
    if (i % 7 === 0) row[0] = mobile
    if (i % 11 === 0) row[2] = email
    if (i % 13 === 0) row[5] = `${id} 报修`
    row[3] = `${row[3]}\n身份证 ${id}，卡号 ${card}，来自 ${ip}`
    row[4] = `${row[4]}\n已发邮件到 ${email}`
    row[7] = mobile
    return row
  })
  writeFileSync(join(folder, 'export.csv'), csv(rows))
  const texts: [string, string][] = []
  const run = async (...args: string[]): Promise<void> => {
    const { stdout, stderr } = await cli(args, { cwd: folder })
    texts.push([args.join(' '), stdout + stderr])
  }
  await run('import', 'inspect', 'export.csv', '--write', 'proposed.yml')
  await run('import', 'inspect', 'export.csv', '--json')
  const flags = ['--mapping', 'mapping.yml', '--report', 'report.md']
  await run('import', 'export.csv', ...flags)
  await run('import', 'export.csv', ...flags, '--json', '--allow-below-gate', '--sample', '50')
  await run('import', 'export.csv', ...flags, '--allow-below-gate')
  texts.push(...written())
  expect(readdirSync(join(folder, 'cases', 'inbox')).length).toBeGreaterThan(900)
  const survived = new Set<string>()
  for (const [name, text] of texts) {
    for (const value of planted) {
      if (text.includes(value) || name.includes(value)) survived.add(`${name.replace(folder, '')}: ${value}`)
    }
  }
  expect([...survived].slice(0, 20)).toEqual([])
}, 120_000)

test('one person has one pseudonym in all cells of a row, and another row begins anew', async () => {
  const first = ticket(20)
  first[3] = '联系人：王小明。王小明先生说重启无效。'
  first[6] = '王小明'
  const second = ticket(21)
  second[6] = '李大伟'
  writeFileSync(join(folder, 'export.csv'), csv([first, second]))
  await cli(['import', 'export.csv', '--mapping', 'mapping.yml'], { cwd: folder })
  const inbox = join(folder, 'cases', 'inbox')
  const all = readdirSync(inbox).map(name => readFileSync(join(inbox, name), 'utf8'))
  expect(all).toHaveLength(2)
  for (const text of all) {
    expect(text).not.toMatch(/王小明|李大伟/)
    expect(text).toContain('客户A')
    expect(text).not.toContain('客户B')
  }
})

test('a name that a column gives is masked in the texts of its row, though nothing around it tells', async () => {
  const first = ticket(30)
  first[3] = '今天上午马晓东打来电话，马晓东说网络又断了。'
  first[6] = '马晓东'
  const second = ticket(31)
  second[3] = 'Spoke to David Lindgren on Tuesday; Lindgrens are other people.'
  second[6] = 'David Lindgren'
  writeFileSync(join(folder, 'export.csv'), csv([first, second]))
  await cli(['import', 'export.csv', '--mapping', 'mapping.yml'], { cwd: folder })
  const inbox = join(folder, 'cases', 'inbox')
  const all = readdirSync(inbox).map(name => readFileSync(join(inbox, name), 'utf8'))
  expect(all).toHaveLength(2)
  expect(all.join('')).not.toMatch(/马晓东|David Lindgren/)
  expect(all.join('')).toContain('Lindgrens are')
  expect(all.join('')).toContain('今天上午客户A打来电话，客户A说网络又断了。')
})

test('--no-mask needs --yes where nobody can be asked', async () => {
  writeFileSync(join(folder, 'export.csv'), csv([ticket(1)]))
  const args = ['import', 'export.csv', '--mapping', 'mapping.yml', '--no-mask']
  expect((await cli(args, { cwd: folder })).code).toBe(2)
  expect((await cli([...args, '--yes'], { cwd: folder })).code).toBe(0)
})

test('paths in an export reach nothing outside its folder', async () => {
  const mapping =
    'columns:\n  - { column: 标题, to: title }\n  - { column: 问题描述, to: section.problem }\n  - { column: 产品, to: attachments, split: ";" }\n'
  writeFileSync(join(folder, 'mapping.yml'), mapping)
  writeFileSync(join(folder, 'menu.png'), 'picture')
  const row = ticket(1)
  row[2] = 'menu.png;../../etc/hostname;/etc/hostname;.git/config'
  row[3] = '见图 ![菜单](menu.png) 与 ![x](../../../etc/hostname)'
  writeFileSync(join(folder, 'export.csv'), csv([row]))
  const args = ['import', 'export.csv', '--mapping', 'mapping.yml', '--json', '--allow-below-gate']
  const { stdout } = await cli(args, { cwd: folder })
  const report = JSON.parse(stdout)
  expect(report).toMatchObject({ attachments: 1, lostLinks: 1, outcomes: { case: 1 } })
  expect(report.faulty).toEqual([expect.objectContaining({ fault: 'file', count: 3 })])
  const inbox = join(folder, 'cases', 'inbox')
  const name = readdirSync(inbox).find(file => file.endsWith('.md')) ?? ''
  const id = name.split('-').slice(0, 2).join('-')
  const text = readFileSync(join(inbox, name), 'utf8')
  expect(text).toContain(`![菜单](assets/${id}/menu.png)`)
  expect(readFileSync(join(inbox, 'assets', id, 'menu.png'), 'utf8')).toBe('picture')
  const lint = await cli(['lint', 'cases/inbox', '--json'], { cwd: folder })
  const rules = JSON.parse(lint.stdout).diagnostics?.map((found: { rule: string }) => found.rule) ?? []
  expect(rules).not.toContain('attachments')
  expect(rules).not.toContain('links')
})
