import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANNA, commitAs, gitAs } from '../review/team.js'
import { commit, GIT_ENV, write } from './repository.js'
import { cli } from './run-cli.js'
import { folderWith, sampleCopy } from './temporary.js'

const TAXONOMY =
  'facets:\n  product:\n    levels: [{ id: product, field: name }]\n    terms: [{ id: router, labels: { en: Home router, zh: 路由器 } }, { id: modem, labels: { en: Modem, zh: 光猫 } }]\n'

function caseText(id: string, title: string, fields: string): string {
  return `---\nid: ${id}\nkind: case\ntitle: ${title}\nlanguage: en\n${fields}\n---\n\n# ${title}\n`
}

let events = 0
function event(id: string, kind: string, day: string, more = ''): string {
  return `{"event":"e${events++}","case":"${id}","kind":"${kind}","day":"${day}"${more}}\n`
}

function library(): string {
  return folderWith({
    'casectl.config.yml': '',
    'taxonomy.yml': TAXONOMY,
    'cases/a.md': caseText(
      'CASE-0000A',
      'Drops',
      'status: published\nupdated: 2026-10-01\nowner: field\nproduct: { name: router }',
    ),
    'cases/b.md': caseText(
      'CASE-0000B',
      'Old <b>|x',
      'status: published\nupdated: 2025-01-01\nowner: =cmd\nproduct: { name: modem }\nincomplete: [impact]',
    ),
    'cases/inbox/c.md': caseText('CASE-0000C', 'Draft', 'status: draft'),
    'cases/d.md': 'broken',
    'feedback/2026-10/x.jsonl':
      event('CASE-0000A', 'solved', '2026-10-02', ',"rating":5') +
      event('CASE-0000A', 'used', '2026-11-02') +
      event('CASE-0000B', 'unsolved', '2026-10-02', ',"rating":1') +
      event('CASE-0000B', 'unsolved', '2026-11-02') +
      event('CASE-0000B', 'outdated', '2026-09-02') +
      'no event\n',
  })
}

const ROUTER = { en: 'Home router', zh: '路由器' }
const MODEM = { en: 'Modem', zh: '光猫' }

interface Shown {
  readonly figures: Readonly<Record<string, number | null>>
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

async function report(cwd: string, ...args: string[]): Promise<Shown> {
  const { code, stdout, stderr } = await cli(['report', ...args, '--format', 'json'], { cwd, env: GIT_ENV })
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

test('health counts fifteen figures and names what to mend first, with reasons', async () => {
  const cwd = library()
  const { figures, tables } = await report(cwd, 'health', '--by', 'product')
  expect(Object.keys(figures)).toHaveLength(15)
  expect(figures).toMatchObject({
    cases_in_force: 2,
    cases_draft: 1,
    cases_due: 1,
    files_unreadable: 1,
    uses: 2,
    unsolved: 2,
    solved_share: 1 / 3,
    rating: 3,
    outdated: 1,
    searches: null,
  })
  expect(tables['mend']).toEqual([
    {
      case: 'CASE-0000B',
      title: 'Old <b>|x',
      points: 9,
      owner: '=cmd',
      why: 'did not solve: 2 (solved 0 %); called outdated: 1; review 144 days late; rated 1.0; incomplete: impact',
    },
  ])
  expect(tables['by_product']).toEqual([
    { product: 'router', product_label: ROUTER, cases: 1, due: 0, uses: 2, solved_share: 1 },
    { product: 'modem', product_label: MODEM, cases: 1, due: 1, uses: 0, solved_share: 0 },
  ])
})

test('people read the labels of terms in their language, programs the ids', async () => {
  const cwd = library()
  const text = async (...args: string[]): Promise<string> =>
    (await cli(['report', ...args, '--by', 'product'], { cwd, env: GIT_ENV })).stdout
  expect(await text('health')).toContain('Home router')
  expect(await text('health', '--lang', 'zh')).toMatch(/按产品[\s\S]*路由器[\s\S]*光猫/)
  expect(await text('digest', '--format', 'markdown', '--lang', 'zh')).toContain('| 路由器 |')
  const csv = await text('health', '--format', 'csv', '--lang', 'zh')
  expect(csv).toContain('"by_product","1","product","router"')
  expect(csv).not.toContain('路由器')
})

test('what is younger than the period cannot be unused for it, and an older use counts whatever --after says', async () => {
  const cwd = library()
  const unused = async (...args: string[]) => (await report(cwd, 'health', ...args)).figures['cases_unused']
  expect(await unused()).toBe(1)
  expect(await unused('--after', '2026-11-10')).toBe(1)
  for (const [name, created] of [
    ['E', '2026-11-22'],
    ['F', '2026-05-27'],
    ['G', '2026-05-26'],
  ]) {
    write(
      cwd,
      `cases/${name}.md`,
      caseText(`CASE-0000${name}`, 'New', `status: published\ncreated: ${created}`),
    )
  }
  // 180 days before 2026-11-22 is 2026-05-26.
  expect(await unused()).toBe(2)
})

test('--after counts feedback of that day and later', async () => {
  const { figures } = await report(library(), 'feedback', '--after', '2026-11-01')
  expect(figures).toMatchObject({ uses: 1, solved_share: 0, outdated: 0, bad_lines: 1 })
})

test('stale, loop and digest tell what they are for', async () => {
  const cwd = library()
  expect((await report(cwd, 'stale')).tables['quiet']).toMatchObject([
    { case: 'CASE-0000B', days: 690, uses: 0 },
  ])
  const loop = await report(cwd, 'loop')
  expect(loop.tables['stages']?.map(({ cases }) => cases)).toEqual([1, 0, 0, 2, 1, 0, 0])
  const digest = await report(cwd, 'digest')
  expect(digest.figures).toMatchObject({ uses: 1, cases_new: 0, cases_due_soon: 1 })
  expect(digest.tables['used']).toEqual([{ case: 'CASE-0000A', title: 'Drops', uses: 1 }])
})

test('tickets joined by their references give reuse, cycle time, first contact and satisfaction', async () => {
  const cwd = library()
  write(
    cwd,
    'feedback/2026-11/y.jsonl',
    event('CASE-0000A', 'used', '2026-11-03', ',"via":"cite","ticket":"T-1"'),
  )
  writeFileSync(
    join(cwd, 't.csv'),
    'id,subject,status,created,closed,fcr,csat\nT-1,a,closed,2026-11-01,2026-11-02,yes,5\nT-2,b,solved,2026-11-01,2026-11-08,no,3\nT-3,c,open,2026-11-01,,,\n',
  )
  expect((await report(cwd, 'loop', '--tickets', 't.csv')).figures).toMatchObject({
    tickets_closed: 2,
    reuse_share: 0.5,
    cycle_days: 4,
    cycle_days_with_case: 1,
    first_contact_share: 0.5,
    first_contact_share_with_case: 1,
    csat: 4,
    csat_with_case: 5,
  })
})

test('contributors are first authors by solved uses, through a move, and not by how much they wrote', async () => {
  const cwd = library()
  commit(cwd)
  write(cwd, 'cases/e.md', caseText('CASE-0000E', 'More', 'status: published\nupdated: 2026-10-01'))
  commit(cwd)
  const { tables } = await report(cwd, 'contributors')
  expect(tables['contributors']).toEqual([{ name: 'Test', solved: 1, unsolved: 2, used: 1, cases: 3 }])
  const by = await report(cwd, 'contributors', '--by', 'product')
  expect(by.tables['by_product']).toEqual([
    { product: 'router', product_label: ROUTER, name: 'Test', solved: 1, unsolved: 0, used: 1, cases: 1 },
    { product: 'modem', product_label: MODEM, name: 'Test', solved: 0, unsolved: 2, used: 0, cases: 1 },
    { product: '–', name: 'Test', solved: 0, unsolved: 0, used: 0, cases: 1 },
  ])
})

test('coverage asks a set of questions; one that is not there is told', async () => {
  const cwd = sampleCopy()
  write(cwd, 'eval/onboarding.yml', readFileSync('eval/onboarding.yml', 'utf8'))
  const { figures, tables } = await report(cwd, 'coverage')
  expect(figures['coverage_questions']).toBe(22)
  expect(figures['coverage_share']).toBeGreaterThan(0.8)
  expect(tables['groups']?.map(({ group }) => group)).toEqual(expect.arrayContaining(['zh', 'en', 'code']))
  const none = await cli(['report', 'coverage', '--set', 'other'], { cwd })
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('eval/other.yml')])
})

test('coverage by group, and against the library before a day', async () => {
  const cwd = library()
  const question = (text: string, id: string): string =>
    `  - { text: ${text}, language: en, kind: symptom, expect: [CASE-0000${id}] }\n`
  const questions =
    question('drops', 'A') + question('gateway reboots', 'E') + question('old', 'B') + question('xyzzy', 'A')
  write(cwd, 'eval/onboarding.yml', `version: 1\nqueries:\n${questions}`)
  rmSync(join(cwd, 'cases/d.md'))
  gitAs(ANNA, cwd, 'init', '--quiet', '--initial-branch=main')
  // On 2026-11-28, as every commit of this team.
  commitAs(ANNA, cwd)
  write(cwd, 'cases/e.md', caseText('CASE-0000E', 'Gateway reboots', 'status: published\nowner: field'))
  rmSync(join(cwd, 'cases/b.md'))
  const { figures, tables } = await report(cwd, 'coverage', '--by', 'owner', '--after', '2026-11-29')
  expect(figures).toMatchObject({
    coverage_answered: 2,
    coverage_share: 0.5,
    coverage_share_before: 0.5,
    coverage_gained: 1,
    coverage_lost: 1,
  })
  expect(tables['gained']).toEqual([{ question: 'gateway reboots' }])
  expect(tables['lost']).toEqual([{ question: 'old' }])
  expect(tables['by_owner']).toEqual([
    { owner: 'field', asked: 3, answered: 2, share: 2 / 3 },
    { owner: '–', asked: 1, answered: 0, share: 0 },
  ])
  const first = await report(cwd, 'coverage', '--after', '2026-11-28')
  expect(first.figures).toMatchObject({ coverage_share_before: null, coverage_gained: null })
})

test('every format is sound whatever a title says', async () => {
  const cwd = library()
  const text = async (format: string, ...args: string[]): Promise<string> =>
    (await cli(['report', 'health', '--format', format, ...args], { cwd })).stdout
  expect(await text('table')).toContain('██████████')
  expect(await text('table', '--lang', 'zh')).toMatch(/解决率 +33\.3%[\s\S]*优先改进/)
  expect((await cli(['report', 'stale', '--format', 'html'], { cwd })).stdout).toContain(
    '<td class="day">2025-01-01</td>',
  )
  expect(await text('markdown')).toContain('Old &lt;b&gt;\\|x')
  expect(await text('csv')).toContain('"mend","1","owner","\'=cmd"')
  const html = await text('html')
  expect(html).toContain('Old &lt;b&gt;|x')
  expect(html).not.toMatch(/https?:|<script|<img|<link/)
  const lines = (await text('prometheus')).trim().split('\n')
  expect(lines.filter(line => !line.startsWith('#'))).toHaveLength(13)
  for (const line of lines)
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) casectl_[a-z_]+ .+|casectl_[a-z_]+ \d+(?:\.\d+)?)$/)
  await cli(['report', 'health', '--format', 'html', '--output', 'out.html'], { cwd })
  expect(readFileSync(join(cwd, 'out.html'), 'utf8')).toBe(html)
  await cli(['report', 'health', '--output', 'out.txt'], { cwd })
  expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toBe(await text('table'))
})

test('wrong usage is told', async () => {
  const cwd = library()
  for (const args of [
    ['health', '--after', 'x'],
    ['health', '--by', 'x'],
    ['health', '--format', 'pdf'],
    ['loop', '--tickets', 'none.csv'],
    ['nothing'],
  ]) {
    expect([args, (await cli(['report', ...args], { cwd })).code]).toEqual([args, 2])
  }
})
