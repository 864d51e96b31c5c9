import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { installCopy, sampleCopy, temporaryFolder } from '../cli/temporary.js'
import { bundledFiles } from './bundled-files.js'

const BIN = resolve('bin/casectl.js')
const ENV = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' }

function casectl(args: readonly string[], cwd = process.cwd()) {
  return spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: 'utf8', env: ENV })
}

test.each(['list', 'search 停 --limit 50'])('a reader that goes away is no failure: %s', args => {
  const script = `'${process.execPath}' '${BIN}' ${args} --json --quiet | head -c 10; echo "\${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env: ENV })
  expect(stderr).toBe('')
  expect(stdout.endsWith('0\n')).toBe(true)
})

test('a long answer reaches a slow pipe whole', () => {
  const script = `'${process.execPath}' '${BIN}' show CASE-X29B4 --json | (sleep 1; cat)`
  const stdout = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env: ENV })
  expect(JSON.parse(stdout)).toMatchObject({ command: 'show' })
  const list = execFileSync(
    'bash',
    ['--norc', '-c', script.replace('show CASE-X29B4', 'search 停 --limit 50')],
    {
      encoding: 'utf8',
      env: ENV,
    },
  )
  expect(list.length).toBeGreaterThan(8000)
  expect(() => JSON.parse(list)).not.toThrow()
})

test.skipIf(process.platform !== 'linux').each(['list', 'search 停'])(
  'a full disk behind stdout is a failure: %s',
  args => {
    const script = `'${process.execPath}' '${BIN}' ${args} > /dev/full`
    expect(spawnSync('bash', ['--norc', '-c', script], { env: ENV }).status).toBe(2)
  },
)

test.skipIf(process.platform !== 'linux')(
  'an answer of search that fits half on a full disk is a failure',
  () => {
    casectl(['index'])
    const args = ['search', '停', '--limit', '50', '--json', '--explain']
    const search = `'${process.execPath}' '${BIN}' ${args.join(' ')}`
    const bash = (script: string) =>
      spawnSync('bash', ['--norc', '-c', script], { env: ENV, encoding: 'utf8' })
    const whole = bash(search).stdout
    // Half of it fits: bash counts in blocks of 1024 bytes, and the signal would end the process.
    const file = join(temporaryFolder(), 'answer')
    expect(bash(`trap '' XFSZ; ulimit -f 4; ${search} > '${file}'`).status).toBe(2)
    expect(whole.startsWith(readFileSync(file, 'utf8').slice(0, 4000))).toBe(true)
  },
)

test('search prints once what it begins in the quick way and ends in the whole program', () => {
  const help = casectl(['search', '--help'])
  expect(help.stdout.match(/^Usage:/gm)).toHaveLength(1)
  expect(help).toMatchObject({ status: 0, stderr: '' })
  const wrong = casectl(['search', '--bogus'])
  expect(wrong.stderr.match(/unknown option/g)).toHaveLength(1)
  expect(wrong).toMatchObject({ status: 2, stdout: '' })
  const cwd = sampleCopy()
  const built = casectl(['search', '停机', '--limit', '1'], cwd)
  expect(casectl(['search', '停机', '--limit', '1'], cwd)).toMatchObject({
    status: 0,
    stdout: built.stdout,
    stderr: built.stderr,
  })
})

test('nothing that a command does not need is loaded', () => {
  const bundled = bundledFiles()
  const loaded = (args: string): string =>
    spawnSync(
      'bash',
      ['-c', `NODE_DEBUG=esm,module '${process.execPath}' '${BIN}' ${args} 2>&1 >/dev/null`],
      {
        encoding: 'utf8',
        env: ENV,
        maxBuffer: 1 << 28,
      },
    ).stdout
  casectl(['index'])
  for (const output of [loaded('--help'), loaded('search 停机')]) {
    expect(output).not.toMatch(/node_modules\/(ajv|inquirer|@inquirer)\//)
    for (const [name, files] of bundled) {
      expect(
        files.filter(file => output.includes(file)),
        name,
      ).toEqual([])
    }
  }
  // The probe itself works: list does load YAML.
  expect(loaded('list')).toContain(bundled.get('yaml')?.[0])
})

test('search keeps its compiled code in the home of its user, and finds the same with it', () => {
  const home = temporaryFolder()
  const cwd = sampleCopy()
  casectl(['index'], cwd)
  const search = (env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [BIN, 'search', '停机', '--json'], {
      cwd,
      encoding: 'utf8',
      env: { ...ENV, HOME: home, ...env },
    })
  const plain = search({ NODE_DISABLE_COMPILE_CACHE: '1' })
  expect(plain.status).toBe(0)
  expect(readdirSync(home)).toEqual([])
  const first = search()
  expect(readdirSync(join(home, '.cache/casectl/code'))).toHaveLength(1)
  expect([first.stdout, search().stdout]).toEqual([plain.stdout, plain.stdout])
})

test('index keeps its compiled code once a change was indexed, and does the same with it', () => {
  const home = temporaryFolder()
  const cwd = sampleCopy()
  const index = (...args: string[]) =>
    spawnSync(process.execPath, [BIN, 'index', ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...ENV, HOME: home },
    })
  const [name = ''] = readdirSync(join(cwd, 'cases'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md'))
    .sort()
  const change = (): void => appendFileSync(join(cwd, 'cases', name), '\n补充。\n')
  const changed = { status: 0, stderr: expect.stringContaining('changed: 1') }
  expect(index('--full').status).toBe(0)
  expect(index()).toMatchObject({ status: 0, stderr: 'Nothing changed.\n' })
  expect(readdirSync(home)).toEqual([])
  change()
  expect(index()).toMatchObject(changed)
  expect(readdirSync(join(home, '.cache/casectl/code'))).toHaveLength(1)
  change()
  expect(index()).toMatchObject(changed)
  // What the quick way leaves out, and what it explains itself.
  appendFileSync(join(cwd, 'casectl.config.yml'), '\n# ours\n')
  expect(index()).toMatchObject({ status: 0, stderr: 'Nothing changed.\n' })
  expect(index('--check')).toMatchObject({ status: 0, stderr: '' })
  const wrong = index('--bogus')
  expect(wrong).toMatchObject({ status: 2, stdout: '' })
  expect(wrong.stderr.match(/unknown option/g)).toHaveLength(1)
  expect(index('--help').stdout.match(/^Usage: casectl index/gm)).toHaveLength(1)
})

test.skipIf(process.getuid?.() !== 0)(
  'a reader without write access searches all the same (as an unprivileged user)',
  () => {
    const cwd = sampleCopy()
    const install = installCopy()
    chmodSync(cwd, 0o755)
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(install, 'bin/casectl.js'), ...args], {
        cwd,
        encoding: 'utf8',
        env: { ...ENV, HOME: '/nonexistent' },
        uid: 65534,
        gid: 65534,
      })
    const found = run('search', '停机 E-1203', '--json')
    expect(found.stderr).toBe('')
    expect(JSON.parse(found.stdout).hits[0].id).toBe('CASE-X29B4')
    expect(readdirSync(cwd)).not.toContain('.casectl')
    expect(run('index').status).toBe(2)
  },
)

test('without git a command says so, and doctor tells the rest', () => {
  const cwd = sampleCopy()
  execFileSync('git', ['init', '--quiet'], { cwd })
  const without = (...args: string[]) =>
    spawnSync(process.execPath, [BIN, ...args], {
      cwd,
      encoding: 'utf8',
      env: { PATH: '/nonexistent', LANG: 'en' },
    })
  const missing = 'error: git cannot be started.\n→ Install git, or put it on the PATH.\n'
  for (const args of [['lint', '--since', 'main'], ['audit'], ['history', 'CASE-X29B4'], ['hook', 'install']])
    expect(without(...args)).toMatchObject({ status: 2, stderr: missing })
  const { status, stdout } = without('doctor')
  expect([status, stdout]).toEqual([1, expect.stringMatching(/✗ git +git cannot be started\.[\s\S]*· index/)])
  expect(without('search', 'E-1203').status).toBe(0)
})

test('an expected failure never shows a stack trace', () => {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, 'casectl.config.yml'), 'kinds: [')
  for (const args of [
    ['lint'],
    ['search', 'x'],
    ['list'],
    ['show', 'CASE-AAAAA'],
    ['new', 'x'],
    ['taxonomy'],
    ['config', 'show'],
  ]) {
    const { status, stderr } = casectl(args, cwd)
    expect(status).toBe(2)
    expect(stderr).toContain('casectl.config.yml')
    expect(stderr).not.toMatch(/\n {4}at /)
  }
})
