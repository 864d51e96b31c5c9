import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { smallCase } from '../workspace/indexed-library.js'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const library = (): string =>
  folderWith({
    'casectl.config.yml': '',
    'cases/a.md': smallCase('CASE-AAAA1', '设备停机'),
    'cases/b.md': smallCase('CASE-AAAA2', '电机过热'),
    'archive/c.md': smallCase('CASE-AAAA3', '水泵漏油', { status: 'archived' }),
  })

const index = (cwd: string, ...args: string[]) => cli(['index', ...args], { cwd })

describe('casectl index', () => {
  test('says how many cases there are, and of an update what changed', async () => {
    const cwd = library()
    expect(await index(cwd)).toEqual({ code: 0, stdout: 'Cases indexed: 3.\n', stderr: '' })
    expect(await index(cwd)).toMatchObject({ stdout: 'Cases indexed: 3.\n', stderr: 'Nothing changed.\n' })
    writeFileSync(join(cwd, 'cases/d.md'), smallCase('CASE-AAAA4', '新'))
    appendFileSync(join(cwd, 'cases/b.md'), '更多。\n')
    rmSync(join(cwd, 'cases/a.md'))
    const stderr = 'New: 1, changed: 1, removed: 1, unchanged: 1.\n'
    expect(await index(cwd)).toEqual({ code: 0, stdout: 'Cases indexed: 3.\n', stderr })
  })

  test('counts what it leaves out, by reason', async () => {
    const cwd = library()
    writeFileSync(join(cwd, 'cases/x.md'), 'no case')
    writeFileSync(join(cwd, 'cases/y.md'), smallCase('CASE-AAAA1', '又一台'))
    const { code, stderr } = await index(cwd)
    expect(code).toBe(0)
    expect(stderr).toBe(
      'Files left out because they are no sound case: 1. `casectl lint` says why.\n' +
        'Files left out because another case has their id: 1. `casectl lint` names them.\n',
    )
  })

  test('gives the same as JSON', async () => {
    const { stdout } = await index(library(), '--json')
    const summary = JSON.parse(stdout)
    expect(summary).toMatchObject({
      command: 'index',
      count: 3,
      archived: 1,
      added: 3,
      read: 3,
      full: true,
      written: true,
    })
    expect(summary.contentHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('speaks Chinese', async () => {
    const cwd = library()
    const env = { LANG: 'zh_CN.UTF-8' }
    expect((await cli(['index'], { cwd, env })).stdout).toBe('已索引 3 个案例。\n')
    rmSync(join(cwd, 'cases/a.md'))
    expect((await cli(['index'], { cwd, env })).stderr).toBe('新增 0，变更 0，移除 1，未变 2。\n')
  })
})

describe('casectl index --check', () => {
  test('is 0 for an index that is whole and up to date, else 1 and says what it is', async () => {
    const cwd = library()
    expect(await index(cwd, '--check')).toMatchObject({
      code: 1,
      stdout: 'There is no index. Run `casectl index`.\n',
    })
    expect(readdirSync(cwd)).not.toContain('.casectl')
    await index(cwd)
    expect(await index(cwd, '--check')).toMatchObject({ code: 0, stdout: 'The index is up to date.\n' })
    appendFileSync(join(cwd, 'cases/b.md'), '更多。\n')
    expect(await index(cwd, '--check')).toMatchObject({
      code: 1,
      stdout: 'The index is out of date. Run `casectl index`.\n',
    })
    await index(cwd)
    writeFileSync(join(cwd, '.casectl/index/manifest.json'), '{"format":"casectl-index","version":1}')
    expect((await index(cwd, '--check', '--json')).stdout).toContain('"state": "older"')
    writeFileSync(join(cwd, '.casectl/index/manifest.json'), '{"format":"other"}')
    expect((await index(cwd, '--check', '--json')).stdout).toContain('"state": "foreign"')
  })

  test('notices a flipped byte in any file of the index, and --full mends it', async () => {
    const cwd = library()
    await index(cwd)
    const folder = join(cwd, '.casectl/index')
    for (const name of readdirSync(folder)) {
      const file = join(folder, name)
      const bytes = readFileSync(file)
      for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ 1
        writeFileSync(file, flipped)
        const { code, stdout } = await index(cwd, '--check', '--json')
        const { state, damaged } = JSON.parse(stdout)
        expect([code, state], `${name} at ${at}`).toEqual([1, 'damaged'])
        if (name !== 'manifest.json') expect(damaged).toEqual([name])
      }
      await index(cwd, '--full')
      expect((await index(cwd, '--check')).stdout, name).toBe('The index is up to date.\n')
      expect(readdirSync(folder)).toContain(name)
    }
  })

  test('a pack that is missing is damage too', async () => {
    const cwd = library()
    await index(cwd)
    const name = readdirSync(join(cwd, '.casectl/index')).find(found => found.startsWith('columns-')) ?? ''
    rmSync(join(cwd, '.casectl/index', name))
    expect(JSON.parse((await index(cwd, '--check', '--json')).stdout)).toMatchObject({
      state: 'damaged',
      damaged: [name],
    })
  })
})

describe('casectl index --stats', () => {
  test('says what the index holds and what it weighs', async () => {
    const cwd = library()
    expect(await index(cwd, '--stats')).toMatchObject({
      code: 1,
      stdout: 'There is no index. Run `casectl index`.\n',
    })
    await index(cwd)
    const { code, stdout } = await index(cwd, '--stats', '--json')
    const { living, archive, files, bytes } = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(living).toMatchObject({ documents: 2, dead: 0, segments: 1 })
    expect(archive).toMatchObject({ documents: 1, segments: 1 })
    expect(living.postings).toBeGreaterThan(living.terms)
    expect(Object.keys(bytes)).toEqual(expect.arrayContaining(['manifest', 'terms', 'documents']))
    const packs = readdirSync(join(cwd, '.casectl/index')).filter(name => /^[a-z]+-|^manifest/.test(name))
    expect(files).toBe(packs.length)
    expect((await index(cwd, '--stats')).stdout).toMatch(/^cases \(living \+ archived\) +2 \+ 1\n/)
  })

  test('counts postings of living cases only', async () => {
    const cwd = library()
    const postings = async (): Promise<number> =>
      JSON.parse((await index(cwd, '--stats', '--json')).stdout).living.postings
    await index(cwd)
    const before = await postings()
    rmSync(join(cwd, 'cases/a.md'))
    await index(cwd)
    expect(await postings()).toBeLessThan(before)
  })
})

test.each([[['--check', '--full']], [['--check', '--stats']], [['--full', '--stats']]])(
  '%j exclude one another',
  async args => {
    expect((await index(library(), ...args)).code).toBe(2)
  },
)
