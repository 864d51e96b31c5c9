import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Language } from '../../src/lib/message.js'
import { TUTORIAL_ROLES } from '../../src/tutorial/step.js'
import { TUTORIALS } from '../../src/tutorial/tutorials.js'
import { temporaryFolder } from '../cli/temporary.js'

// Each plays a dozen processes.
vi.setConfig({ testTimeout: 180_000 })

const BIN = resolve('bin/casectl.js')
const LANGUAGES: readonly Language[] = ['en', 'zh']

/** A machine of its own: a home, a folder for temporary ones, a place to stand. */
function machine() {
  const [home, tmp, cwd] = ['home', 'tmp', 'cwd'].map(name => join(temporaryFolder(), name)) as [
    string,
    string,
    string,
  ]
  for (const folder of [home, tmp, cwd]) mkdirSync(folder)
  const env: Record<string, string> = { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: tmp }
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [BIN, 'tutorial', ...args], { cwd, env, encoding: 'utf8' })
  return { home, tmp, cwd, env, run }
}

const both = TUTORIAL_ROLES.flatMap(role => LANGUAGES.map(language => [role, language] as const))

test.each(both)('without a terminal %s in %s runs whole and leaves nothing', (role, language) => {
  const { run, tmp, home, cwd } = machine()
  const { status, stdout, stderr } = run(role, '--lang', language)
  expect(stderr).not.toMatch(/\n {4}at /)
  expect(stdout.split('\n').filter(line => line.startsWith('# '))).toEqual(
    TUTORIALS[role].steps.map(({ why }, i) => `# ${i + 1}/${TUTORIALS[role].steps.length} ${why[language]}`),
  )
  expect(status).toBe(0)
  expect([readdirSync(tmp), readdirSync(home), readdirSync(cwd)]).toEqual([[], [], []])
})

test("neither the user's settings of git nor their library are read or changed; a named sandbox stays", () => {
  const { run, home, cwd, tmp } = machine()
  const settings = '[user]\n\tname = Nobody\n\temail = nobody@example.com\n[commit]\n\tgpgSign = true\n'
  writeFileSync(join(home, '.gitconfig'), settings)
  writeFileSync(join(cwd, 'casectl.config.yml'), 'kinds: [')
  const top = join(tmp, 'sandbox')
  const { status, stdout } = run('author', '--dir', top, '--json')
  expect(status).toBe(0)
  const { role, sandbox, ok, steps } = JSON.parse(stdout)
  expect({ role, sandbox, ok, lines: steps.length }).toEqual({
    role: 'author',
    sandbox: top,
    ok: true,
    lines: TUTORIALS.author.steps.length,
  })
  const log = ['log', '--all', '--format=%an']
  const authors = execFileSync('git', log, { cwd: join(top, 'author'), encoding: 'utf8' })
  expect([...new Set(authors.trim().split('\n'))].sort()).toEqual(['Anna Bell', 'Lin Yue'])
  expect(readFileSync(join(home, '.gitconfig'), 'utf8')).toBe(settings)
  expect([readdirSync(home), readdirSync(cwd)]).toEqual([['.gitconfig'], ['casectl.config.yml']])
  const again = run('author', '--dir', top)
  expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('--resume') })
})

test('a sandbox goes neither into a repository nor over what is there, and a role must be named', () => {
  const { run, cwd } = machine()
  writeFileSync(join(cwd, 'mine.txt'), 'mine')
  expect(run('agent', '--dir', '.')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('not empty'),
  })
  execFileSync('git', ['init', '--quiet'], { cwd })
  const inside = run('agent', '--dir', 'sandbox')
  expect(inside).toMatchObject({ status: 2, stderr: expect.stringContaining('lies in a git repository') })
  expect(readdirSync(cwd).sort()).toEqual(['.git', 'mine.txt'])
  expect(run()).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('agent, author, reviewer, owner'),
  })
  expect(run('--resume')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no sandbox to resume'),
  })
})

test('where git is missing it says so, and leaves nothing', () => {
  const { cwd, env, tmp } = machine()
  const args = [BIN, 'tutorial', 'agent']
  const result = spawnSync(process.execPath, args, { cwd, env: { ...env, PATH: cwd }, encoding: 'utf8' })
  expect(result).toMatchObject({ status: 2, stderr: expect.stringContaining('git cannot be started') })
  expect(readdirSync(tmp)).toEqual([])
})

test.each(LANGUAGES)('--list shows the roles and their steps in %s', language => {
  const { run } = machine()
  const { roles } = JSON.parse(run('--list', '--json', '--lang', language).stdout)
  expect(roles.map((each: { role: string }) => each.role)).toEqual([...TUTORIAL_ROLES])
  const text = run('--list', '--lang', language).stdout
  for (const role of TUTORIAL_ROLES)
    for (const { why } of TUTORIALS[role].steps) expect(text).toContain(why[language])
})

/** Types on a terminal: each answer when what it waits for has been printed since the last. */
async function typing(
  { cwd, env }: ReturnType<typeof machine>,
  args: string,
  answers: readonly (readonly [after: string | RegExp, typed: string])[],
): Promise<{ code: number | null; shown: string }> {
  const line = `'${process.execPath}' '${BIN}' tutorial ${args}`
  const child = spawn('script', ['-qec', line, '/dev/null'], { cwd, env: { ...env, TERM: 'xterm' } })
  const left = [...answers]
  let [shown, seen] = ['', 0]
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString('utf8')
    const [next] = left
    if (next === undefined || shown.slice(seen).match(next[0]) === null) return
    seen = shown.length
    left.shift()
    child.stdin.write(next[1])
  })
  const code = await new Promise<number | null>(done => child.on('close', done))
  return { code, shown }
}

const hasScript = spawnSync('script', ['--version']).status === 0 && process.platform === 'linux'
const ASK = /q: leave/

test.skipIf(!hasScript)(
  'on a terminal: Enter runs, a line of one’s own is held against the step, q leaves, --resume goes on',
  async () => {
    const place = machine()
    const { code, shown } = await typing(place, 'agent', [
      [ASK, 'casectl list --product pos-terminal\r'],
      [/✗ [\s\S]*q: leave/, 'ls /\r'],
      [/Only casectl and git[\s\S]*q: leave/, 'casectl search "water in the air" --limit 5\r'],
      [/✓ [\s\S]*q: leave/, '\r'],
      [/✓ [\s\S]*q: leave/, 'q\r'],
    ])
    expect(code).toBe(0)
    expect(shown).toContain('3/11')
    const [name = ''] = readdirSync(place.tmp)
    expect(shown).toContain(`casectl tutorial --resume --dir ${join(place.tmp, name)}`)
    expect(shown).toContain(`rm -rf ${join(place.tmp, name)}`)
    const rest = place.run('--resume')
    expect(rest.status).toBe(0)
    expect(rest.stdout).toMatch(/^# 3\/11/)
    expect(rest.stderr).toContain(name)
  },
)

test.skipIf(!hasScript)('on a terminal: the role is asked for, and Ctrl-C leaves as q does', async () => {
  const place = machine()
  const { code, shown } = await typing(place, '--lang zh', [
    [/以谁的身份开始/, '\r'],
    [/q：离开/, '\u0003'],
  ])
  expect(code).toBe(130)
  expect(shown).toContain('客服：检索、答复、反馈')
  expect(shown).toContain('继续：casectl tutorial --resume --dir')
})
