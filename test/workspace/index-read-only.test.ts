import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { buildProgram, runUnprivileged } from '../io/programs.js'
import { smallCase, TestLibrary } from './indexed-library.js'

test('who may not write gets an index in memory, over the one that is there', async () => {
  const program = buildProgram(`
    import { openPartition } from './src/store/open-partition.js'
    import { updateIndexAt } from './src/workspace/build-index.js'
    const { summary, storage, manifest } = await updateIndexAt(process.argv[2] ?? '')
    const reader = await openPartition(storage, manifest.living)
    const postings = await reader.postings('冒烟')
    console.log(JSON.stringify({ ...summary, found: postings?.count }))`)
  const library = new TestLibrary({
    'cases/a.md': smallCase('CASE-AAAA1', '设备停机'),
    'cases/b.md': smallCase('CASE-AAAA2', '电机过热'),
  })
  await sleep(150)
  await library.index()
  library.write('cases/b.md', smallCase('CASE-AAAA2', '电机冒烟'))
  for (const folder of ['', 'cases', '.casectl', '.casectl/index'])
    chmodSync(join(library.root, folder), 0o755)
  const before = readdirSync(join(library.root, '.casectl'), { recursive: true })
  const { stdout } = runUnprivileged(program, [library.root])
  expect(JSON.parse(stdout)).toMatchObject({
    written: false,
    full: false,
    read: 1,
    changed: 1,
    count: 2,
    found: 1,
  })
  expect(readdirSync(join(library.root, '.casectl'), { recursive: true })).toEqual(before)
})
