import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { applyChanges, readText } from '../../src/io/apply.js'
import { CasectlError } from '../../src/lib/errors.js'
import type { FileChange } from '../../src/model/change.js'
import { folderWith } from '../cli/temporary.js'
import { buildProgram, runUnprivileged, start } from './programs.js'

const JOURNAL = '.casectl/journal/apply.json'

/** The code that applying fails with, 'applied' otherwise. */
async function outcome(root: string, changes: readonly FileChange[]): Promise<string> {
  try {
    await applyChanges(root, changes)
    return 'applied'
  } catch (error) {
    if (error instanceof CasectlError) return error.code
    throw error
  }
}

const text = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

/** Every file of a folder but casectl's own, path → content. */
function contents(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(path => !path.startsWith('.casectl/'))
  return Object.fromEntries(paths.sort().map(path => [path, text(root, path)]))
}

describe('a set of changes', () => {
  test('creates, replaces and removes, and leaves no journal and no lock', async () => {
    const root = folderWith({ 'cases/a.md': 'a', 'cases/b.md': 'b' })
    await applyChanges(root, [
      { path: 'cases/a.md', before: 'a', after: 'A' },
      { path: 'cases/b.md', before: 'b', after: null },
      { path: 'cases/新/c.md', before: null, after: '丙' },
    ])
    expect(contents(root)).toEqual({ 'cases/a.md': 'A', 'cases/新/c.md': '丙' })
    expect(existsSync(join(root, JOURNAL))).toBe(false)
    expect(readdirSync(join(root, '.casectl'))).toEqual(['journal'])
  })

  test('of nothing writes nothing, not even a folder', async () => {
    const root = folderWith({})
    await applyChanges(root, [])
    expect(readdirSync(root)).toEqual([])
  })

  test('keeps byte order marks and CRLF as they are', async () => {
    const root = folderWith({ 'cases/a.md': '\uFEFFa\r\n' })
    await applyChanges(root, [{ path: 'cases/a.md', before: '\uFEFFa\r\n', after: '\uFEFFb\r\n' }])
    expect([...readFileSync(join(root, 'cases/a.md'))]).toEqual([0xef, 0xbb, 0xbf, 0x62, 0x0d, 0x0a])
  })

  test.each<[string, FileChange]>([
    ['one that holds something else by now', { path: 'cases/b.md', before: 'old', after: 'x' }],
    ['one that is gone', { path: 'cases/c.md', before: 'c', after: 'x' }],
    ['one that is there already', { path: 'cases/b.md', before: null, after: 'x' }],
  ])('is refused as a whole for a single file: %s', async (_, change) => {
    const root = folderWith({ 'cases/a.md': 'a', 'cases/b.md': 'b' })
    expect(await outcome(root, [{ path: 'cases/a.md', before: 'a', after: 'A' }, change])).toBe('changed')
    expect(contents(root)).toEqual({ 'cases/a.md': 'a', 'cases/b.md': 'b' })
  })

  test('is undone when one of its writes fails', async () => {
    const root = folderWith({ 'cases/a.md': 'a', blocked: 'a file where a folder is wanted' })
    const changes = [
      { path: 'cases/a.md', before: 'a', after: 'A' },
      { path: 'cases/new/b.md', before: null, after: 'b' },
      { path: 'blocked/c.md', before: null, after: 'c' },
    ]
    expect(await outcome(root, changes)).toBe('cannot-write')
    expect(contents(root)).toEqual({ 'cases/a.md': 'a', blocked: 'a file where a folder is wanted' })
    expect(existsSync(join(root, JOURNAL))).toBe(false)
  })

  test('in a folder that may not be written is an expected failure', () => {
    const program = buildProgram(`
      import { applyChanges } from './src/io/apply.js'
      applyChanges(process.argv[2] ?? '', [{ path: 'cases/a.md', before: null, after: 'x' }])
        .catch(error => console.log(error.name, error.code, error.text?.en))`)
    const root = folderWith({ 'cases/x.md': 'x' })
    const { stdout } = runUnprivileged(program, [root])
    expect(stdout).toMatch(/^CasectlError cannot-write .* cannot be written \((?:EACCES|EROFS)\)\.\n$/)
  })
})

describe('a path that is not safe is refused, nothing is written', () => {
  function hostile(): string {
    const root = folderWith({ 'lib/cases/a.md': 'a', 'outside/secret.md': 'secret', 'lib/.git/config': 'x' })
    symlinkSync('../../outside/secret.md', join(root, 'lib/cases/link.md'))
    symlinkSync('../../outside', join(root, 'lib/cases/folder'))
    mkdirSync(join(root, 'lib/cases/directory.md'))
    return root
  }

  test.each([
    ['cases/link.md', 'secret'],
    ['cases/folder/secret.md', 'secret'],
    ['cases/folder/new.md', null],
    ['../outside/secret.md', 'secret'],
    ['cases/../../outside/secret.md', 'secret'],
    ['../outside/new.md', null],
    ['/etc/casectl-test.md', null],
    ['cases//a.md', 'a'],
    ['./cases/a.md', 'a'],
    ['', null],
    ['cases/directory.md', null],
    ['.git/config', 'x'],
    ['.git/hooks/pre-commit', null],
    ['.GIT/config', null],
    ['cases/.git./hooks/a', null],
    ['.g\u200cit/config', null],
    ['git~1/config', null],
  ])('%s', async (path, before) => {
    const folder = hostile()
    const root = join(folder, 'lib')
    const earlier = contents(folder)
    expect(
      await outcome(root, [
        { path: 'cases/a.md', before: 'a', after: 'A' },
        { path, before, after: 'EVIL' },
      ]),
    ).toBe('unsafe-path')
    expect(contents(folder)).toEqual(earlier)
  })

  test.each(['.casectl', '.casectl/journal', '.casectl/lock'])('a link at %s', async path => {
    const root = folderWith({
      'lib/cases/a.md': 'a',
      'outside/x': 'x',
      'lib/.casectl/x': '',
      'outside/journal/y': '',
    })
    const at = join(root, 'lib', path)
    if (path === '.casectl') {
      writeFileSync(join(root, 'lib/cases/b.md'), 'b')
      const other = folderWith({ 'cases/a.md': 'a' })
      symlinkSync(join(root, 'outside'), join(other, path))
      expect(await outcome(other, [{ path: 'cases/a.md', before: 'a', after: 'A' }])).toBe('unsafe-path')
    } else {
      symlinkSync(join(root, 'outside'), at)
      expect(await outcome(join(root, 'lib'), [{ path: 'cases/a.md', before: 'a', after: 'A' }])).toBe(
        'unsafe-path',
      )
    }
    expect(readdirSync(join(root, 'outside')).sort()).toEqual(['journal', 'x'])
  })
})

describe('the journal of an interrupted run', () => {
  const one: FileChange = { path: 'cases/z.md', before: null, after: 'z' }
  const withJournal = (journal: string, files: Record<string, string>): string =>
    folderWith({ ...files, [JOURNAL]: journal })

  test('is rolled back before anything new is written', async () => {
    const journal: FileChange[] = [
      { path: 'cases/a.md', before: 'a', after: 'A' },
      { path: 'cases/b.md', before: 'b', after: 'B' },
      { path: 'cases/c.md', before: null, after: 'C' },
      { path: 'cases/d.md', before: 'd', after: null },
    ]
    // Cut off behind the third.
    const root = withJournal(JSON.stringify(journal), {
      'cases/a.md': 'A',
      'cases/b.md': 'B',
      'cases/c.md': 'C',
      'cases/d.md': 'd',
    })
    expect(await outcome(root, [{ path: 'cases/a.md', before: 'A', after: 'x' }])).toBe('changed')
    expect(contents(root)).toEqual({ 'cases/a.md': 'a', 'cases/b.md': 'b', 'cases/d.md': 'd' })
    expect(existsSync(join(root, JOURNAL))).toBe(false)
  })

  test('leaves alone a file that somebody changed since', async () => {
    const journal = [{ path: 'cases/a.md', before: 'a', after: 'A' }]
    const root = withJournal(JSON.stringify(journal), { 'cases/a.md': 'mine' })
    expect(await outcome(root, [one])).toBe('applied')
    expect(contents(root)).toEqual({ 'cases/a.md': 'mine', 'cases/z.md': 'z' })
  })

  // A name of its own for each run: the folder above is shared.
  const stolen = `stolen-${process.pid}.md`
  test.each([`../${stolen}`, '.git/hooks/post-checkout', 'cases/folder/new.md', `/tmp/${stolen}`])(
    'that came with a clone writes nothing to %s',
    async path => {
      const root = withJournal(
        JSON.stringify([
          { path: 'cases/a.md', before: 'evil', after: 'a' },
          { path, before: 'evil', after: null },
        ]),
        { 'cases/a.md': 'a', 'elsewhere/x': '' },
      )
      symlinkSync('../elsewhere', join(root, 'cases/folder'))
      const earlier = contents(root)
      expect(await outcome(root, [one])).toBe('unsafe-path')
      expect(contents(root)).toEqual(earlier)
      expect(existsSync(join(root, '..', stolen))).toBe(false)
    },
  )

  test.each([
    '',
    'not JSON',
    '{}',
    '[1]',
    '[{"path":1}]',
    '[{"path":"cases/a.md","before":1,"after":null}]',
    '[null]',
  ])('that is none is said, not obeyed: %j', async journal => {
    const root = withJournal(journal, { 'cases/a.md': 'a' })
    expect(await outcome(root, [one])).toBe('journal')
    expect(contents(root)).toEqual({ 'cases/a.md': 'a' })
  })
})

describe('a process killed at any moment', () => {
  const FILES = 40
  // Moves every file from one version to the next, for ever.
  const writer = buildProgram(`
    import { applyChanges } from './src/io/apply.js'
    const root = process.argv[2] ?? ''
    const paths = Array.from({ length: ${FILES} }, (_, i) => 'cases/' + i + '.md')
    for (let version = Number(process.argv[3]); ; version++) {
      await applyChanges(root, paths.map(path => ({ path, before: 'v' + version, after: 'v' + (version + 1) })))
      console.log(version)
    }`)

  test('leaves a state that the next run makes whole again', { timeout: 60_000 }, async () => {
    const root = folderWith(
      Object.fromEntries(Array.from({ length: FILES }, (_, i) => [`cases/${i}.md`, 'v0'])),
    )
    const versions = (): string[] => [
      ...new Set(Object.values(contents(root)).filter(value => value.startsWith('v'))),
    ]
    let [interrupted, torn] = [0, 0]
    for (let round = 0; round < 12; round++) {
      const child = start(writer, [root, (versions()[0] ?? 'v0').slice(1)])
      if (child.stdout !== null) await once(child.stdout, 'data')
      await sleep(Math.random() * 60)
      child.kill('SIGKILL')
      if (child.signalCode === null && child.exitCode === null) await once(child, 'exit')
      expect(child.signalCode, 'the writer itself must not have failed').toBe('SIGKILL')
      if (existsSync(join(root, JOURNAL))) interrupted++
      if (versions().length > 1) torn++
      await applyChanges(root, [{ path: `cases/round-${round}.md`, before: null, after: 'x' }])
      expect(versions()).toHaveLength(1)
      expect(existsSync(join(root, JOURNAL))).toBe(false)
      expect(readdirSync(join(root, 'cases')).filter(name => name.startsWith('.'))).toEqual([])
    }
    // Otherwise the moments were badly chosen and this test showed nothing.
    expect(interrupted).toBeGreaterThan(0)
    expect(torn).toBeGreaterThan(0)
  })
})

describe('readText', () => {
  test('gives the text, or null for what is not there', async () => {
    const root = folderWith({ 'a.md': '停\r\n' })
    expect(await readText(join(root, 'a.md'))).toBe('停\r\n')
    expect(await readText(join(root, 'b.md'))).toBeNull()
    expect(await readText(join(root, 'a.md/b.md'))).toBeNull()
  })

  test('follows no link and waits for no pipe', async () => {
    const root = folderWith({ 'a.md': 'a' })
    symlinkSync('a.md', join(root, 'link.md'))
    await expect(readText(join(root, 'link.md'))).rejects.toThrow('link.md cannot be read (ELOOP).')
    await expect(readText(root)).rejects.toThrow('cannot be read (not a regular file).')
    await expect(readText('/dev/null')).rejects.toThrow('/dev/null cannot be read (not a regular file).')
  })
})
