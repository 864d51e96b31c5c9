import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANNA, caseOf, commitAs, gitAs, library, PATH, review, SUE, TIM } from '../review/team.js'
import { write } from './repository.js'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const ROLES = `roles:
  technical:
    - { name: Tim Tech, email: tim@example.com, login: tim }
    - { name: Ada Air, email: ada@example.com, only: { product: [air] } }
    - { name: Old Olga, email: olga@example.com, until: 2026-01-31 }
  sensitivity:
    - { name: Sue Sense, email: sue@example.com, login: sue }
`
const TAXONOMY = `facets:
  product:
    labels: { en: Product }
    terms:
      - { id: air, labels: { en: Air } }
`
const CONFIG = 'languages: [en]\nreview:\n  required: { faq: [technical] }\n'
const files = (config = CONFIG, roles = ROLES): Record<string, string> => ({
  'casectl.config.yml': config,
  'roles.yml': roles,
  'taxonomy.yml': TAXONOMY,
})
const run = (cwd: string, ...args: string[]) => cli(['roles', 'sync', ...args], { cwd })

test('roles.yml stands in the place of review.roles: the gate counts by it', async () => {
  const cwd = library('review: { threshold: 3 }\n')
  write(
    cwd,
    'roles.yml',
    `roles:\n  technical: [{ email: tim@example.com }]\n  sensitivity: [{ email: sue@example.com }]\n`,
  )
  write(cwd, PATH, caseOf('in-review'))
  commitAs(ANNA, cwd)
  review(cwd, TIM, 'technical')
  expect((await cli(['review', 'publish', 'CASE-7F3KQ'], { cwd })).code).toBe(1)
  review(cwd, SUE, 'sensitivity')
  expect((await cli(['review', 'publish', 'CASE-7F3KQ'], { cwd })).code).toBe(0)
  const shown = await cli(['config', 'show', '--origin'], { cwd })
  expect(shown.stdout).toMatch(/roles\.yml:2 +review\.roles\.technical/)
})

test('roles in both files are refused with both places; so is a roles.yml that does not hold', async () => {
  const both = folderWith(files('review:\n  roles:\n    technical: [{ email: a@example.com }]\n'))
  const refused = await cli(['list'], { cwd: both })
  expect(refused.code).toBe(2)
  expect(refused.stderr).toMatch(/roles\.yml:1:1 .*line 2/)
  const broken = folderWith(files('', 'roles:\n  technical: [{ name: Nobody }]\n'))
  expect((await cli(['list'], { cwd: broken })).stderr).toMatch(/roles\.yml:2:\d+ .*email/)
})

test('sync writes both files once; --check tells what is out of date and writes nothing', async () => {
  const cwd = folderWith(files())
  const checked = await run(cwd, '--check')
  expect(checked.code).toBe(1)
  expect(checked.stdout).toContain('.github/CODEOWNERS: error:')
  expect(checked.stdout).toContain('docs/RACI.md: error:')
  expect(await run(cwd)).toMatchObject({ code: 0, stdout: '.github/CODEOWNERS\ndocs/RACI.md\n' })
  const owners = readFileSync(join(cwd, '.github/CODEOWNERS'), 'utf8')
  expect(owners).toContain('\n/cases/ @tim ada@example.com @sue\n')
  expect(owners).toContain('\n/roles.yml @tim @sue\n')
  expect(owners).toContain('#   technical: Ada Air reviews only product air')
  expect(owners).not.toContain('olga')
  const page = readFileSync(join(cwd, 'docs/RACI.md'), 'utf8')
  expect(page).toContain('| Review as technical | C | R, A | I |')
  expect(page).toContain('| technical | Ada Air | product air |  |')
  expect(page).toContain('| technical | Old Olga | every case | 2026-01-31 |')
  expect(await run(cwd, '--check')).toMatchObject({ code: 0, stdout: '' })
  write(cwd, 'roles.yml', ROLES.replace('login: tim', 'login: timothy'))
  const stale = await run(cwd, '--check', '--json')
  expect(stale.code).toBe(1)
  expect(JSON.parse(stale.stdout).files).toEqual([
    { path: '.github/CODEOWNERS', current: false },
    { path: 'docs/RACI.md', current: true },
  ])
})

test('for GitLab each role is a section, an optional one where some kinds do without', async () => {
  const cwd = folderWith(files(`forge: gitlab\n${CONFIG}`))
  expect((await run(cwd)).code).toBe(0)
  const owners = readFileSync(join(cwd, 'CODEOWNERS'), 'utf8')
  expect(owners).toContain('\n[technical]\n/cases/ @tim ada@example.com\n')
  expect(owners).toContain('\n^[sensitivity]\n/cases/ @sue\n')
})

test('what stands around the block keeps its bytes: line ends, a mark of byte order, no end of line', async () => {
  const cwd = folderWith(files())
  const around = '\ufeff# ours\r\n/docs/ @writers\r\n*.png   @art'
  write(cwd, 'CODEOWNERS', around)
  await run(cwd)
  const first = readFileSync(join(cwd, 'CODEOWNERS'), 'utf8')
  expect(first.endsWith('\r\n\r\n# ours\r\n/docs/ @writers\r\n*.png   @art')).toBe(true)
  expect(first.startsWith('\ufeff# casectl roles: written')).toBe(true)
  expect(first.replaceAll('\r\n', '')).not.toContain('\n')
  write(cwd, 'roles.yml', ROLES.replace('login: tim', 'login: timothy'))
  await run(cwd)
  const second = readFileSync(join(cwd, 'CODEOWNERS'), 'utf8')
  expect(second).toBe(first.replaceAll('@tim ', '@timothy '))
  write(cwd, 'CODEOWNERS', first.replace('# casectl roles: end', ''))
  const refused = await run(cwd)
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('do not belong together')
})

test('a library below the top of its repository: owners at the top, with the folder in every path', async () => {
  const cwd = folderWith(
    Object.fromEntries(Object.entries(files()).map(([path, text]) => [`kb 1/${path}`, text])),
  )
  gitAs(ANNA, cwd, 'init', '--quiet')
  expect((await run(join(cwd, 'kb 1'))).code).toBe(0)
  const owners = readFileSync(join(cwd, '.github/CODEOWNERS'), 'utf8')
  expect(owners).toContain('\n/kb\\ 1/cases/ @tim')
  rmSync(join(cwd, '.github'), { recursive: true })
  expect((await run(join(cwd, 'kb 1'), '--check')).code).toBe(1)
})

test('a role without people in the library, or a facet that nobody knows, is told', async () => {
  const none = folderWith({ 'casectl.config.yml': '' })
  expect((await run(none)).stderr).toContain('names no roles')
  const unknown = folderWith(files(CONFIG, ROLES.replace('[air]', '[water]')))
  expect((await run(unknown)).code).toBe(2)
})
