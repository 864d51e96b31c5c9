import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { only, readCalendar, readTextValue } from '../report/due/calendar.js'
import { ID, library, POLICY, published } from '../review/team.js'
import { write } from './repository.js'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

interface Due {
  readonly id: string
  readonly day: string
  readonly due: boolean
  readonly reasons: readonly string[]
  readonly owner: string | null
  readonly reviewers: readonly { readonly role: string; readonly people: readonly string[] }[]
}

const TAXONOMY = `facets:
  product:
    levels: [{ id: product, field: name }, { id: module, field: module }]
    terms:
      - { id: router, terms: [{ id: wifi }] }
  urgency:
    terms: [{ id: critical }, { id: low }]
`

function caseText(id: string, fields: string, status = 'published'): string {
  return `---\nid: ${id}\nkind: case\ntitle: Router drops\nstatus: ${status}\nlanguage: en\n${fields}\n---\n\n# Router drops\n`
}

const run = (cwd: string, ...args: string[]) => cli(['review', 'due', ...args], { cwd })

async function due(
  cwd: string,
  ...args: string[]
): Promise<{ code: number; due: Due[]; expired: unknown[] }> {
  const { code, stdout, stderr } = await run(cwd, '--format', 'json', ...args)
  if (code === 2) throw new Error(stderr)
  return { code, ...JSON.parse(stdout) }
}

const days = (found: readonly Due[]): [string, string, boolean][] =>
  found.map(({ id, day, due: isDue }) => [id.slice(-1), day, isDue])

test('a case without approvals is due so long after its last change; the window and the day are as asked', async () => {
  const cwd = folderWith({
    'taxonomy.yml': TAXONOMY,
    'casectl.config.yml': 'review: { months_by: { urgency: { critical: 6 } } }\n',
    'cases/a.md': caseText('CASE-0000A', 'updated: 2025-06-01'),
    'cases/b.md': caseText('CASE-0000B', 'updated: 2025-05-01\nowner: field team'),
    'cases/c.md': caseText('CASE-0000C', 'updated: 2026-08-01\nurgency: critical'),
    'cases/d.md': caseText('CASE-0000D', 'updated: 2026-11-01\nreview_by: 2026-12-01'),
    'cases/e.md': caseText('CASE-0000E', 'updated: 2020-01-01', 'draft'),
    'cases/f.md': caseText('CASE-0000F', 'updated: 2020-01-01', 'withdrawn'),
    'archive/g.md': caseText('CASE-0000G', 'updated: 2020-01-01', 'archived'),
    'cases/h.md': caseText('CASE-0000H', 'updated: 2026-11-01', 'needs-review'),
    'cases/i.md': 'broken',
  })
  const today = await due(cwd)
  expect(today.code).toBe(1)
  expect(days(today.due)).toEqual([
    ['B', '2026-11-01', true],
    ['H', '2026-11-22', true],
    ['A', '2026-12-01', false],
    ['D', '2026-12-01', false],
    ['C', '2027-02-01', false],
  ])
  expect(today.due[0]).toMatchObject({
    owner: 'field team',
    reasons: ['no approval is in force', '2026-11-01: 18 months after the last change on 2025-05-01'],
  })
  expect(today.due[1]?.reasons[0]).toBe('marked as needs-review')
  expect(today.due[3]?.reasons.at(-1)).toBe('2026-12-01: wished by the author (review_by)')
  expect(days((await due(cwd, '--window', '2w')).due).map(([id]) => id)).toEqual(['B', 'H', 'A', 'D'])
  expect(days((await due(cwd, '--window', '0')).due).map(([id]) => id)).toEqual(['B', 'H'])
  const earlier = await due(cwd, '--as-of', '2026-10-01', '--window', '60d')
  expect([earlier.code, days(earlier.due)]).toEqual([
    1,
    [
      ['H', '2026-10-01', true],
      ['B', '2026-11-01', false],
    ],
  ])
})

test('exit 0 where nothing is due yet, 2 for a day, a window, a format or settings that cannot be used', async () => {
  const cwd = folderWith({
    'casectl.config.yml': '',
    'cases/a.md': caseText('CASE-0000A', 'updated: 2025-06-01'),
  })
  expect(await run(cwd)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('Due: 0. To come until 2027-02-20: 1.'),
  })
  for (const args of [
    ['--as-of', 'now'],
    ['--window', 'soon'],
    ['--window', '99999w'],
    ['--format', 'xml'],
  ]) {
    expect([args, (await run(cwd, ...args)).code]).toEqual([args, 2])
  }
  write(cwd, 'products.yml', 'products: { router: next }\n')
  const { code, stderr } = await run(cwd)
  expect([code, stderr]).toEqual([2, expect.stringContaining('products.yml:1:21')])
})

test('a product version that meets a condition makes a case due, until somebody has looked since its release', async () => {
  const fields = (more: string): string =>
    `updated: 2026-06-01\nproduct: { name: router, module: wifi }\n${more}`
  const cwd = folderWith({
    'casectl.config.yml': '',
    'taxonomy.yml': TAXONOMY,
    'products.yml': 'products:\n  router: { version: 3.10, released: 2026-07-01 }\n  modem: 2.0-rc.1\n',
    'cases/a.md': caseText('CASE-0000A', fields('review_when: product>=3.2')),
    'cases/b.md': caseText('CASE-0000B', fields('review_when: product>=3.11')),
    'cases/c.md': caseText('CASE-0000C', fields('review_when: [modem>=2.0, modem<2.0]')),
    'cases/d.md': caseText(
      'CASE-0000D',
      fields('review_when: router>=3.2').replace('2026-06-01', '2026-07-01'),
    ),
    'cases/e.md': caseText('CASE-0000E', fields('review_when: unknown>=3.2')),
  })
  const found = await due(cwd)
  expect(days(found.due)).toEqual([
    ['A', '2026-07-01', true],
    ['C', '2026-11-22', true],
  ])
  expect(found.due[0]?.reasons).toContain('2026-07-01: router is 3.10, the case waits for product>=3.2')
  expect(found.due[1]?.reasons).toContain('2026-11-22: modem is 2.0-rc.1, the case waits for modem<2.0')
})

test('approvals in force move the day, and name who is to review', async () => {
  const cwd = library(`${POLICY}  months: 12\n`)
  published(cwd)
  const found = await due(cwd, '--window', '400d')
  expect(found.code).toBe(0)
  expect(found.due).toMatchObject([
    {
      id: ID,
      day: '2027-11-28',
      reasons: ['2027-11-28: 12 months after the approval of 2026-11-28'],
      reviewers: [
        { role: 'technical', people: ['Tim Tech <tim@example.com>', 'Anna Author <anna@example.com>'] },
        { role: 'sensitivity', people: ['Sue Sense <sue@example.com>', 'Tim Tech <tim@example.com>'] },
      ],
    },
  ])
})

test('a reader who called a case outdated makes it due, unless somebody looked later', async () => {
  const line = (id: string, day: string): string =>
    JSON.stringify({ event: id + day, case: id, kind: 'outdated', day })
  const cwd = folderWith({
    'casectl.config.yml': '',
    'cases/a.md': caseText('CASE-0000A', 'updated: 2026-06-01'),
    'cases/b.md': caseText('CASE-0000B', 'updated: 2026-06-01'),
    'feedback/2026-06/x.jsonl': `${line('CASE-0000A', '2026-06-01')}\n${line('CASE-0000B', '2026-05-31')}\n`,
  })
  expect(days((await due(cwd)).due)).toEqual([['A', '2026-06-01', true]])
})

test('a solved use confirms a case, unsolved ones bring its day forward, with the reasons; shares are settings', async () => {
  const line = (id: string, kind: string, day: string, n = 0): string =>
    JSON.stringify({ event: `${id}${kind}${day}${n}`, case: id, kind, day })
  const feedback = [
    line('CASE-0000A', 'solved', '2026-05-01'),
    line('CASE-0000B', 'unsolved', '2026-10-01'),
    line('CASE-0000B', 'unsolved', '2026-10-01', 1),
  ]
  const cwd = folderWith({
    'casectl.config.yml': '',
    'cases/a.md': caseText('CASE-0000A', 'updated: 2025-05-01'),
    'cases/b.md': caseText('CASE-0000B', 'updated: 2025-07-01'),
    'feedback/2026-10/x.jsonl': `${feedback.join('\n')}\n`,
  })
  const found = await due(cwd, '--window', '400d')
  expect(days(found.due)).toEqual([
    ['B', '2026-10-01', true],
    ['A', '2027-05-03', false],
  ])
  expect(found.due[1]?.reasons.at(-1)).toBe(
    '2027-05-03: 18 months after the last change on 2025-05-01, 183 days later since it solved a problem on 2026-05-01',
  )
  write(cwd, 'casectl.config.yml', 'review: { reuse: { solved: 0, unsolved: 0 } }\n')
  expect(days((await due(cwd, '--window', '400d')).due).map(([, day]) => day)).toEqual([
    '2026-11-01',
    '2027-01-01',
  ])
})

function exception(fields: string): string {
  return `case: CASE-0000A\nday: 2026-10-01\nuntil: 2026-11-21\nreason: Launch week.\napprover: { name: Max, email: max@example.com }\n${fields}\n`
}

test('an expired exception fails it as long as a case lives by it', async () => {
  const cwd = folderWith({
    'casectl.config.yml': POLICY,
    'cases/a.md': caseText('CASE-0000A', 'updated: 2026-06-01\naudience: partner'),
    'exceptions/CASE-0000A/2026-10-01-review-aaaaaaaaaa.yml': exception('kind: review\nroles: [technical]'),
    'exceptions/CASE-0000A/2026-10-01-visibility-aaaaaaaaaa.yml': exception(
      'kind: visibility\naudience: partner',
    ),
  })
  expect((await due(cwd, '--as-of', '2026-11-21')).code).toBe(0)
  const { code, expired } = await due(cwd)
  expect(code).toBe(1)
  expect(expired).toMatchObject([{ kind: 'review', until: '2026-11-21' }, { kind: 'visibility' }])
  const { stdout } = await run(cwd)
  expect(stdout).toContain('Launch week.')
  write(cwd, 'cases/a.md', caseText('CASE-0000A', 'updated: 2026-06-01\naudience: internal', 'in-review'))
  expect(await due(cwd)).toMatchObject({ code: 0, expired: [] })
})

test('the calendar is one that RFC 5545 allows, with stable ids and whole days', async () => {
  const title =
    '路由器 W-104；夜间掉线, "5 GHz"; back\\slash and a title so long that it has to be folded more than once, 因为它很长很长很长很长很长很长很长很长'
  const text = caseText('CASE-0000A', 'updated: 2025-06-01\nowner: "field, team; two"').replace(
    'Router drops',
    () => JSON.stringify(title),
  )
  const cwd = folderWith({
    'casectl.config.yml': '',
    'cases/a.md': text,
    'cases/b.md': caseText('CASE-0000B', 'updated: 2025-07-01'),
  })
  const args = ['--format', 'ics', '--as-of', '2026-11-22']
  const { stdout } = await run(cwd, ...args)
  expect((await run(cwd, ...args)).stdout).toBe(stdout)
  const calendar = readCalendar(stdout)
  expect(calendar.name).toBe('VCALENDAR')
  expect(only(calendar, 'VERSION').value).toBe('2.0')
  expect(only(calendar, 'PRODID').value).not.toBe('')
  const [first, second, ...more] = calendar.components
  if (first === undefined || second === undefined) throw new Error('no event')
  expect(more).toEqual([])
  expect(only(first, 'UID').value).toBe('CASE-0000A-review@casectl')
  expect(only(first, 'DTSTAMP').value).toBe('20261122T000000Z')
  expect(only(first, 'DTSTART')).toMatchObject({ parameters: { VALUE: 'DATE' }, value: '20261201' })
  expect(readTextValue(only(first, 'SUMMARY').value)).toBe(`Review CASE-0000A: ${title}`)
  expect(readTextValue(only(first, 'DESCRIPTION').value).split('\n')).toEqual([
    'no approval is in force',
    '2026-12-01: 18 months after the last change on 2025-06-01',
    'owner: field, team; two',
    'cases/a.md',
  ])
  expect(only(second, 'DTSTART').value).toBe('20270101')
  const none = await run(cwd, '--format', 'ics', '--as-of', '2020-01-01')
  expect(readCalendar(none.stdout).components).toEqual([])
})

test('Markdown lists with boxes; both languages', async () => {
  const cwd = folderWith({
    'casectl.config.yml': '',
    'cases/a.md': caseText('CASE-0000A', 'updated: 2025-01-01\nowner: "@team"'),
    'cases/b.md': caseText('CASE-0000B', 'updated: 2025-07-01'),
  })
  const { stdout } = await run(cwd, '--format', 'markdown')
  expect(stdout).toContain(
    '## due\n\n- [ ] 2026-07-01 `CASE-0000A` Router drops — @<!-- -->team (no approval',
  )
  expect(stdout).toContain('## to come\n\n- [ ] 2027-01-01 `CASE-0000B`')
  expect((await run(cwd, '--lang', 'zh')).stdout).toContain('2025-01-01 最后修改后 18 个月')
})

test('the sample library has conditions, and products for them', async () => {
  const { due: found } = await due(process.cwd(), '--as-of', '2026-11-22', '--window', '0')
  expect(found.every(({ reasons }) => reasons.length > 0)).toBe(true)
  expect(readFileSync('products.yml', 'utf8')).toContain('invoice-cloud')
})
