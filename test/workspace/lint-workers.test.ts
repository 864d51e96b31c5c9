import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { buildProgram, buildWorker } from '../io/programs.js'
import { smallCase, TestLibrary } from './indexed-library.js'

/** Enough for threads on two cores, too. */
const MANY = 4100

// Prints how many threads were started and what was found.
const program = buildProgram(`
  import { lintWorkspace } from './src/workspace/lint.js'
  import { Workspace } from './src/workspace/workspace.js'
  const [root = ''] = process.argv.slice(2)
  let threads = 0
  process.on('worker', () => threads++)
  Workspace.open(root)
    .then(library => lintWorkspace(library, [], { cache: false }))
    .then(({ diagnostics, suppressed, counts }) => {
      console.log(JSON.stringify({ threads, diagnostics, suppressed, counts }))
    })
    .catch(error => { console.log(JSON.stringify({ threads, failed: error.message })); process.exitCode = 3 })
`)

interface Printed {
  readonly threads: number
  readonly failed?: string
  readonly diagnostics: readonly { readonly rule: string }[]
  readonly counts: object
}

function run(root: string): Printed {
  const { stdout } = spawnSync(process.execPath, [program, root], {
    encoding: 'utf8',
    timeout: 150_000,
    maxBuffer: 1 << 28,
  })
  return JSON.parse(stdout) as Printed
}

/** Cases that the fast reader reads, some that only the parser does, broken ones, links, twins. */
function library(count: number): TestLibrary {
  const files: Record<string, string> = {}
  for (let i = 0; i < count; i++) {
    const id = `CASE-${10_000 + i}`
    const text = `设备停机 E-${i} overheating pumps 第${i % 11}号，见 [x](${i + 1}.md)`
    files[`cases/${i % 5}/${i}.md`] = smallCase(id, i % 50 === 3 ? `<b>${text}</b> [^1]` : text)
    if (i % 40 === 1) files[`cases/9/again-${i}.md`] = smallCase(id, `另一个 only-${i}`)
    if (i % 90 === 2) files[`cases/8/broken-${i}.md`] = '---\nid: [\n---\n'
  }
  return new TestLibrary(files)
}

test('threads that judge together find what one thread finds, in the same order', () => {
  const { root } = library(MANY)
  const alone = run(root)
  expect(alone.threads).toBe(0)
  const rules = new Set(alone.diagnostics.map(({ rule }) => rule))
  expect([...rules]).toEqual(
    expect.arrayContaining(['links', 'id-unique', 'front-matter', 'required-fields']),
  )
  buildWorker(program, 'lint-worker')
  const together = run(root)
  expect(together.threads).toBe(Math.min(availableParallelism() - 1, 3))
  expect({ ...together, threads: 0 }).toEqual(alone)
}, 300_000)

test('a fault in a worker is a fault of the run', () => {
  buildWorker(program, 'lint-worker', "throw new Error('broken worker')")
  expect(run(library(MANY).root)).toMatchObject({ failed: 'broken worker' })
}, 300_000)
