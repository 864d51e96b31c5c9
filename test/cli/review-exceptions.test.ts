import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  ANNA,
  caseOf,
  commitAs,
  gitAs,
  ID,
  library,
  MAX,
  PATH,
  type Person,
  POLICY,
  review,
  SUE,
  TIM,
} from '../review/team.js'
import { write } from './repository.js'
import { cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'

const RANGE = 'main..work'
const GRANTING = `${POLICY}  exceptions: [sensitivity]\n`

interface Finding {
  readonly code: string
  readonly path: string
  readonly severity: string
  readonly message: string
}

async function gate(cwd: string, ...args: string[]): Promise<{ code: number; found: Finding[] }> {
  const { code, stdout, stderr } = await cli(['review', 'check', ...args, '--json'], { cwd })
  if (code === 2) throw new Error(stderr)
  return { code, found: JSON.parse(stdout).diagnostics }
}

const codes = async (cwd: string, ...args: string[]): Promise<string[]> =>
  (await gate(cwd, ...args)).found.map(({ code }) => code)

let drawn = 0

/** Grants an exception and commits it as a person. */
function grant(cwd: string, who: Person, other: Readonly<Record<string, string>> = {}, author = who): string {
  const fields: Record<string, string> = {
    case: ID,
    kind: 'review',
    roles: '[technical]',
    approver: `{ name: ${who.name}, email: ${who.email} }`,
    day: '2026-11-28',
    until: '2026-12-31',
    reason: 'Launch week.',
    ...other,
  }
  const kept = Object.entries(fields).filter(([, value]) => value !== '')
  const name = `${fields['day']}-${fields['kind']}-${String(drawn++).padStart(10, '0')}`
  const path = `exceptions/${ID}/${name}.yml`
  write(cwd, path, kept.map(([key, value]) => `${key}: ${value}\n`).join(''))
  commitAs(author, cwd, 'exception')
  return path
}

/** A published case of Anna's that Sue approved and nobody as technical. */
function halfApproved(policy = GRANTING): string {
  const cwd = library(policy)
  write(cwd, PATH, caseOf('published'))
  commitAs(ANNA, cwd)
  review(cwd, SUE, 'sensitivity')
  return cwd
}

test('an exception frees a role until it ends, and is told meanwhile', async () => {
  const cwd = halfApproved()
  expect(await codes(cwd, RANGE)).toEqual(['unapproved'])
  const path = grant(cwd, SUE)
  expect(await gate(cwd, RANGE)).toMatchObject({
    code: 0,
    found: [{ code: 'exception', severity: 'note', path }],
  })
  expect((await gate(cwd)).code).toBe(0)
  expect((await gate(cwd, RANGE, '--as-of', '2026-12-31')).code).toBe(0)
  const late = await gate(cwd, RANGE, '--as-of', '2027-01-01')
  expect(late.code).toBe(1)
  expect(late.found.map(({ code }) => code)).toEqual(['unapproved', 'exception-expired'])
  expect(late.found[1]?.message).toContain('roles: technical): Launch week.')
  const due = await cli(['review', 'due', '--as-of', '2027-01-01', '--format', 'json'], { cwd })
  expect(JSON.parse(due.stdout).expired).toHaveLength(1)
  review(cwd, TIM, 'technical')
  expect(await gate(cwd, RANGE, '--as-of', '2027-01-01')).toEqual({ code: 0, found: [] })
})

test('it lets the case be published', async () => {
  const cwd = halfApproved()
  write(cwd, PATH, caseOf('in-review'))
  commitAs(SUE, cwd)
  const publish = () => cli(['review', 'publish', ID, '--json'], { cwd })
  expect((await publish()).code).toBe(1)
  grant(cwd, SUE, { day: '2026-11-20' })
  expect(JSON.parse((await publish()).stdout)).toMatchObject({
    published: true,
    diagnostics: [{ code: 'exception' }],
  })
})

test.each([
  ['by somebody who may not', TIM, {}, TIM, 'exception-by-nobody'],
  ['by a stranger', MAX, {}, MAX, 'exception-by-nobody'],
  ['in the name of another', SUE, {}, MAX, 'identity-mismatch'],
  ['of a day to come', SUE, { day: '2026-11-29' }, SUE, 'future-day'],
  ['without an end', SUE, { until: '' }, SUE, 'missingField'],
  ['without a reason', SUE, { reason: '' }, SUE, 'missingField'],
  ['of another role', SUE, { roles: '[sensitivity]' }, SUE, undefined],
  ['of visibility alone', SUE, { kind: 'visibility', roles: '', audience: 'public' }, SUE, undefined],
  ['for another case', SUE, { case: 'CASE-8F3KQ' }, SUE, 'exception-name'],
] as const)('forged: %s', async (_, who, other, author, expected) => {
  const cwd = halfApproved()
  // Tim reviews as technical only.
  const policy = GRANTING.replace(
    / {4}sensitivity:\n.*\n.*tim@.*\n/,
    `    sensitivity:\n      - { name: Sue Sense, email: sue@example.com, login: sue }\n`,
  )
  gitAs(ANNA, cwd, 'switch', '--quiet', 'main')
  writeFileSync(join(cwd, 'casectl.config.yml'), policy)
  commitAs(ANNA, cwd)
  gitAs(ANNA, cwd, 'switch', '--quiet', 'work')
  gitAs(ANNA, cwd, 'rebase', '--quiet', 'main')
  grant(cwd, who, other, author)
  const { code, found } = await gate(cwd, RANGE)
  expect(code).toBe(1)
  const told = found.map(each => each.code).filter(each => each !== 'unapproved')
  expect(told).toEqual(expected === undefined ? [] : [expected])
  expect(found.map(each => each.code)).toContain('unapproved')
})

test('nobody grants an exception to a case of their own, and nobody at all where none may', async () => {
  const cwd = library(GRANTING)
  write(cwd, PATH, caseOf('published'))
  commitAs(SUE, cwd)
  review(cwd, TIM, 'technical')
  grant(cwd, SUE, { roles: '[sensitivity]' })
  expect(await codes(cwd, RANGE)).toEqual(['unapproved', 'exception-own-case'])
  const none = halfApproved(POLICY)
  grant(none, SUE)
  expect(await codes(none, RANGE)).toEqual(['unapproved', 'exception-by-nobody'])
})

test('a forge may vouch for it, and it may be neither changed nor removed', async () => {
  const cwd = halfApproved(`${GRANTING}  identity: forge\n`)
  const path = grant(cwd, SUE, {}, MAX)
  expect(await codes(cwd, RANGE)).toContain('not-on-forge')
  const head = gitAs(ANNA, cwd, 'rev-parse', 'HEAD').trim()
  const file = join(temporaryFolder(), 'approvals.json')
  writeFileSync(file, JSON.stringify({ version: 1, approvals: [{ commit: head, login: 'sue' }] }))
  expect(await codes(cwd, RANGE, '--approvals', file)).toEqual(['exception'])
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  write(cwd, path, `${gitAs(ANNA, cwd, 'show', `HEAD:${path}`)}`.replace('2026-12-31', '2028-12-31'))
  commitAs(MAX, cwd)
  expect(await codes(cwd, RANGE)).toContain('record-edited')
  rmSync(join(cwd, path))
  commitAs(MAX, cwd)
  expect(await codes(cwd, RANGE)).toEqual(['unapproved', 'record-edited', 'record-removed'])
})

test('a grant of visibility that has ended is an error while the case is still that open', async () => {
  const cwd = halfApproved()
  review(cwd, TIM, 'technical')
  const open = caseOf('published').replace('language: en', 'language: en\naudience: partner')
  grant(cwd, SUE, { kind: 'visibility', roles: '', audience: 'partner' })
  expect(await codes(cwd, '--as-of', '2027-01-01')).toEqual([])
  write(cwd, PATH, open)
  commitAs(ANNA, cwd)
  expect(await codes(cwd, '--as-of', '2027-01-01')).toContain('exception-expired')
  expect(await codes(cwd, '--as-of', '2026-12-01')).toContain('exception')
})

test('an exception for a case that is not there is told; `review.exceptions` names roles that exist', async () => {
  const cwd = halfApproved()
  rmSync(join(cwd, PATH))
  grant(cwd, SUE)
  expect(await codes(cwd)).toContain('unknown-case')
  write(cwd, 'exceptions/loose.yml', 'kind: review\n')
  expect(await codes(cwd)).toContain('missingField')
  write(cwd, 'casectl.config.yml', `${POLICY}  exceptions: [nobody]\n`)
  const { code, stderr } = await cli(['review', 'check'], { cwd })
  expect([code, stderr]).toEqual([2, expect.stringContaining('review.exceptions names the role `nobody`')])
})

/** `review grant` as a person at a day. */
function granting(cwd: string, who: Person, ...args: string[]) {
  const as = `${who.name} <${who.email}>`
  return cli(['review', 'grant', ID, '--as', as, ...args], { cwd })
}

test('review grant writes what the gate takes', async () => {
  const cwd = halfApproved()
  const told = await granting(
    cwd,
    SUE,
    '--role',
    'technical',
    '--until',
    '30d',
    '-m',
    'Launch: week.',
    '--json',
  )
  expect(told.stderr).toContain('by itself: git add exceptions/')
  const { path, exception } = JSON.parse(told.stdout)
  expect(exception).toMatchObject({ kind: 'review', roles: ['technical'], reason: 'Launch: week.' })
  expect(Date.parse(exception.until) - Date.parse(exception.day)).toBe(30 * 86_400_000)
  commitAs(SUE, cwd, 'exception')
  const { found } = await gate(cwd, RANGE, '--as-of', '2026-11-28')
  expect(found).toMatchObject([{ code: 'exception', severity: 'note', path }])
  const wider = await granting(
    cwd,
    SUE,
    '--audience',
    'partner',
    '--until',
    '2999-12-31',
    '-m',
    'They install it.',
  )
  expect(wider).toMatchObject({ code: 0, stdout: expect.stringMatching(/^exceptions\/.+-visibility-/) })
})

test.each<[string, Person, readonly string[], string]>([
  ['by nobody who may', MAX, [], 'grants no exceptions for'],
  ['that is over', SUE, ['--until', '2020-01-01'], 'is over'],
  ['without an end', SUE, ['--until', 'soon'], '--until takes a day or a time'],
  ['for longer than anybody lives', SUE, ['--until', '9999w'], 'more than a hundred years'],
  ['from an approval that nobody asks for', SUE, ['--role', 'legal'], 'needs no approval as "legal"'],
  ['of two kinds', SUE, ['--audience', 'public'], 'What is granted?'],
  ['for an audience that is none', SUE, ['--audience', 'all'], 'partner'],
])('no exception is granted %s', async (_, who, args, message) => {
  const cwd = halfApproved()
  const { code, stderr } = await granting(
    cwd,
    who,
    '--role',
    'technical',
    '--until',
    '7d',
    '-m',
    'x',
    ...args,
  )
  expect(code).toBe(2)
  expect(stderr).toContain(message)
})

test('an exception has an end, a reason, and a library that has exceptions', async () => {
  const cwd = halfApproved()
  expect((await granting(cwd, SUE, '--role', 'technical', '-m', 'x')).stderr).toContain('Until when?')
  expect((await granting(cwd, SUE, '--role', 'technical', '--until', '7d')).stderr).toContain('Why?')
  expect((await granting(cwd, SUE, '--until', '7d', '-m', 'x')).stderr).toContain('What is granted?')
  const without = halfApproved(POLICY)
  const refused = await granting(without, SUE, '--role', 'technical', '--until', '7d', '-m', 'x')
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('has no exceptions') })
})
