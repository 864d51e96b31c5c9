import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { csv, helpdeskLibrary, ticket, treeHashes } from '../import/helpdesk.js'
import { buildProgram, buildWorker } from '../io/programs.js'

// The command line, with a clock and names of imports that are always the same; says how many threads were started.
const program = buildProgram(`
  import { run } from './src/cli/main.js'
  const [root = '', ...argv] = process.argv.slice(2)
  let threads = 0
  process.on('worker', () => threads++)
  const { stdin, stdout, stderr } = process
  const now = () => new Date('2026-11-22T08:00:00Z')
  run({ argv, env: { LANG: 'en' }, cwd: root, stdin, stdout, stderr, now, random: n => new Uint8Array(n) })
    .then(code => { process.exitCode = code; console.error('threads ' + threads) })
    .catch(error => { console.error('failed ' + error.message); process.exitCode = 3 })
`)

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Rows of every outcome: drafts, known ones, the same reference twice, the same text, nearly the same. */
function library(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casectl-threads-'))
  folders.push(folder)
  helpdeskLibrary(folder)
  const rows = Array.from({ length: 900 }, (_, i) => ticket(i))
  const again = rows.slice(100, 140)
  const renamed = rows.slice(200, 240).map(([ref = '', ...cells]) => [`${ref}-b`, ...cells])
  const near = rows.slice(300, 340).map(([ref = '', title = '', product = '', problem = '', ...rest]) => {
    return [`${ref}-c`, title, product, `${problem}，另外补充一句`, ...rest]
  })
  const empty = Array.from({ length: 3 }, (_, i) => [`TK-E${i}`, '', '', '', '', '', '', ''])
  writeFileSync(join(folder, 'export.csv'), csv([...rows, ...again, ...again, ...renamed, ...near, ...empty]))
  return folder
}

function run(folder: string) {
  const args = ['import', 'export.csv', '--mapping', 'mapping.yml', '--json', '--allow-below-gate']
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, folder, ...args], {
    encoding: 'utf8',
    timeout: 150_000,
  })
  return { status, stdout, threads: /threads (\d+)/.exec(stderr)?.[1], stderr }
}

function journal(folder: string): string {
  const imports = join(folder, '.casectl', 'journal', 'imports')
  return readdirSync(imports)
    .map(id => readFileSync(join(imports, id, 'rows.jsonl'), 'utf8'))
    .join('')
}

test('what a thread looks at and stages comes out as without it, row by row', () => {
  const [alone, beside] = [library(), library()]
  const one = run(alone)
  // Rows that cannot become a case fail a gate, which is passed over as asked.
  expect([one.threads, one.status]).toEqual(['0', 1])
  const { outcomes } = JSON.parse(one.stdout) as { outcomes: Record<string, number> }
  expect(outcomes).toMatchObject({ case: 899, known: 1, same: 120, near: 40, error: 3 })
  buildWorker(program, 'import-worker')
  const two = run(beside)
  expect(two.threads).toBe(availableParallelism() > 1 ? '1' : '0')
  expect([two.stdout, two.status]).toEqual([one.stdout, one.status])
  expect(treeHashes(beside)).toEqual(treeHashes(alone))
  expect(journal(beside)).toBe(journal(alone))
}, 300_000)

test('a fault in the thread is a fault of the import, and nothing is written', () => {
  buildWorker(program, 'import-worker', "throw new Error('broken worker')")
  const folder = library()
  const { stderr, status } = run(folder)
  expect(status).not.toBe(0)
  expect(stderr).toContain('broken worker')
  expect(existsSync(join(folder, 'cases', 'inbox'))).toBe(false)
}, 300_000)
