import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildProgram, buildWorker } from '../io/programs.js'
import { smallCase, TestLibrary } from './indexed-library.js'

// Prints how many threads were started and what the build says of itself.
const program = buildProgram(`
  import { updateIndex } from './src/workspace/build-index.js'
  import { Workspace } from './src/workspace/workspace.js'
  const [root = '', workers] = process.argv.slice(2)
  let threads = 0
  let seen = 0
  process.on('worker', () => threads++)
  const onProgress = ({ done }) => { seen = Math.max(seen, done) }
  const options = { full: true, workers: Number(workers), onProgress }
  Workspace.open(root)
    .then(library => updateIndex(library, options))
    .then(({ summary }) => console.log(JSON.stringify({ threads, seen, count: summary.count, read: summary.read })))
    .catch(error => { console.log(JSON.stringify({ threads, failed: error.message })); process.exitCode = 3 })
`)

function run(root: string, workers: number): Record<string, unknown> {
  const { stdout } = spawnSync(process.execPath, [program, root, String(workers)], {
    encoding: 'utf8',
    timeout: 50_000,
  })
  return JSON.parse(stdout) as Record<string, unknown>
}

/** Name → bytes of all but what says when the files were looked at. */
function indexOf(root: string): Record<string, string> {
  const folder = join(root, '.casectl/index')
  const names = readdirSync(folder).filter(name => !/^(sources|stamp)/.test(name))
  return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'latin1')]))
}

/** A library with archived cases, a case that only the parser reads, ids that stand twice, and faults. */
function library(count: number): TestLibrary {
  const files: Record<string, string> = {}
  for (let i = 0; i < count; i++) {
    const id = `CASE-${10_000 + i}`
    const folder = i % 7 === 0 ? 'archive' : 'cases'
    const text = `设备停机 E-${i} overheating pumps 第${i % 11}号`
    files[`${folder}/${i % 5}/${i}.md`] = smallCase(id, i % 50 === 3 ? `<b>${text}</b> [^1]` : text)
    if (i % 40 === 1) files[`cases/9/again-${i}.md`] = smallCase(id, `另一个 only-${i}`)
    if (i % 90 === 2) files[`cases/8/broken-${i}.md`] = '---\nid: [\n---\n'
  }
  return new TestLibrary(files)
}

test('an index that threads read together is the one that one thread writes, to the byte', () => {
  buildWorker(program, 'index-worker')
  const { root } = library(900)
  const alone = run(root, 0)
  const before = indexOf(root)
  expect(alone).toMatchObject({ threads: 0, count: 900, seen: alone['read'] })
  for (const workers of [1, 3]) {
    expect(run(root, workers)).toEqual({ ...alone, threads: workers })
    expect(indexOf(root)).toEqual(before)
  }
  expect(Object.keys(before).length).toBeGreaterThan(5)
})

test('a fault in a worker is a fault of the build, and leaves the index as it was', () => {
  buildWorker(program, 'index-worker')
  const { root } = library(300)
  run(root, 1)
  const before = indexOf(root)
  const faults = {
    'no such thing': "throw new Error('no such thing')",
    'lost its way':
      "import { serveTasks } from './src/io/serve-tasks.js'; serveTasks(() => async () => { throw new Error('lost its way') })",
    'ended early': 'process.exit(5)',
  }
  for (const [message, source] of Object.entries(faults)) {
    buildWorker(program, 'index-worker', source)
    expect(run(root, 1)).toEqual({ threads: 1, failed: expect.stringContaining(message) })
    expect(indexOf(root)).toEqual(before)
  }
})
