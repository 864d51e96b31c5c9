import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { commit, GIT_ENV, write } from '../cli/repository.js'
import { folderWith, temporaryFolder } from '../cli/temporary.js'
import { smallCase, TestLibrary } from '../workspace/indexed-library.js'

const BIN = resolve('bin/casectl.js')
const SETTINGS = { 'casectl.config.yml': '', 'taxonomy.yml': readFileSync('taxonomy.yml', 'utf8') }

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function run(cwd: string, args: readonly string[], env: Record<string, string> = {}, bin = BIN): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    input: 'cases/e.md\n',
    env: { ...GIT_ENV, LANG: 'en_US.UTF-8', ...env },
  })
  return { status, stdout, stderr }
}

/** A copy of what a plain lint is run from, for every user to read. */
function installed(): string {
  const folder = temporaryFolder()
  for (const name of ['bin', 'dist', 'package.json']) cpSync(name, join(folder, name), { recursive: true })
  chmodSync(folder, 0o755)
  return folder
}

/** The whole program: the bundle is taken where `lint` is the first word. */
function whole(cwd: string, args: readonly string[], env?: Record<string, string>): Ended {
  return run(cwd, ['--no-input', 'lint', ...args], env)
}

/** A repository whose two commits hold what plain reading, the whole parsers and git are needed for. */
function repository(settings: Record<string, string> = {}): string {
  const cwd = folderWith({
    ...SETTINGS,
    ...settings,
    '.gitattributes': '*.png filter=lfs\n',
    'cases/a.md': exampleCase({ id: 'CASE-00001' }, exampleBody('Use channel 36.', 'TODO ![x](b.png)')),
    'cases/b.png': 'version https://git-lfs.github.com/spec/v1\n',
    'cases/c.md': exampleCase({ id: 'CASE-00002' }, '\n\n<b>Rich</b> &copy; text [^1]\n\n[^1]: note\n'),
    'cases/d.md': '---\nid: &x CASE-00003\ntitle: *x\n---\n\n# x\n',
    'cases/e.md': '---\nid: [\n---\n',
  })
  commit(cwd, 'call 13812345678')
  write(cwd, 'cases/f.md', exampleCase({ id: 'CASE-00004' }, '\n\n电话 13812345678，见 [x](gone.md)\n'))
  commit(cwd, 'more: 13912345678')
  write(cwd, 'cases/g.md', exampleCase({ id: 'CASE-00005' }, exampleBody('Use it.', 'TODO')))
  return cwd
}

const OWN_SCHEMA = {
  'casectl.config.yml': 'schema: own.json\n',
  'own.json': '{"properties": {"title": {"pattern": "^(a|b)+$"}}}',
}

describe('lint out of its bundle answers as the whole program does', () => {
  const cwd = (): string => repository()
  test.each([
    [['--json'], cwd, 1],
    [['--no-cache', '--format', 'pretty', '--color', 'always'], cwd, 1],
    [['--lang', 'zh', '--format', 'sarif', '--with-suppressed'], cwd, 1],
    [['--since', 'HEAD~1', '--json'], cwd, 1],
    [['--since', 'gone'], cwd, 2],
    [['--commits', 'HEAD~2..'], cwd, 2],
    [['--commits', 'HEAD~1..', '--lang', 'zh'], cwd, 1],
    [['--files-from', '-'], cwd, 1],
    [['--fix-dry-run'], cwd, 1],
    [['cases/gone.md'], cwd, 2],
    [['--rule', 'links=loud'], cwd, 2],
    [['--max-warnings', 'x', '--json'], cwd, 2],
    [['--help'], cwd, 0],
    [['--help', '--lang', 'zh'], cwd, 0],
    [['--bogus'], cwd, 2],
    [['--version'], cwd, 0],
    [['--json'], () => repository(OWN_SCHEMA), 1],
    [[], () => repository({ 'casectl.config.yml': 'kinds: [' }), 2],
    [[], temporaryFolder, 2],
  ] as const)('%j', (args, make, status) => {
    const folder = make()
    const ended = run(folder, ['lint', ...args])
    expect(ended).toEqual(whole(folder, args))
    expect(ended.status).toBe(status)
    expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/fault of its own|\n {4}at /)
  })

  test('--fix', () => {
    const folders = [repository(), repository()] as const
    expect(run(folders[0], ['lint', '--fix', '--json'])).toEqual(whole(folders[1], ['--fix', '--json']))
    const files = folders.map(folder =>
      readdirSync(join(folder, 'cases')).map(name => readFileSync(join(folder, 'cases', name), 'utf8')),
    )
    expect(files[0]).toEqual(files[1])
  })
})

test('a plain lint loads no package that only some need', () => {
  const folder = folderWith({ ...SETTINGS, 'cases/a.md': exampleCase({}) })
  const env = { NODE_DEBUG: 'module,esm' }
  const loaded = /dist\/(?:cli\.js|chunks)|node_modules\//
  expect(run(folder, ['lint'], env).stderr).not.toMatch(loaded)
  // The probe itself works.
  expect(whole(folder, [], env).stderr).toMatch(loaded)
})

/** What is kept of compiled code below a home: file → when it was written. */
function kept(home: string): Record<string, number> {
  const folder = join(home, '.cache/casectl/code')
  return Object.fromEntries(readdirSync(folder).map(name => [name, statSync(join(folder, name)).mtimeMs]))
}

describe('lint keeps its compiled code', () => {
  test('once, in the home of its user, whatever it finds, and finds the same with it', () => {
    const folder = repository()
    const home = temporaryFolder()
    const plain = run(folder, ['lint', '--no-cache'], { HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' })
    expect(plain.status).toBe(1)
    // Nothing that could be of use the next time has run.
    for (const args of [['--help'], ['--bogus'], ['gone.md']]) run(folder, ['lint', ...args], { HOME: home })
    expect(readdirSync(home)).toEqual([])
    expect(run(folder, ['lint', '--no-cache'], { HOME: home })).toEqual(plain)
    const first = kept(home)
    expect(Object.keys(first)).toEqual([expect.stringMatching(/^quick-lint\.cjs-/)])
    expect(run(folder, ['lint', '--no-cache'], { HOME: home })).toEqual(plain)
    expect(kept(home)).toEqual(first)
    const [name = ''] = Object.keys(first)
    const file = join(home, '.cache/casectl/code', name)
    for (const damaged of [readFileSync(file).subarray(0, 5000), Buffer.from('no code')]) {
      writeFileSync(file, damaged)
      expect(run(folder, ['lint', '--no-cache'], { HOME: home })).toEqual(plain)
      expect(readFileSync(file).length).toBeGreaterThan(100_000)
    }
  })

  test('nowhere that cannot be written to', () => {
    const folder = folderWith({ ...SETTINGS, 'cases/a.md': exampleCase({}) })
    const home = folderWith({ '.cache': 'a file' })
    expect(run(folder, ['lint'], { HOME: home })).toMatchObject({ status: 0, stderr: '' })
  })
})

/** Enough for threads on two cores, too. */
const MANY = 4100

describe('with threads', () => {
  /** Cases that the fast reader reads, some that only the parser does, broken ones, links. */
  function library(): string {
    const files: Record<string, string> = {}
    for (let i = 0; i < MANY; i++) {
      const text = `设备停机 E-${i} 第${i % 11}号，见 [x](${i + 1}.md)`
      const body = i % 50 === 3 ? `<b>${text}</b> [^1]` : text
      files[`cases/${i % 5}/${i}.md`] = smallCase(`CASE-${10_000 + i}`, body)
      if (i % 90 === 2) files[`cases/8/broken-${i}.md`] = '---\nid: [\n---\n'
    }
    return new TestLibrary(files).root
  }

  /** Writes down of each thread whether its compiled code was taken from what was kept. */
  const PROBE = `
    const { appendFileSync } = require('node:fs')
    const { isMainThread } = require('node:worker_threads')
    const vm = require('node:vm')
    const { Script } = vm
    vm.Script = class extends Script {
      constructor(source, options) {
        super(source, options)
        const taken = options.cachedData !== undefined && this.cachedDataRejected === false
        appendFileSync(process.env.PROBED, (isMainThread ? 'main' : 'thread') + ' ' + taken + '\\n')
      }
    }`

  test('each runs from the bundle, on the code that the process keeps', () => {
    const folder = library()
    const probe = folderWith({ 'probe.cjs': PROBE })
    const home = temporaryFolder()
    const lint = (name: string): Ended & { threads: readonly string[] } => {
      const file = join(probe, name)
      const env = { HOME: home, NODE_OPTIONS: `--require=${join(probe, 'probe.cjs')}`, PROBED: file }
      const ended = run(folder, ['lint', '--no-cache', '--json'], env)
      return { ...ended, threads: readFileSync(file, 'utf8').trim().split('\n') }
    }
    const count = Math.min(availableParallelism() - 1, 3)
    const threads = (taken: boolean): string[] => [`main ${taken}`, ...Array(count).fill(`thread ${taken}`)]
    const expected = whole(folder, ['--no-cache', '--json'])
    expect(expected).toMatchObject({ status: 1, stderr: '' })
    expect(lint('cold')).toEqual({ ...expected, threads: threads(false) })
    const first = kept(home)
    expect(Object.keys(first)).toHaveLength(1)
    expect(lint('warm')).toEqual({ ...expected, threads: threads(true) })
    expect(kept(home)).toEqual(first)
  }, 300_000)

  test('what a much longer lint has called is kept with the rest', () => {
    const home = temporaryFolder()
    const folders = [folderWith({ ...SETTINGS, 'cases/a.md': exampleCase({}) }), library()] as const
    const sizes = [...folders, folders[0]].map(folder => {
      run(folder, ['lint', '--no-cache'], { HOME: home })
      const code = join(home, '.cache/casectl/code')
      return readdirSync(code).map(name => statSync(join(code, name)).size)
    })
    expect(sizes).toEqual([[expect.any(Number)], [expect.any(Number)], sizes[1]])
    expect(Number(sizes[1]?.[0])).toBeGreaterThan(1.1 * Number(sizes[0]?.[0]))
  }, 300_000)

  test.skipIf(availableParallelism() === 1)(
    'a fault in one is a fault of the run',
    () => {
      const install = installed()
      writeFileSync(join(install, 'dist/lint-worker.cjs'), "throw new Error('broken thread')")
      const ended = run(library(), ['lint', '--no-cache'], {}, join(install, 'bin/casectl.js'))
      expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining('broken thread') })
    },
    300_000,
  )
})

test.skipIf(process.getuid?.() !== 0)('a reader without a home lints all the same', () => {
  const folder = folderWith({ ...SETTINGS, 'cases/a.md': exampleCase({}) })
  mkdirSync(join(folder, 'home'))
  chmodSync(folder, 0o755)
  const { status, stderr } = spawnSync(process.execPath, [join(installed(), 'bin/casectl.js'), 'lint'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...GIT_ENV, HOME: join(folder, 'home') },
    uid: 65534,
    gid: 65534,
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(readdirSync(join(folder, 'home'))).toEqual([])
})
