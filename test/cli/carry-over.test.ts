import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { digestOf } from '../../src/workspace/case-digest.js'
import { parse } from '../parse/parsing.js'
import { ANNA, commitAs, gitAs, ID, library, MAX, POLICY, reviewOf, SUE, TIM } from '../review/team.js'
import { write } from './repository.js'
import { cli } from './run-cli.js'

const TAXONOMY = `facets:
  category:
    terms:
      - { id: drops }
      - { id: slow }
`
const PATH = `cases/${ID}-a.md`
const OTHER = 'CASE-8F3KQ'
const RANGE = 'main..work'

function text(id: string, fields = '', body = 'Restart the router.'): string {
  return `---\nid: ${id}\nkind: case\ntitle: Router drops\nstatus: published\nlanguage: en\ncategory: drops\n${fields}---\n\n# Router drops\n\n## Steps\n\n${body}\n`
}

interface Finding {
  readonly code: string
  readonly path: string
  readonly message: string
}

const run = (cwd: string, ...args: string[]) => cli(args, { cwd, env: ENV })
const ENV = { GIT_AUTHOR_NAME: MAX.name, GIT_AUTHOR_EMAIL: MAX.email }

async function gate(cwd: string, ...args: string[]): Promise<{ code: number; found: Finding[] }> {
  const { code, stdout, stderr } = await run(cwd, 'review', 'check', RANGE, '--json', ...args)
  if (code === 2) throw new Error(stderr)
  return { code, found: JSON.parse(stdout).diagnostics }
}

const codes = (found: readonly Finding[]): string[] => found.map(({ code }) => code)

/** A library on main whose one case Anna wrote, Tim and Sue approved; `work` begins there. */
function approved(policy = POLICY, files: Readonly<Record<string, string>> = {}): string {
  const cwd = library(policy)
  write(cwd, 'taxonomy.yml', TAXONOMY)
  write(cwd, PATH, text(ID))
  for (const [path, content] of Object.entries(files)) write(cwd, path, content)
  commitAs(ANNA, cwd)
  for (const [who, role] of [
    [TIM, 'technical'],
    [SUE, 'sensitivity'],
  ] as const) {
    const { path, text: record } = reviewOf(cwd, who, role, {}, PATH)
    write(cwd, path, record)
    commitAs(who, cwd)
  }
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  return cwd
}

function carries(cwd: string, id = ID): string[] {
  const folder = join(cwd, 'reviews', id)
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter(name => name.startsWith('carry-')).map(name => `reviews/${id}/${name}`)
}

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8')
const digest = (content: string): string => digestOf(parse(content)) ?? ''

test('an approval survives taxonomy mv, and the next one, by records that replay', async () => {
  const cwd = approved()
  await run(cwd, 'taxonomy', 'mv', 'category', 'drops', 'outages')
  const [first = ''] = carries(cwd)
  expect(read(cwd, first)).toBe(`case: ${ID}
command: taxonomy mv
arguments:
  facet: category
  term: drops
  new-id: outages
by:
  name: Max Else
  email: max@example.com
day: 2026-11-22
from: ${digest(text(ID))}
to: ${digest(text(ID).replace('category: drops', 'category: outages'))}
`)
  commitAs(TIM, cwd, 'mv')
  expect(await gate(cwd)).toEqual({ code: 0, found: [] })
  await run(cwd, 'taxonomy', 'merge', 'category', 'outages', 'slow')
  commitAs(ANNA, cwd, 'merge')
  expect(carries(cwd)).toHaveLength(2)
  expect(await gate(cwd)).toEqual({ code: 0, found: [] })
  expect((await run(cwd, 'review', 'check')).code).toBe(0)
  expect((await run(cwd, 'review', 'list')).stdout).toBe('')
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  write(cwd, PATH, read(cwd, PATH).replace('Restart', 'Replace'))
  commitAs(ANNA, cwd)
  expect(codes((await gate(cwd)).found)).toEqual(['stale', 'stale'])
})

test('two commands in one commit replay one on the other, in whichever order they are found', async () => {
  const cwd = approved()
  await run(cwd, 'taxonomy', 'mv', 'category', 'drops', 'outages')
  await run(cwd, 'mv', ID, 'cases/far/')
  write(cwd, `cases/far/${ID}-a.md`, read(cwd, `cases/far/${ID}-a.md`))
  await run(cwd, 'taxonomy', 'mv', 'category', 'outages', 'gaps')
  commitAs(ANNA, cwd)
  expect(carries(cwd)).toHaveLength(2)
  expect(await gate(cwd)).toEqual({ code: 0, found: [] })
})

test('mv carries over where a link in the text changes, and needs nothing where none does', async () => {
  const cwd = approved()
  await run(cwd, 'mv', ID, `cases/${ID}-b.md`)
  expect(carries(cwd)).toEqual([])
  gitAs(ANNA, cwd, 'reset', '--quiet', '--hard')
  gitAs(ANNA, cwd, 'clean', '--quiet', '-fd')
  const linked = approved(POLICY, { [PATH]: text(ID, '', '[other](b.md)'), 'cases/b.md': text(OTHER) })
  await run(linked, 'mv', ID, 'cases/far/')
  commitAs(MAX, linked)
  expect(read(linked, `cases/far/${ID}-a.md`)).toContain('[other](../b.md)')
  expect(carries(linked)).toHaveLength(1)
  expect(codes((await gate(linked)).found)).toEqual([])
})

test('supersede carries the successor over; merge carries others over, never the case that takes more in', async () => {
  const others = { 'cases/b.md': text(OTHER, `related: [${ID}]\n`) }
  const cwd = approved(POLICY, { ...others, [PATH]: text(ID, `related: [${OTHER}]\n`) })
  await run(cwd, 'supersede', OTHER, ID)
  commitAs(MAX, cwd)
  expect(carries(cwd)).toHaveLength(1)
  expect(await gate(cwd)).toEqual({ code: 0, found: [] })
  const merged = approved(POLICY, { ...others, [PATH]: text(ID, `related: [${OTHER}]\n`) })
  await run(merged, 'merge', ID, OTHER)
  expect(carries(merged)).toEqual([])
  const third = approved(POLICY, {
    [PATH]: text(ID, `related: [${OTHER}]\n`),
    'cases/b.md': text(OTHER, `related: [${ID}]\n`),
    'cases/c.md': text('CASE-9F3KQ'),
  })
  await run(third, 'merge', 'CASE-9F3KQ', OTHER)
  expect(read(third, PATH)).toContain('related: [CASE-9F3KQ]')
  expect(carries(third)).toHaveLength(1)
  commitAs(MAX, third)
  expect((await gate(third)).found.filter(({ path }) => path === PATH)).toEqual([])
})

test('lint --fix carries over what the settings of the base mend, and nothing that the pull request sets', async () => {
  const related = { 'cases/b.md': text(OTHER, `related: [${ID}]\n`) }
  const cwd = approved(POLICY, related)
  await run(cwd, 'lint', '--fix')
  expect(read(cwd, PATH)).toContain(`related: [${OTHER}]`)
  commitAs(TIM, cwd)
  expect(carries(cwd)).toHaveLength(1)
  expect((await gate(cwd)).found.filter(({ path }) => path === PATH)).toEqual([])
  const bent = approved()
  write(bent, 'casectl.config.yml', `${POLICY}terms:\n  - { use: Throw away, avoid: [Restart] }\n`)
  await run(bent, 'lint', '--fix')
  expect(read(bent, PATH)).toContain('Throw away the router.')
  commitAs(ANNA, bent)
  const { found } = await gate(bent)
  expect(codes(found)).toEqual(['stale', 'stale', 'carry-other-to'])
})

test('what was accepted before review began stays so through a command', async () => {
  const cwd = library('')
  write(cwd, 'taxonomy.yml', TAXONOMY)
  write(cwd, PATH, text(ID))
  const adopted = commitAs(ANNA, cwd)
  write(cwd, 'casectl.config.yml', `${POLICY}  adopted: ${adopted}\n`)
  commitAs(ANNA, cwd)
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  await run(cwd, 'taxonomy', 'mv', 'category', 'drops', 'outages')
  commitAs(ANNA, cwd)
  expect(await gate(cwd)).toMatchObject({ code: 0, found: [{ code: 'accepted-before' }] })
  expect((await run(cwd, 'review', 'list')).stdout).toBe('')
})

/** A carry-over from the case as it was approved to what stands in its file. */
function forge(cwd: string, other: Readonly<Record<string, string>> = {}, id = ID): string {
  const fields = {
    case: ID,
    command: 'taxonomy mv',
    arguments: '{ facet: category, term: drops, new-id: outages }',
    day: '2026-11-22',
    from: digest(text(ID)),
    to: digest(read(cwd, PATH)),
    ...other,
  }
  const path = `reviews/${id}/carry-2026-11-22-0000000000.yml`
  write(
    cwd,
    path,
    Object.entries(fields)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(''),
  )
  return path
}

test.each([
  ['a command that makes another text', {}, ['stale', 'stale', 'carry-other-to']],
  [
    'a term that is not there',
    { arguments: '{ facet: category, term: x, new-id: y }' },
    ['stale', 'stale', 'carry-fails'],
  ],
  ['arguments that are missing', { arguments: '{}' }, ['stale', 'stale', 'carry-fails']],
  [
    'a command that changes nothing',
    { command: 'lint --fix', arguments: '{}' },
    ['stale', 'stale', 'carry-other-to'],
  ],
  ['the text of another case before', { from: digest(text(OTHER)) }, ['stale', 'stale', 'carry-other-from']],
  ['a command that there is none of', { command: 'sed' }, ['stale', 'stale', 'choice']],
  ['another day', { day: '2026-11-23' }, ['stale', 'stale', 'carry-file-name', 'carry-other-to']],
  ['another case', { case: OTHER }, ['stale', 'stale', 'carry-other-from', 'other-case']],
])('forged: %s', async (_, other, expected) => {
  const cwd = approved()
  write(cwd, PATH, text(ID, '', 'Throw the router away.'))
  const path = forge(cwd, other)
  commitAs(MAX, cwd)
  const { code, found } = await gate(cwd)
  expect(code).toBe(1)
  expect(codes(found).sort()).toEqual([...expected].sort())
  expect(found.filter(each => each.path === path).length).toBeGreaterThan(0)
})

test('forged: so many commands in one commit that replaying them would take for ever', async () => {
  const cwd = approved()
  write(cwd, PATH, text(ID, '', 'Throw the router away.'))
  const path = forge(cwd)
  for (let i = 0; i < 60; i++) {
    const name = path.replace('0000000000', String(i).padStart(10, '1'))
    write(cwd, name, read(cwd, path).replace('new-id: outages', `new-id: outages-${i}`))
  }
  commitAs(MAX, cwd)
  const { found } = await gate(cwd)
  expect(new Set(codes(found))).toEqual(new Set(['stale', 'carry-fails']))
  expect(found.at(-1)?.message).toContain('more than 50 commands')
})

test('forged: merge as a carry-over of the case that takes more in', async () => {
  const cwd = approved(POLICY, { 'cases/b.md': text(OTHER, 'tags: [more]\n') })
  await run(cwd, 'merge', ID, OTHER)
  write(cwd, PATH, read(cwd, PATH).replace('in-review', 'published'))
  forge(cwd, { command: 'merge', arguments: `{ into: ${ID}, from: ${OTHER} }` })
  commitAs(MAX, cwd)
  expect(codes((await gate(cwd)).found)).toEqual(['stale', 'stale', 'carry-meaning'])
})

test('forged: committed after the change that it is about, edited later, or removed', async () => {
  const cwd = approved()
  await run(cwd, 'taxonomy', 'mv', 'category', 'drops', 'outages')
  const [path = ''] = carries(cwd)
  const record = read(cwd, path)
  rmSync(join(cwd, path))
  commitAs(MAX, cwd)
  expect(codes((await gate(cwd)).found)).toEqual(['stale', 'stale'])
  write(cwd, path, record)
  commitAs(MAX, cwd)
  expect(codes((await gate(cwd)).found)).toEqual(['stale', 'stale', 'carry-other-from'])
  const whole = approved()
  await run(whole, 'taxonomy', 'mv', 'category', 'drops', 'outages')
  commitAs(MAX, whole)
  gitAs(ANNA, whole, 'branch', '-f', 'main', 'work')
  const [kept = ''] = carries(whole)
  write(whole, PATH, read(whole, PATH).replace('Restart', 'Replace'))
  write(whole, kept, read(whole, kept).replace(/^to: .*/m, `to: ${digest(read(whole, PATH))}`))
  commitAs(MAX, whole)
  expect(codes((await gate(whole)).found)).toContain('record-edited')
  rmSync(join(whole, kept))
  commitAs(MAX, whole)
  expect(codes((await gate(whole)).found)).toEqual(['stale', 'stale', 'record-edited', 'record-removed'])
})

test('a return carries over as well, and nothing is written where nobody reviewed the text', async () => {
  const cwd = approved()
  const { path, text: record } = reviewOf(
    cwd,
    SUE,
    'sensitivity',
    { verdict: 'return', comment: 'No.' },
    PATH,
  )
  write(cwd, path, record)
  commitAs(SUE, cwd)
  await run(cwd, 'taxonomy', 'mv', 'category', 'drops', 'outages')
  commitAs(MAX, cwd)
  expect(codes((await gate(cwd)).found)).toEqual(['returned'])
  const stale = approved()
  write(stale, PATH, text(ID, '', 'Other.'))
  commitAs(ANNA, stale)
  await run(stale, 'taxonomy', 'mv', 'category', 'drops', 'outages', '--dry-run')
  await run(stale, 'taxonomy', 'mv', 'category', 'drops', 'outages')
  expect(carries(stale)).toEqual([])
  const none = library('')
  write(none, 'taxonomy.yml', TAXONOMY)
  write(none, PATH, text(ID))
  await run(none, 'taxonomy', 'mv', 'category', 'drops', 'outages')
  expect(carries(none)).toEqual([])
})
