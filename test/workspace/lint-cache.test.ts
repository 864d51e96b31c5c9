import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LintResult } from '../../src/rules/run.js'
import { type LintOptions, lintWorkspace } from '../../src/workspace/lint.js'
import { Workspace } from '../../src/workspace/workspace.js'
import { sampleCopy } from '../cli/temporary.js'

const CACHE = '.casectl/cache'
const CASE = 'cases/home-router'

async function lint(root: string, options: LintOptions = {}): Promise<LintResult> {
  const { diagnostics, suppressed, files, counts } = await lintWorkspace(
    await Workspace.open(root),
    [],
    options,
  )
  return { diagnostics, suppressed, files, counts }
}

/** Lints with what earlier runs kept, and says how many files were judged. */
async function warm(root: string, version = 'one'): Promise<LintResult & { readonly judged: number }> {
  let judged = 0
  const onProgress = (done: number): void => {
    judged = done
  }
  return { ...(await lint(root, { cache: version, onProgress })), judged }
}

/** Expects a run that may use the cache to find what one without it finds; returns how many it judged. */
async function judgedOnly(root: string, version?: string): Promise<number> {
  const { judged, ...found } = await warm(root, version)
  expect(found).toEqual(await lint(root, { cache: false }))
  return judged
}

/** Long ago, so that no file may have changed in the moment in which it was looked at. */
function age(root: string): void {
  const then = new Date('2026-01-02T03:04:05Z')
  for (const path of filesOf(root)) utimesSync(join(root, path), then, then)
}

function filesOf(root: string, folder = 'cases'): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name}`)
    .filter(path => statSync(join(root, path)).isFile() && path.endsWith('.md'))
    .sort()
}

function settle(): Promise<void> {
  // ctime cannot be set: a look counts only when it is younger than the file by more than the clock's step.
  return new Promise(resolve => setTimeout(resolve, 150))
}

async function prepared(): Promise<{ root: string; first: string; count: number }> {
  const root = sampleCopy()
  age(root)
  await settle()
  const count = await judgedOnly(root)
  const first = filesOf(root)[0] ?? ''
  return { root, first, count }
}

test('what did not change is not judged again, and comes to the same', async () => {
  const { root, count, first } = await prepared()
  expect(count).toBe((await lint(root, { cache: false })).files)
  expect(await judgedOnly(root)).toBe(0)
  const text = readFileSync(join(root, first), 'utf8')
  writeFileSync(join(root, first), text.replace(/^status: published$/m, 'status: draft\nnonsense: yes'))
  expect(await judgedOnly(root)).toBe(1)
  await settle()
  expect(await judgedOnly(root)).toBeLessThanOrEqual(1)
  expect(await judgedOnly(root)).toBe(0)
})

test('a file that was only touched is read, not judged; a new, moved or removed one counts', async () => {
  const { root, first } = await prepared()
  utimesSync(join(root, first), new Date(), new Date())
  const text = readFileSync(join(root, first), 'utf8')
  expect(await judgedOnly(root)).toBe(1)
  mkdirSync(join(root, CASE), { recursive: true })
  writeFileSync(join(root, `${CASE}/twin.md`), text)
  expect(await judgedOnly(root)).toBeGreaterThan(0)
  expect((await warm(root)).diagnostics.map(({ rule }) => rule)).toContain('id-unique')
  writeFileSync(join(root, `${CASE}/twin.md`), 'no case at all')
  await judgedOnly(root)
  symlinkSync('/etc/hostname', join(root, `${CASE}/link.md`))
  await judgedOnly(root)
})

test('rules between cases see what is remembered as they see what is read', async () => {
  const { root, first } = await prepared()
  const text = readFileSync(join(root, first), 'utf8')
  const id = /^id: (\S+)$/m.exec(text)?.[1] ?? ''
  const body = `\n\n见 [旧](nowhere.md)、[图](img/none.png) 与 [本节](#nowhere)。CASE-00000\n\n<!-- casectl-disable-next-line links -- known -->\n[x](gone.md)\n`
  writeFileSync(
    join(root, 'cases/more.md'),
    text.replace(id, 'CASE-ABCDE').replace(/^language:/m, `related: [${id}, CASE-00000]\nlanguage:`) + body,
  )
  const before = await warm(root)
  expect(before.diagnostics.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['links', 'relations', 'near-duplicate']),
  )
  await settle()
  expect(await judgedOnly(root)).toBeLessThanOrEqual(1)
  expect(await judgedOnly(root)).toBe(0)
})

test('other rules, settings or another version judge anew', async () => {
  const { root, count } = await prepared()
  expect(await judgedOnly(root, 'two')).toBe(count)
  const off = { cache: 'one', overrides: new Map([['han-spacing', 'off' as const]]) }
  expect((await lint(root, off)).diagnostics).toEqual(
    (await lint(root, { ...off, cache: false })).diagnostics,
  )
  const config = join(root, 'casectl.config.yml')
  writeFileSync(config, `${readFileSync(config, 'utf8')}\nterms: [{ use: 之, avoid: [的] }]\n`)
  expect(await judgedOnly(root)).toBe(count)
  expect((await warm(root)).diagnostics.map(({ rule }) => rule)).toContain('terminology')
})

test('a cache with a flipped byte, cut short or of another format is not believed', async () => {
  const { root, count } = await prepared()
  const name = readdirSync(join(root, CACHE)).find(one => one.endsWith('.base')) ?? ''
  const path = join(root, CACHE, name)
  const sound = readFileSync(path)
  for (let i = 0; i < 24; i++) {
    const bytes = Buffer.from(sound)
    const at = Math.floor((i * sound.length) / 24)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (i % 8))
    writeFileSync(path, i % 4 === 3 ? bytes.subarray(0, at) : bytes)
    expect((await warm(root)).judged).toBe(count)
  }
  writeFileSync(path, sound.subarray(0, 10))
  expect(await judgedOnly(root)).toBe(count)
}, 120_000)

test('later records of another base are not believed', async () => {
  const { root, first } = await prepared()
  writeFileSync(join(root, first), 'no case\n')
  await warm(root)
  const later = readdirSync(join(root, CACHE)).find(one => one.endsWith('.later')) ?? ''
  const bytes = readFileSync(join(root, CACHE, later))
  const other = await prepared()
  writeFileSync(join(other.root, CACHE, later), bytes)
  expect(await judgedOnly(other.root)).toBe(0)
})

test('at most four sets of rules are remembered', async () => {
  const { root } = await prepared()
  for (const version of ['2', '3', '4', '5', '6']) await warm(root, version)
  const bases = readdirSync(join(root, CACHE)).filter(name => name.endsWith('.base'))
  expect(bases).toHaveLength(4)
})
