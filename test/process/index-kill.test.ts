import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { folderWith } from '../cli/temporary.js'
import { smallCase } from '../workspace/indexed-library.js'

// A hundred kills beside eight readers: CASECTL_KILLS=100 npx vitest run test/process/index-kill.test.ts
const KILLS = Number(process.env['CASECTL_KILLS'] ?? 8)
const READERS = KILLS >= 100 ? 8 : 2
const CASES = 120

const BIN = resolve('bin/casectl.js')
const ENV = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' }

function start(cwd: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], { cwd, env: ENV, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function run(
  cwd: string,
  ...args: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(cwd, ...args)
  let [out, err] = ['', '']
  child.stdout?.on('data', chunk => {
    out += chunk
  })
  child.stderr?.on('data', chunk => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code, out, err }
}

/** A word for each version of the case that changes, none near another. */
const word = (version: number): string =>
  `q${createHash('sha256').update(String(version)).digest('hex').slice(0, 14)}`

const version = (n: number): string => smallCase('CASE-AAAA0', `报警 ${word(n)}`)

function library(): string {
  const files: Record<string, string> = { 'casectl.config.yml': '', 'cases/0.md': version(0) }
  for (let i = 1; i < CASES; i++) {
    const digit = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    files[`cases/${i}.md`] = smallCase(`CASE-BB${digit[i >> 5]}${digit[i & 31]}0`, `报警 ${i}`)
  }
  return folderWith(files)
}

/** As an editor saves: beside, then renamed. */
function save(root: string, n: number): void {
  writeFileSync(join(root, 'draft'), version(n))
  renameSync(join(root, 'draft'), join(root, 'cases/0.md'))
}

interface Hit {
  readonly id: string
  readonly title: string
  readonly snippet: { readonly text: string }
}

/** Searches for all cases, and for the version that was saved last: what was wrong in the answers. */
async function look(root: string, now: () => number): Promise<string[]> {
  const wrong: string[] = []
  const wanted = word(now())
  const all = await run(root, 'search', '报警', '--limit', '500', '--json')
  const one = await run(root, 'search', `+${wanted}`, '--json')
  for (const { code, err } of [all, one]) if (code !== 0 && code !== 1) wrong.push(`exit ${code}: ${err}`)
  if (wrong.length > 0) return wrong
  const hits: Hit[] = JSON.parse(all.out).hits
  const found = hits.filter(({ id }) => id === 'CASE-AAAA0')
  if (hits.length !== CASES || found.length !== 1) wrong.push(`${hits.length} cases, ${found.length} of one`)
  for (const { title, snippet } of found) {
    const known = Array.from({ length: now() + 1 }, (_, n) => word(n)).find(own => title.includes(own))
    if (known === undefined || !snippet.text.includes(known)) wrong.push(`${title}: ${snippet.text}`)
  }
  const asked: Hit[] = JSON.parse(one.out).hits
  if (asked.length > 1 || asked.some(({ title }) => !title.includes(wanted)))
    wrong.push(`${wanted}: ${one.out}`)
  return wrong
}

test('builds that are killed at any moment leave readers right answers and the next build a clean start', async () => {
  const root = library()
  const before = performance.now()
  expect((await run(root, 'index')).code).toBe(0)
  const usual = performance.now() - before
  let saved = 0
  let stop = false
  const readers = Array.from({ length: READERS }, async () => {
    const wrong: string[] = []
    let answers = 0
    while (!stop) {
      wrong.push(...(await look(root, () => saved)))
      answers++
    }
    return { wrong, answers }
  })
  for (let kill = 1; kill <= KILLS; kill++) {
    save(root, kill)
    saved = kill
    const builder = start(root, 'index', ...(kill % 2 === 0 ? ['--full'] : []))
    await sleep(Math.random() * usual)
    builder.kill('SIGKILL')
    if (builder.exitCode === null && builder.signalCode === null) await once(builder, 'exit')
  }
  stop = true
  const seen = await Promise.all(readers)
  expect(seen.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(seen.every(({ answers }) => answers > 0)).toBe(true)
  expect(await run(root, 'index')).toMatchObject({ code: 0, out: `Cases indexed: ${CASES}.\n` })
  expect(await run(root, 'index', '--check')).toMatchObject({ code: 0 })
  expect(await look(root, () => saved)).toEqual([])
  expect(readdirSync(join(root, '.casectl')).filter(name => !name.endsWith('.new'))).toEqual(['index'])
  expect(readdirSync(join(root, '.casectl/index')).filter(name => name.endsWith('.tmp'))).toEqual([])
}, 1_800_000)

test('a flipped byte in any file of the index changes no answer', async () => {
  const root = library()
  const folder = join(root, '.casectl/index')
  await run(root, 'index')
  const files = readdirSync(folder)
  for (const name of files) {
    const bytes = readFileSync(join(folder, name))
    const at = Math.floor(Math.random() * bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8))
    writeFileSync(join(folder, name), bytes)
    expect(await look(root, () => 0), `${name} at ${at}`).toEqual([])
    await run(root, 'index', '--full')
  }
}, 600_000)
