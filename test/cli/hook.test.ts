import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commit, GIT_ENV, git, write } from './repository.js'
import { type CliResult, cli } from './run-cli.js'
import { folderWith, temporaryFolder } from './temporary.js'

const HOOK = '.git/hooks/pre-commit'

function repository(files: Readonly<Record<string, string>> = { 'casectl.config.yml': '' }): string {
  const cwd = folderWith(files)
  commit(cwd)
  return cwd
}

const hook = (cwd: string, action: string, ...args: readonly string[]): Promise<CliResult> =>
  cli(['hook', action, ...args], { cwd, env: GIT_ENV })

/** A casectl that notes how it is called, and ends with a code. */
function fakeCasectl(code: number): { folder: string; calls: () => string } {
  const folder = temporaryFolder()
  write(folder, 'casectl', `#!/bin/sh\necho "$PWD: $*" >> '${folder}/calls'\nexit ${code}\n`)
  chmodSync(join(folder, 'casectl'), 0o755)
  return { folder, calls: () => readFileSync(join(folder, 'calls'), 'utf8') }
}

/** Commits with the hook; true when git made the commit. */
function commits(cwd: string, path: string): boolean {
  git(cwd, 'add', '--all')
  const env = { ...GIT_ENV, PATH: path }
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  return spawnSync('git', [...who, 'commit', '-qm', 'x'], { cwd, env }).status === 0
}

test('the hook lints what is staged in the folder of the library, and stops a commit with errors', async () => {
  const cwd = repository({ "we're 知识/casectl.config.yml": '' })
  const library = join(cwd, "we're 知识")
  expect(await hook(library, 'install')).toMatchObject({ code: 0 })
  expect(statSync(join(cwd, HOOK)).mode & 0o111).toBe(0o111)
  const [good, bad] = [fakeCasectl(0), fakeCasectl(1)]
  write(cwd, 'a', '1')
  expect(commits(cwd, `${bad.folder}:${GIT_ENV.PATH}`)).toBe(false)
  expect(commits(cwd, `${good.folder}:${GIT_ENV.PATH}`)).toBe(true)
  expect(good.calls()).toBe(`${library}: lint --staged\n`)
})

test('without casectl a commit is stopped with a word, not let through', async () => {
  const cwd = repository()
  await hook(cwd, 'install')
  write(cwd, 'a', '1')
  const tools = temporaryFolder()
  symlinkSync(execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim(), join(tools, 'git'))
  expect(commits(cwd, `${tools}:/usr/bin:/bin`)).toBe(false)
  const { stderr } = spawnSync('/bin/sh', [join(cwd, HOOK)], { cwd, env: { PATH: '' }, encoding: 'utf8' })
  expect(stderr).toContain('casectl is not installed')
})

test('installing twice changes nothing; uninstalling removes the hook, and no more', async () => {
  const cwd = repository()
  await hook(cwd, 'install')
  const text = readFileSync(join(cwd, HOOK), 'utf8')
  expect((await hook(cwd, 'install')).stderr).toContain('there already')
  expect(readFileSync(join(cwd, HOOK), 'utf8')).toBe(text)
  expect(await hook(cwd, 'uninstall')).toMatchObject({ code: 0 })
  expect(existsSync(join(cwd, HOOK))).toBe(false)
  expect(await hook(cwd, 'uninstall')).toMatchObject({ code: 0 })
})

test("another tool's hook is left as it is, and the line to add is printed", async () => {
  const cwd = repository()
  const theirs = '#!/bin/sh\necho theirs # casectl\n'
  write(cwd, HOOK, theirs)
  const { code, stderr } = await hook(cwd, 'install')
  expect(code).toBe(2)
  expect(stderr).toContain('Add this line to it: casectl lint --staged || exit 1')
  expect(await hook(cwd, 'uninstall')).toMatchObject({ code: 2 })
  expect(readFileSync(join(cwd, HOOK), 'utf8')).toBe(theirs)
})

test('core.hooksPath is followed inside the repository and refused beyond it', async () => {
  const cwd = repository()
  git(cwd, 'config', 'core.hooksPath', '.githooks')
  await hook(cwd, 'install')
  expect(existsSync(join(cwd, '.githooks/pre-commit'))).toBe(true)
  expect(existsSync(join(cwd, HOOK))).toBe(false)
  const shared = temporaryFolder()
  git(cwd, 'config', 'core.hooksPath', shared)
  const { code, stderr } = await hook(cwd, 'install')
  expect(code).toBe(2)
  expect(stderr).toContain('leads out of this repository')
  expect(existsSync(join(shared, 'pre-commit'))).toBe(false)
})

test('a work tree uses the hooks of its repository', async () => {
  const cwd = repository()
  const tree = join(temporaryFolder(), 'tree')
  git(cwd, 'worktree', 'add', '--quiet', '-b', 'other', tree)
  expect(await hook(tree, 'install')).toMatchObject({ code: 0 })
  expect(existsSync(join(cwd, HOOK))).toBe(true)
})

test('a link or a folder in the place of the hook is refused; so is a library outside git', async () => {
  const cwd = repository()
  const target = join(temporaryFolder(), 'target')
  mkdirSync(join(cwd, '.git/hooks'), { recursive: true })
  symlinkSync(target, join(cwd, HOOK))
  expect(await hook(cwd, 'install')).toMatchObject({ code: 2 })
  expect(existsSync(target)).toBe(false)
  const outside = folderWith({ 'casectl.config.yml': '' })
  expect((await hook(outside, 'install', '--lang', 'zh')).stderr).toContain('不在 git 仓库中')
})
