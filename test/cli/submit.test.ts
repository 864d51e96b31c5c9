import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANNA, caseOf, commitAs, gitAs, ID, PATH, TIM } from '../review/team.js'
import { write } from './repository.js'
import { as, cloneOf, type Served, SUBMIT_CONFIG, serveLibrary } from './submitting.js'

const BRANCH = `case/${ID}-router-drops`
const ref = (name: string): string => `refs/heads/${name}`

/** What git says of a repository, without the line break at its end. */
const ask = (cwd: string, ...args: string[]): string => gitAs(ANNA, cwd, ...args).trimEnd()

/** Files that a branch of the bare repository changes against main. */
const changed = ({ bare }: Served, branch = BRANCH): string[] =>
  ask(bare, 'diff', '--name-only', '--no-renames', `main...${branch}`)
    .split('\n')
    .filter(line => line !== '')

test('a draft is submitted from files that nobody committed, and the tree stays as it was', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  write(clone, PATH, caseOf('draft', 'Restart the router. ![light](img/light.png)'))
  write(clone, 'cases/img/light.png', 'not looked at')
  write(clone, 'cases/img/other.png', 'of no case')
  write(clone, 'notes.txt', 'mine')
  write(clone, 'staged.txt', 'staged')
  gitAs(ANNA, clone, 'add', 'staged.txt')
  const before = ask(clone, 'status', '--porcelain=v2', '--untracked-files=all')
  const result = await as(ANNA, clone, ['submit', ID, '--json'])
  expect(result.stderr).toBe('')
  expect(result.code).toBe(0)
  const [done] = JSON.parse(result.stdout).submitted
  expect(done).toMatchObject({ id: ID, branch: BRANCH, request: 'to-open', url: null, pushed: true })
  expect(changed(served)).toEqual([PATH, 'cases/img/light.png'])
  expect(ask(bare, 'show', `${BRANCH}:${PATH}`)).toBe(
    caseOf('in-review', 'Restart the router. ![light](img/light.png)').trimEnd(),
  )
  expect(ask(bare, 'log', '-1', '--format=%an %ae %s', BRANCH)).toBe(
    `Anna Author anna@example.com Submit ${ID}: Router drops`,
  )
  expect(ask(clone, 'status', '--porcelain=v2', '--untracked-files=all')).toBe(before)
  expect(readFileSync(join(clone, PATH), 'utf8')).toContain('status: draft')
  expect(existsSync(join(clone, '.git/casectl/submit'))).toBe(false)
  expect(existsSync(join(clone, '.git/casectl/submit.lock'))).toBe(false)
})

test('once more: nothing is done twice; changed: a commit is added, and nothing is forced', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  write(clone, PATH, caseOf('draft'))
  expect((await as(ANNA, clone, ['submit', ID])).code).toBe(0)
  const first = ask(bare, 'rev-parse', ref(BRANCH))
  const again = await as(ANNA, clone, ['submit', ID, '--json'])
  expect(JSON.parse(again.stdout).submitted[0]).toMatchObject({ commit: first, pushed: false })
  write(clone, PATH, caseOf('draft', 'Restart the modem.').replace('Router drops', 'Another title'))
  expect((await as(ANNA, clone, ['submit', ID])).code).toBe(0)
  expect(ask(bare, 'rev-parse', `${BRANCH}~1`)).toBe(first)
  expect(ask(bare, 'branch', '--list', 'case/*').trim()).toBe(BRANCH)
})

test('a review that somebody pushed to the branch stays; another text there is not written over', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  write(clone, PATH, caseOf('draft'))
  await as(ANNA, clone, ['submit', ID])
  const tims = cloneOf(served, 'tim', TIM)
  gitAs(TIM, tims, 'fetch', '--quiet')
  gitAs(TIM, tims, 'switch', '--quiet', BRANCH)
  write(tims, `reviews/${ID}/2026-11-28-technical-0000000000.yml`, 'a review\n')
  commitAs(TIM, tims, 'review')
  gitAs(TIM, tims, 'push', '--quiet')
  write(clone, PATH, caseOf('draft', 'Restart the modem.'))
  expect((await as(ANNA, clone, ['submit', ID])).code).toBe(0)
  expect(changed(served)).toEqual([PATH, `reviews/${ID}/2026-11-28-technical-0000000000.yml`])
  gitAs(TIM, tims, 'pull', '--quiet')
  write(tims, PATH, caseOf('in-review', 'Restart both.'))
  const theirs = commitAs(TIM, tims, 'words')
  gitAs(TIM, tims, 'push', '--quiet')
  write(clone, PATH, caseOf('draft', 'Restart nothing.'))
  const refused = await as(ANNA, clone, ['submit', ID])
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('says something else that this clone has not seen')
  expect(ask(bare, 'rev-parse', ref(BRANCH))).toBe(theirs)
})

test('--switch goes to the branch with whatever else is not committed, and from there the next text is submitted', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  write(clone, PATH, caseOf('draft'))
  write(clone, 'notes.txt', 'mine')
  const result = await as(ANNA, clone, ['submit', ID, '--switch'])
  expect(result.stderr).toContain(`You are on ${BRANCH} now.`)
  expect(ask(clone, 'status', '--porcelain=v1', '--branch')).toBe(
    `## ${BRANCH}...origin/${BRANCH}\n?? notes.txt`,
  )
  expect(readFileSync(join(clone, PATH), 'utf8')).toBe(caseOf('in-review'))
  write(clone, PATH, caseOf('in-review', 'Restart the modem.'))
  expect((await as(ANNA, clone, ['submit', ID])).code).toBe(0)
  expect(ask(clone, 'status', '--porcelain=v1', '--branch')).toBe(
    `## ${BRANCH}...origin/${BRANCH}\n?? notes.txt`,
  )
  expect(ask(bare, 'show', `${BRANCH}:${PATH}`)).toContain('Restart the modem.')
})

test('errors of lint stop it before anything is pushed; a case that the base has already is told', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  write(clone, PATH, caseOf('draft', 'See [the plan](nowhere.md).'))
  const stopped = await as(ANNA, clone, ['submit', ID])
  expect(stopped).toMatchObject({ code: 1 })
  expect(stopped.stdout).toContain('nowhere.md')
  expect(ask(bare, 'branch', '--list')).toBe('* main')
  expect(ask(clone, 'branch', '--list')).toBe('* main')
  write(clone, PATH, caseOf('published'))
  commitAs(ANNA, clone, 'accepted')
  gitAs(ANNA, clone, 'push', '--quiet', 'origin', 'HEAD:main')
  const same = await as(ANNA, clone, ['submit', ID])
  expect(same).toMatchObject({ code: 0, stdout: '' })
  expect(same.stderr).toContain('nothing to submit')
})

test('without ids every draft that differs from the base is listed, and somebody must agree', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  expect(await as(ANNA, clone, ['submit'])).toMatchObject({ code: 1 })
  write(clone, PATH, caseOf('draft'))
  write(clone, 'cases/CASE-8G4KR-b.md', caseOf('draft', 'Wait a minute.', 'CASE-8G4KR'))
  write(clone, 'cases/CASE-9H5KS-c.md', caseOf('in-review', 'Wait an hour.', 'CASE-9H5KS'))
  const asked = await as(ANNA, clone, ['submit'])
  expect(asked.code).toBe(2)
  expect(asked.stderr).toMatch(/CASE-7F3KQ[\s\S]*CASE-8G4KR/)
  expect(asked.stderr).not.toContain('CASE-9H5KS')
  expect((await as(ANNA, clone, ['submit', '--yes'])).code).toBe(0)
  expect(ask(bare, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/case').split('\n')).toEqual([
    BRANCH,
    'case/CASE-8G4KR-router-drops',
  ])
})

test('--dry-run shows branch, files and request, and asks no remote', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  write(clone, PATH, caseOf('draft'))
  gitAs(ANNA, clone, 'remote', 'set-head', 'origin', 'main')
  gitAs(ANNA, clone, 'remote', 'set-url', 'origin', 'http://127.0.0.1:1/acme/library.git')
  const planned = await as(ANNA, clone, ['submit', ID, '--dry-run'])
  expect(planned.code).toBe(0)
  expect(planned.stdout).toContain(`${ID}  ${BRANCH} → origin/main (other)`)
  expect(planned.stdout).toContain(`${ID}: Router drops`)
  expect(planned.stdout).toContain('- **technical**: @tim')
  expect(planned.stdout).toContain('- **sensitivity**: Sue Sense')
  expect(planned.stdout).toContain('There is no search index yet')
  expect(ask(clone, 'branch', '--list')).toBe('* main')
  expect(ask(bare, 'branch', '--list')).toBe('* main')
})

test('a case that was moved in the tree leaves its old place on the branch, and a merged branch is not reused', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  write(clone, PATH, caseOf('draft'))
  await as(ANNA, clone, ['submit', ID])
  gitAs(ANNA, bare, 'update-ref', 'refs/heads/main', ref(BRANCH))
  gitAs(ANNA, bare, 'branch', '-D', BRANCH)
  rmSync(join(clone, PATH))
  gitAs(ANNA, clone, 'pull', '--quiet')
  rmSync(join(clone, PATH))
  const moved = `cases/home/${ID}-a.md`
  write(clone, moved, caseOf('in-review', 'Restart the modem.'))
  expect((await as(ANNA, clone, ['submit', ID])).code).toBe(0)
  expect(changed(served, `${BRANCH}-2`)).toEqual([PATH, moved])
  expect(ask(bare, 'ls-tree', '-r', '--name-only', `${BRANCH}-2`).split('\n')).toContain(moved)
  expect(ask(bare, 'ls-tree', '-r', '--name-only', `${BRANCH}-2`).split('\n')).not.toContain(PATH)
})

test('a password in the address of a remote is printed nowhere', async () => {
  const served = await serveLibrary()
  const { clone } = served
  write(clone, PATH, caseOf('draft'))
  gitAs(ANNA, clone, 'remote', 'set-head', 'origin', 'main')
  gitAs(ANNA, clone, 'remote', 'set-url', 'origin', 'http://anna:s3cr3t-pass@127.0.0.1:1/acme/library.git')
  for (const args of [['--json'], [], ['--dry-run', '--json']]) {
    const { stdout, stderr } = await as(ANNA, clone, ['submit', ID, ...args])
    expect(`${stdout}${stderr}`).not.toContain('s3cr3t')
    expect(`${stdout}${stderr}`).toContain(args.includes('--dry-run') ? '***@' : 'git failed')
  }
})

test('a template of the library is used, one with an unknown place is refused', async () => {
  const served = await serveLibrary()
  const { clone } = served
  write(clone, PATH, caseOf('draft'))
  gitAs(ANNA, clone, 'remote', 'set-head', 'origin', 'main')
  write(clone, 'templates/request.en.md', 'Review {{id}}\n\n{{summary}} by {{kind}}\n')
  const own = await as(ANNA, clone, ['submit', ID, '--dry-run', '--json'])
  expect(JSON.parse(own.stdout).submitted[0]).toMatchObject({
    title: `Review ${ID}`,
    body: '> Restart the router. by case',
  })
  writeFileSync(join(clone, 'templates/request.en.md'), 'Review {{idd}}\n')
  const refused = await as(ANNA, clone, ['submit', ID, '--dry-run'])
  expect(refused).toMatchObject({ code: 2 })
  expect(refused.stderr).toContain('{{idd}}')
})

test('a clone that is behind: what the base has learnt meanwhile is merged, not written over', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  write(clone, PATH, caseOf('published', 'Restart the router.\n\nWait.\n\nWait.\n\nLook at the light.'))
  commitAs(ANNA, clone, 'accepted')
  gitAs(ANNA, clone, 'push', '--quiet', 'origin', 'HEAD:main')
  const left = ask(bare, 'rev-parse', 'main')
  const tims = cloneOf(served, 'tim', TIM)
  gitAs(TIM, tims, 'reset', '--quiet', '--hard', 'origin/main')
  const theirs = caseOf('published', 'Restart the modem.\n\nWait.\n\nWait.\n\nLook at the light.')
  write(tims, PATH, theirs)
  commitAs(TIM, tims, 'theirs')
  gitAs(TIM, tims, 'push', '--quiet', 'origin', 'HEAD:main')
  write(clone, PATH, caseOf('published', 'Restart the router.\n\nWait.\n\nWait.\n\nLook at the lamp.'))
  expect((await as(ANNA, clone, ['submit', ID])).code).toBe(0)
  expect(ask(bare, 'rev-parse', `${BRANCH}~1`)).toBe(left)
  gitAs(TIM, tims, 'fetch', '--quiet')
  gitAs(TIM, tims, 'merge', '--quiet', '--no-edit', `origin/${BRANCH}`)
  expect(readFileSync(join(tims, PATH), 'utf8')).toMatch(/in-review[\s\S]*the modem[\s\S]*the lamp/)
  // Merged, and the branch gone, while the clone still knows nothing of it: there is nothing to submit.
  gitAs(TIM, tims, 'push', '--quiet', 'origin', 'HEAD:main', `:${BRANCH}`)
  write(clone, PATH, readFileSync(join(tims, PATH), 'utf8'))
  const same = await as(ANNA, clone, ['submit', ID])
  expect(same.stderr).toContain('nothing to submit')
})

test('a linked working tree, a library below the top, two remotes, a branch that is checked out elsewhere', async () => {
  const served = await serveLibrary()
  const { clone, bare, folder } = served
  gitAs(ANNA, clone, 'remote', 'add', 'other', 'http://127.0.0.1:1/none.git')
  gitAs(ANNA, clone, 'worktree', 'add', '--quiet', '-b', 'linked', join(folder, 'linked'))
  const root = join(folder, 'linked/kb')
  write(root, 'casectl.config.yml', readFileSync(join(clone, 'casectl.config.yml'), 'utf8'))
  write(root, PATH, caseOf('draft'))
  expect((await as(ANNA, root, ['submit', ID])).code).toBe(0)
  expect(changed(served)).toEqual([`kb/${PATH}`])
  gitAs(ANNA, clone, 'worktree', 'add', '--quiet', join(folder, 'third'), BRANCH)
  write(root, PATH, caseOf('draft', 'Restart the modem.'))
  const refused = await as(ANNA, root, ['submit', ID])
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain(`checked out in ${join(folder, 'third')}`)
  const nowhere = await as(ANNA, root, ['submit', ID, '--remote', 'nowhere'])
  expect(nowhere.stderr).toContain('There is no remote "nowhere" (there are: origin, other).')
  const none = await as(ANNA, root, ['submit', ID, '--base', '--force'])
  expect(none.code).toBe(2)
  expect(ask(bare, 'branch', '--list').split('\n')).toHaveLength(2)
})

test('line ends, an unusual mode and a filter: the commit is what git add would make', async () => {
  const { clone, bare } = await serveLibrary()
  write(clone, '.gitattributes', '*.md text eol=lf\n*.up filter=upper\n')
  gitAs(ANNA, clone, 'config', 'filter.upper.clean', 'tr a-z A-Z')
  write(clone, 'cases/run.sh', 'echo\n')
  chmodSync(join(clone, 'cases/run.sh'), 0o755)
  commitAs(ANNA, clone, 'attributes')
  gitAs(ANNA, clone, 'push', '--quiet', 'origin', 'HEAD:main')
  const words = 'See [a](a.up), [b](../outside.txt) and [c](run.sh).'
  write(clone, 'outside.txt', 'no attachment')
  write(clone, 'cases/a.up', 'small')
  write(clone, 'cases/run.sh', 'echo more\n')
  write(clone, PATH, caseOf('draft', words).replaceAll('\n', '\r\n'))
  expect(await as(ANNA, clone, ['submit', ID])).toMatchObject({ code: 0 })
  expect(`${ask(bare, 'show', `${BRANCH}:${PATH}`)}\n`).toBe(caseOf('in-review', words))
  expect(ask(bare, 'show', `${BRANCH}:cases/a.up`)).toBe('SMALL')
  expect(ask(bare, 'ls-tree', BRANCH, '--', 'cases/run.sh')).toMatch(/^100755 /)
  expect(ask(bare, 'ls-tree', '--name-only', BRANCH, '--', 'outside.txt')).toBe('')
})

test('a picture that is a link is not followed, and personal data in a case is named in no title', async () => {
  const { clone, bare } = await serveLibrary({
    config: `rules: { title-standard: off, required-sections: off, required-fields: off, personal-data: warning, links: off }\n`,
  })
  symlinkSync('/etc/hostname', join(clone, 'secret.txt'))
  write(clone, PATH, caseOf('draft', '![a](secret.png)').replaceAll('Router drops', 'Call 13812345678'))
  symlinkSync('/etc/hostname', join(clone, 'cases/secret.png'))
  expect((await as(ANNA, clone, ['submit', ID])).code).toBe(0)
  const [branch = ''] = ask(bare, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/case').split('\n')
  expect(branch).toBe(`case/${ID}`)
  expect(ask(bare, 'ls-tree', '-r', '--name-only', branch)).not.toContain('secret')
  expect(ask(bare, 'log', '-1', '--format=%B', branch)).toBe(`Submit ${ID}`)
  const planned = await as(ANNA, clone, ['submit', ID, '--dry-run', '--base', 'main', '--json'])
  const [{ title, body }] = JSON.parse(planned.stdout).submitted
  expect(`${title}${body}`).not.toContain('13812345678')
})

test('the request names the nearest cases as the index has them, also for a case that the index does not know', async () => {
  const served = await serveLibrary({ config: `related: { threshold: 0.3 }\n${SUBMIT_CONFIG}` })
  const { clone } = served
  const words = 'Restart the router when the light blinks red twice.'
  write(clone, 'cases/CASE-8G4KR-b.md', caseOf('published', words, 'CASE-8G4KR'))
  write(
    clone,
    'cases/CASE-9H5KS-c.md',
    caseOf('published', 'Print a page.', 'CASE-9H5KS').replaceAll('Router drops', 'Paper jam'),
  )
  expect((await as(ANNA, clone, ['index'])).code).toBe(0)
  write(clone, PATH, caseOf('draft', words))
  const planned = await as(ANNA, clone, ['submit', ID, '--dry-run', '--base', 'main', '--json'])
  const { body } = JSON.parse(planned.stdout).submitted[0]
  expect(body).toMatch(/- \*\*CASE-8G4KR\*\* Router drops \(\d\.\d\d, `cases\/CASE-8G4KR-b\.md`\)/)
  expect(body).not.toContain('CASE-9H5KS')
})

test('several at once wait for one another, and each has its branch', async () => {
  const served = await serveLibrary()
  const { clone, bare } = served
  const ids = ['CASE-8G4KR', 'CASE-9H5KS', 'CASE-AJ6KT']
  for (const id of ids) write(clone, `cases/${id}-x.md`, caseOf('draft', 'Wait a minute.', id))
  const results = await Promise.all(ids.map(id => as(ANNA, clone, ['submit', id])))
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0])
  expect(ask(bare, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/case').split('\n')).toEqual(
    ids.map(id => `case/${id}-router-drops`),
  )
})
