import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { commit, GIT_ENV, git, write } from './repository.js'
import { type CliOptions, cli } from './run-cli.js'
import { folderWith, temporaryFolder } from './temporary.js'

const SETTINGS = { 'casectl.config.yml': '', 'taxonomy.yml': readFileSync('taxonomy.yml', 'utf8') }

/** A case with a finding, `template-text`, and one without. */
const bad = (id: string): string => exampleCase({ id }, exampleBody('Use channel 36.', `TODO ${id}`))
const good = (id: string): string => exampleCase({ id, title: `"Router ${id} drops 5 GHz at night"` })

/** The paths of the findings of one rule. */
async function found(
  args: readonly string[],
  options: CliOptions,
  rule = 'template-text',
): Promise<readonly string[] | string> {
  const { code, stdout, stderr } = await cli(['lint', '--json', ...args], { env: GIT_ENV, ...options })
  if (code === 2) return stderr
  const { diagnostics } = JSON.parse(stdout)
  return diagnostics
    .filter((each: { rule: string }) => each.rule === rule)
    .map((each: { path: string }) => each.path)
}

/** A repository with a faulty case on main, and a branch `work`. */
function branched(folder = ''): string {
  const at = (path: string): string => join(folder, path)
  const files = {
    ...SETTINGS,
    'cases/CASE-00001.md': bad('CASE-00001'),
    'cases/CASE-00002.md': bad('CASE-00002'),
  }
  const cwd = folderWith(Object.fromEntries(Object.entries(files).map(([path, text]) => [at(path), text])))
  commit(cwd)
  git(cwd, 'checkout', '--quiet', '-b', 'work')
  return cwd
}

test('--since reports what is committed, staged, changed or not yet in git, and nothing else', async () => {
  const cwd = branched()
  write(cwd, 'cases/CASE-00003.md', bad('CASE-00003'))
  commit(cwd)
  write(cwd, 'cases/CASE-00004.md', bad('CASE-00004'))
  git(cwd, 'add', '--all')
  write(cwd, 'cases/CASE-00002.md', bad('CASE-00002').replace('Devices reconnect', 'All devices reconnect'))
  write(cwd, 'cases/新案例 CASE-00005.md', bad('CASE-00005'))
  const changed = [2, 3, 4].map(n => `cases/CASE-0000${n}.md`)
  expect(await found(['--since', 'main'], { cwd })).toEqual([...changed, 'cases/新案例 CASE-00005.md'])
  expect(await found(['--since', 'main', 'cases/CASE-00003.md'], { cwd })).toEqual(['cases/CASE-00003.md'])
})

test('what main did meanwhile is not this branch’s', async () => {
  const cwd = branched()
  write(cwd, 'cases/CASE-00003.md', bad('CASE-00003'))
  commit(cwd)
  git(cwd, 'checkout', '--quiet', 'main')
  write(cwd, 'cases/CASE-00001.md', good('CASE-00001'))
  commit(cwd)
  git(cwd, 'checkout', '--quiet', 'work')
  expect(await found(['--since', 'main'], { cwd })).toEqual(['cases/CASE-00003.md'])
})

test('names with quotes, line breaks, tabs and Chinese in a library below the top come right, renamed ones too', async () => {
  const cwd = branched('知识 库')
  const names = ['夜间断线.md', '"quoted" \'name\'.md', 'tab\there.md', 'é (ü).md', '-dash.md']
  for (const [i, name] of names.entries()) {
    const id = `CASE-1000${i}`
    write(cwd, `知识 库/cases/${id} ${name}`, bad(id))
  }
  commit(cwd)
  renameSync(join(cwd, '知识 库/cases/CASE-00001.md'), join(cwd, '知识 库/cases/CASE-00001-路由器.md'))
  write(cwd, 'outside.md', 'TODO')
  const paths = await found(['--since', 'main'], { cwd: join(cwd, '知识 库') })
  expect(paths).toEqual(
    ['cases/CASE-00001-路由器.md', ...names.map((name, i) => `cases/CASE-1000${i} ${name}`)].sort(),
  )
})

test('library rules see everything and report on what has changed', async () => {
  const cwd = branched()
  write(cwd, 'cases/CASE-00003.md', bad('CASE-00001'))
  expect(await found(['--since', 'main'], { cwd }, 'id-unique')).toEqual(['cases/CASE-00003.md'])
})

test('--since with nothing changed judges nothing, and does not fall back to everything', async () => {
  const cwd = branched()
  expect(await cli(['lint', '--since', 'main'], { cwd, env: GIT_ENV })).toMatchObject({
    code: 0,
    stdout: 'Cases checked: 0. No findings.\n',
  })
})

test('outside git, for an unknown revision and for one that shares nothing, the run fails with a reason', async () => {
  expect(await found(['--since', 'main'], { cwd: folderWith(SETTINGS) })).toContain('is in no git repository')
  const cwd = branched()
  for (const revision of ['nowhere', '--output=/tmp/x', 'HEAD:cases']) {
    expect(await found([`--since=${revision}`], { cwd })).toContain(`has no revision "${revision}"`)
  }
  git(cwd, 'checkout', '--quiet', '--orphan', 'alone')
  // Another message: within one second the same commit would come out.
  commit(cwd, 'alone')
  expect(await found(['--since', 'main'], { cwd })).toContain('have no history in common')
})

/** 300 commits on main, then a branch of 8 that adds, renames and mends cases with Chinese names. */
function longHistory(): string {
  const cwd = folderWith(SETTINGS)
  commit(cwd)
  const blob = (path: string, text: string): string =>
    `M 100644 inline ${JSON.stringify(path)}\ndata ${Buffer.byteLength(text)}\n${text}\n`
  const step = (ref: string, n: number, files: string): string =>
    `commit refs/heads/${ref}\ncommitter T <t@example.com> ${1_700_000_000 + n} +0000\ndata 1\n.\n${files}\n`
  let stream = `reset refs/heads/main\nfrom ${git(cwd, 'rev-parse', 'HEAD')}\n`
  const id = (n: number): string => `CASE-${String(n).padStart(5, '0')}`
  for (let n = 0; n < 300; n++)
    stream += step('main', n, blob(`cases/${id(n % 40)}-案例.md`, bad(id(n % 40))))
  stream += 'reset refs/heads/work\nfrom refs/heads/main\n\n'
  for (let n = 40; n < 44; n++) stream += step('work', n, blob(`cases/${id(n)}-夜间断线.md`, bad(id(n))))
  for (let n = 0; n < 4; n++) {
    stream += step('work', n, `R "cases/${id(n)}-案例.md" "archive/路由器/${id(n)}-改名.md"\n`)
  }
  execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd, input: stream, env: GIT_ENV })
  git(cwd, 'checkout', '--quiet', '--force', 'work')
  return cwd
}

test('a full clone, a deep and a shallow one find the same or say that they cannot', async () => {
  const origin = longHistory()
  const clone = (...args: readonly string[]): string => {
    const cwd = join(temporaryFolder(), 'clone')
    git(origin, 'clone', '--quiet', '--branch', 'work', ...args, `file://${origin}`, cwd)
    return cwd
  }
  const expected = await found(['--since', 'main'], { cwd: origin })
  expect(expected).toHaveLength(8)
  // There is only origin/main in a clone.
  expect(await found(['--since', 'main'], { cwd: clone() })).toEqual(expected)
  const deep = clone('--depth', '20', '--no-single-branch')
  expect(await found(['--since', 'main'], { cwd: deep })).toEqual(expected)
  const shallow = clone('--depth', '1', '--no-single-branch')
  const message = await found(['--since', 'main'], { cwd: shallow })
  expect(message).toContain('This clone is shallow')
  expect(message).toContain('git fetch --unshallow')
  expect(await found(['--since', 'main'], { cwd: clone('--depth', '1') })).toContain('has no revision "main"')
  git(shallow, 'fetch', '--quiet', '--unshallow')
  expect(await found(['--since', 'main'], { cwd: shallow })).toEqual(expected)
})

test('--staged judges what is staged, not what stands in the working tree', async () => {
  const cwd = branched()
  write(cwd, 'cases/CASE-00003.md', bad('CASE-00003'))
  write(cwd, 'cases/CASE-00004.md', good('CASE-00004'))
  git(cwd, 'add', '--all')
  write(cwd, 'cases/CASE-00003.md', good('CASE-00003'))
  write(cwd, 'cases/CASE-00004.md', bad('CASE-00004'))
  write(cwd, 'cases/CASE-00005.md', bad('CASE-00005'))
  write(cwd, 'casectl.config.yml', 'nonsense: [')
  const before = readFileSync(join(cwd, '.git/index'))
  expect(await found(['--staged'], { cwd })).toEqual(['cases/CASE-00003.md'])
  expect(readFileSync(join(cwd, '.git/index')).equals(before)).toBe(true)
})

test('--staged works before the first commit, below the top, and with the index of `git commit -a`', async () => {
  const cwd = folderWith({ 'lib/casectl.config.yml': '', 'lib/taxonomy.yml': SETTINGS['taxonomy.yml'] })
  git(cwd, 'init', '--quiet')
  write(cwd, 'lib/cases/CASE-00001.md', bad('CASE-00001'))
  git(cwd, 'add', '--all')
  expect(await found(['--staged'], { cwd: join(cwd, 'lib') })).toEqual(['cases/CASE-00001.md'])
  commit(cwd)
  cpSync(join(cwd, '.git/index'), join(cwd, '.git/next-index'))
  write(
    cwd,
    'lib/cases/CASE-00001.md',
    bad('CASE-00001').replace('Devices reconnect', 'All devices reconnect'),
  )
  git(cwd, 'add', '--all')
  expect(await found(['--staged'], { cwd: join(cwd, 'lib') })).toEqual(['cases/CASE-00001.md'])
  const env = { ...GIT_ENV, GIT_INDEX_FILE: '.git/next-index' }
  expect(await found(['--staged'], { cwd: join(cwd, 'lib'), env })).toEqual([])
})

test('a library whose configuration is not staged is none yet', async () => {
  const cwd = folderWith({ ...SETTINGS, 'cases/CASE-00001.md': bad('CASE-00001') })
  git(cwd, 'init', '--quiet')
  git(cwd, 'add', 'cases')
  expect(await found(['--staged'], { cwd })).toContain('casectl.config.yml is not staged')
})

test('--files-from takes lines or NULs, from a file or stdin; other files are passed over', async () => {
  const cwd = branched()
  const one = ['cases/CASE-00001.md']
  expect(await found(['--files-from', '-'], { cwd, stdin: 'cases/CASE-00001.md\nREADME.md\n' })).toEqual(one)
  expect(await found(['--files-from', '-'], { cwd, stdin: 'cases/CASE-00001.md\r\n' })).toEqual(one)
  expect(await found(['--files-from', '-'], { cwd, stdin: 'gone.md\0cases/CASE-00001.md\0' })).toEqual(one)
  write(cwd, 'list', 'CASE-00001.md\n')
  expect(await found(['--files-from', '../list'], { cwd: join(cwd, 'cases') })).toEqual(one)
  expect(await found(['--files-from', '-'], { cwd, stdin: '' })).toEqual([])
  expect(await found(['--files-from', '-'], { cwd, stdin: 'cases\0' })).toHaveLength(2)
  expect(await found(['--files-from', 'nowhere'], { cwd })).toContain('nowhere')
})

test('a case on stdin is judged in the place of its file, among all the others', async () => {
  const cwd = branched()
  const typed = (path: string, stdin: string, rule?: string) =>
    found(['-', '--stdin-filename', path], { cwd, stdin }, rule)
  expect(await typed('cases/CASE-00001.md', good('CASE-00001'))).toEqual([])
  expect(await typed('cases/new/CASE-00009.md', bad('CASE-00009'))).toEqual(['cases/new/CASE-00009.md'])
  expect(await typed('cases/CASE-00001.md', good('CASE-00002'), 'id-unique')).toEqual(['cases/CASE-00001.md'])
  expect(await typed('README.md', good('CASE-00002'))).toContain('README.md holds no case')
})

test.each([
  [['-'], '--stdin-filename'],
  [['--stdin-filename', 'cases/a.md'], '--stdin-filename'],
  [['-', '--stdin-filename', 'cases/a.md', '--staged'], '--staged'],
  [['-', '--stdin-filename', 'cases/a.md', '--fix'], '--fix'],
  [['--staged', '--fix'], '--fix'],
  [['--staged', '--since', 'main'], '--since'],
  [['--update-baseline'], '--baseline'],
  [['--allow-growth'], '--update-baseline'],
])('%j is refused and names %s', async (args, option) => {
  const { code, stderr } = await cli(['lint', ...args], { cwd: folderWith(SETTINGS) })
  expect(code).toBe(2)
  expect(stderr).toContain(option)
})

test('--commits finds personal data in what a branch says, names commit and type, and repeats nothing', async () => {
  const cwd = branched()
  commit(cwd, 'Call the customer\n\nTel. 13812345678, ask for the router.\n')
  commit(cwd, 'Plain\n\nSigned-off-by: Ann Lee <ann.lee@corp-mail.com>\n')
  const { code, stdout, stderr } = await cli(['lint', '--since', 'main', '--commits', 'main..'], {
    cwd,
    env: GIT_ENV,
  })
  expect(code).toBe(1)
  expect(stdout).toBe('Cases checked: 0. No findings.\n')
  const [first, ...steps] = stderr.split('\n')
  expect(first).toBe(
    `${git(cwd, 'rev-parse', 'HEAD~1').slice(0, 12)}  The commit message holds personal data: mobile number, line 3.  personal-data`,
  )
  expect(steps.join('\n')).toContain('git filter-repo --message-callback')
  expect(stderr).not.toContain('1381234')
  expect((await cli(['lint', '--since', 'main', '--commits', 'HEAD~1..'], { cwd, env: GIT_ENV })).code).toBe(
    0,
  )
})

test('an output goes through no link, into no .git, and never half written', async () => {
  const cwd = branched()
  const outside = temporaryFolder()
  write(outside, 'target', 'untouched')
  symlinkSync(join(outside, 'target'), join(cwd, 'link.json'))
  symlinkSync(outside, join(cwd, 'folder'))
  mkdirSync(join(cwd, 'taken'))
  for (const file of ['link.json', 'folder/new.json', '.git/hooks/pre-commit', 'taken']) {
    const { code, stderr } = await cli(['lint', '--json', '--output', file], { cwd })
    expect({ file, code }).toEqual({ file, code: 2 })
    expect(stderr).toContain('not written')
  }
  expect(readFileSync(join(outside, 'target'), 'utf8')).toBe('untouched')
  expect((await cli(['lint', '--json', '--output', join(outside, 'out.json')], { cwd })).stdout).toBe('')
  expect(JSON.parse(readFileSync(join(outside, 'out.json'), 'utf8'))).toMatchObject({
    command: 'lint',
    files: 2,
  })
  rmSync(join(outside, 'out.json'))
})
