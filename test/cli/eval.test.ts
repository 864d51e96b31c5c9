import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { smallCase } from '../workspace/indexed-library.js'
import { type CliResult, cli } from './run-cli.js'
import { folderWith, sampleCopy, temporaryFolder } from './temporary.js'

const GOLD = `queries:
  - { text: 夜里停机, language: zh-CN, kind: symptom, expect: [CASE-00001] }
  - { text: paper jam, language: en-GB, kind: keyword, expect: [CASE-00003] }
  - { text: 宕机, language: zh-CN, kind: keyword, expect: [CASE-00001] }
`

const FILES = {
  'casectl.config.yml': 'version: 1\n',
  'taxonomy.yml': 'facets: {}\n',
  'cases/CASE-00001.md': smallCase('CASE-00001', '水泵夜里自动停机'),
  'cases/CASE-00002.md': smallCase('CASE-00002', '风扇不转，很烫'),
  'cases/CASE-00003.md': smallCase('CASE-00003', 'paper jam in the feeder', { language: 'en' }),
  'eval/queries.yml': GOLD,
}

/** A library of three cases and three gold queries, of which search answers two. */
function library(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ ...FILES, ...files })
}

const json = ({ stdout }: CliResult) => JSON.parse(stdout)

test('the figures stand in a table: all, by language, by kind', async () => {
  const { code, stdout, stderr } = await cli(['eval'], { cwd: library() })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.split('\n').slice(0, 6)).toEqual([
    'queries  count  hit@1  hit@5  MRR    no hits',
    'all      3      0.667  0.667  0.667  0.333',
    'en       1      1.000  1.000  1.000  0.000',
    'zh       2      0.500  0.500  0.500  0.500',
    'keyword  2      0.500  0.500  0.500  0.500',
    'symptom  1      1.000  1.000  1.000  0.000',
  ])
  expect(stdout.split('\n').slice(6)).toEqual([
    '',
    'Not answered among the first five: 1',
    '宕机  zh-CN, keyword',
    '  CASE-00001 is not among the first ten; hits: 0',
    '',
  ])
})

test('a failure is told with what stood above the right case', async () => {
  const filler = Object.fromEntries(
    Array.from({ length: 6 }, (_, i) => [
      `cases/CASE-0001${i}.md`,
      smallCase(`CASE-0001${i}`, `paper jam jam ${i}`, { language: 'en', title: `Paper jam ${i}` }),
    ]),
  )
  const { stdout } = await cli(['eval'], { cwd: library(filler) })
  expect(stdout).toContain(
    'paper jam  en-GB, keyword\n  CASE-00003 stands at place 7\n    1. CASE-00010  Paper jam 0\n    2. CASE-00011  Paper jam 1\n',
  )
  expect(stdout).toContain('    6. CASE-00015  Paper jam 5\n')
})

test('where every query is answered, no failures are spoken of', async () => {
  const { stdout } = await cli(['eval'], { cwd: library({ 'synonyms.yml': 'equal: [[宕机, 停机]]\n' }) })
  expect(stdout).toContain('all      3      1.000  1.000  1.000  0.000\n')
  expect(stdout).not.toContain('Not answered')
})

test('--lang zh speaks Chinese', async () => {
  const args = ['eval', '--lang', 'zh', '--min-hit5', '.9', '--compare', 'HEAD']
  const cwd = library()
  commit(cwd)
  const { code, stdout, stderr } = await cli(args, { cwd, env: GIT_ENV })
  expect(stdout).toBe(`查询     数量  hit@1  hit@5  MRR    零命中
全部     3     0.667  0.667  0.667  0.333
en       1     1.000  1.000  1.000  0.000
zh       2     0.500  0.500  0.500  0.500
keyword  2     0.500  0.500  0.500  0.500
symptom  1     1.000  1.000  1.000  0.000

前五条未命中：1
宕机  zh-CN, keyword
  前十条中没有 CASE-00001；命中 0 条

结果有变化的查询：0
hit@5 0.667 → 0.667，MRR 0.667 → 0.667
`)
  expect(code).toBe(1)
  expect(stderr).toBe('hit@5（全部）为 0.667，低于门槛 0.9。\nhit@5（zh）为 0.500，低于门槛 0.9。\n')
})

test('--json holds the figures and every query with its place', async () => {
  const cwd = library()
  const result = await cli(['eval', '--json'], { cwd })
  expect(result.code).toBe(0)
  expect(json(result)).toEqual({
    casectl: 1,
    command: 'eval',
    gold: 'eval/queries.yml',
    all: { count: 3, hit1: 2 / 3, hit5: 2 / 3, mrr: 2 / 3, zero: 1 / 3 },
    byLanguage: {
      en: { count: 1, hit1: 1, hit5: 1, mrr: 1, zero: 0 },
      zh: { count: 2, hit1: 0.5, hit5: 0.5, mrr: 0.5, zero: 0.5 },
    },
    byKind: {
      keyword: { count: 2, hit1: 0.5, hit5: 0.5, mrr: 0.5, zero: 0.5 },
      symptom: { count: 1, hit1: 1, hit5: 1, mrr: 1, zero: 0 },
    },
    vanished: [],
    queries: [
      {
        ...{ text: '夜里停机', language: 'zh-CN', kind: 'symptom', expect: ['CASE-00001'] },
        ...{ rank: 1, total: 1, above: [] },
      },
      {
        ...{ text: 'paper jam', language: 'en-GB', kind: 'keyword', expect: ['CASE-00003'] },
        ...{ rank: 1, total: 1, above: [] },
      },
      {
        ...{ text: '宕机', language: 'zh-CN', kind: 'keyword', expect: ['CASE-00001'] },
        ...{ total: 0, above: [] },
      },
    ],
  })
  expect((await cli(['eval', '--json', '--lang', 'zh'], { cwd })).stdout).toBe(result.stdout)
})

test('--min-hit5 is a gate for the whole and for each language', async () => {
  const cwd = library()
  expect(await cli(['eval', '--min-hit5', '0.5'], { cwd })).toMatchObject({ code: 0, stderr: '' })
  expect(await cli(['eval', '--min-hit5', '0.6'], { cwd })).toMatchObject({
    code: 1,
    stderr: 'hit@5 of zh queries is 0.500, below the gate of 0.6.\n',
  })
  const both = await cli(['eval', '--min-hit5', '1', '--json'], { cwd })
  expect(both.code).toBe(1)
  expect(json(both).gate).toEqual({ minHit5: 1, failed: ['all', 'zh'] })
  expect(both.stderr).toContain('hit@5 of all queries is 0.667, below the gate of 1.\n')
})

test.each(['95', '1.01', '-0.5', '95%', '0,95', 'half', '', '1e-1', '.', 'NaN'])(
  '--min-hit5 %j is wrong usage',
  async value => {
    const { code, stdout, stderr } = await cli(['eval', `--min-hit5=${value}`], { cwd: library() })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('--min-hit5 takes a share from 0 to 1')
  },
)

test.each(['0', '0.0', '.5', '0.5'])('--min-hit5 %s is a share', async value => {
  expect((await cli(['eval', '--min-hit5', value], { cwd: library() })).code).toBe(0)
})

test('--gold reads another file, named from the current folder or from anywhere', async () => {
  const cwd = library({ 'cases/mine.yml': GOLD.replace(/ {2}- .*宕机.*\n/, '') })
  const below = await cli(['eval', '--json', '--gold', 'mine.yml'], { cwd: join(cwd, 'cases') })
  expect(json(below)).toMatchObject({ gold: 'mine.yml', all: { count: 2, hit1: 1 } })
  const elsewhere = folderWith({ 'real/q.yml': GOLD })
  symlinkSync('real', join(elsewhere, 'link'))
  for (const folder of ['real', 'link']) {
    const path = join(elsewhere, folder, 'q.yml')
    expect(json(await cli(['eval', '--json', '--gold', path], { cwd }))).toMatchObject({
      gold: path,
      all: { count: 3 },
    })
  }
})

test('a missing file is exit 2 and says what to write', async () => {
  const cwd = library()
  rmSync(join(cwd, 'eval'), { recursive: true })
  const own = await cli(['eval'], { cwd })
  expect(own).toMatchObject({ code: 2, stdout: '' })
  expect(own.stderr).toContain('There are no gold queries: eval/queries.yml is missing.')
  const named = await cli(['eval', '--gold', 'no/such.yml', '--lang', 'zh'], { cwd })
  expect(named.code).toBe(2)
  expect(named.stderr).toContain('没有评测查询：缺少 no/such.yml。')
})

test('a file that does not hold is exit 2, every problem with its place', async () => {
  const cwd = library({
    'eval/queries.yml': 'queries:\n  - { text: x, language: en, knid: code, expect: [] }\n',
  })
  const { code, stdout, stderr } = await cli(['eval'], { cwd })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('eval/queries.yml cannot be used:')
  expect(stderr).toContain('eval/queries.yml:2:5  The field `queries.0.kind` is missing.')
  expect(stderr).toContain('eval/queries.yml:2:30  Unknown field `queries.0.knid`. Did you mean `kind`?')
  expect(stderr).toContain('eval/queries.yml:2:50  `queries.0.expect`')
})

test('--config names the library from any folder', async () => {
  const cwd = library({ 'other/place/.keep': '' })
  const args = ['eval', '--json', '--config', '../../casectl.config.yml']
  const result = await cli(args, { cwd: join(cwd, 'other/place') })
  expect(json(result).all.count).toBe(3)
})

test('an edit of a case is seen at once', async () => {
  const cwd = library()
  const mrr = async (): Promise<number> => json(await cli(['eval', '--json'], { cwd })).all.mrr
  expect(await mrr()).toBe(2 / 3)
  writeFileSync(join(cwd, 'cases/CASE-00001.md'), smallCase('CASE-00001', '水泵夜里宕机停机'))
  expect(await mrr()).toBe(1)
})

test('a hostile query and a hostile title cannot drive the terminal', async () => {
  const title = '"jam \\e]0;owned\\x07 \\u202e"'
  const cwd = library({
    'cases/CASE-00009.md': smallCase('CASE-00009', 'jam', { title }),
    'eval/queries.yml':
      'queries: [{ text: "jam\\e[2J\\u202e", language: en, kind: code, expect: [CASE-00002] }]\n',
  })
  const { stdout } = await cli(['eval', '--color', 'never'], { cwd })
  expect(stdout).toContain('CASE-00009  jam')
  expect(stdout).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/)
})

// --- with git ---------------------------------------------------------------------------------

const GIT_ENV = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' }

function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  const env = { ...GIT_ENV, GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', [...who, ...args], { cwd, env, encoding: 'utf8' })
}

/** Commits everything below a folder, which becomes a repository if it is none. */
function commit(cwd: string): void {
  if (!existsSync(join(cwd, '.git'))) git(cwd, 'init', '--quiet', '--initial-branch=main')
  git(cwd, 'add', '--all')
  git(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'state')
}

function write(cwd: string, path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

test('--compare shows what a change of synonyms and of a case did, losses first', async () => {
  const cwd = library()
  commit(cwd)
  write(cwd, 'synonyms.yml', 'equal: [[宕机, 停机]]\n')
  write(cwd, 'cases/CASE-00003.md', smallCase('CASE-00003', 'no toner', { language: 'en' }))
  const { code, stdout } = await cli(['eval', '--compare', 'HEAD'], { cwd, env: GIT_ENV })
  expect(code).toBe(0)
  expect(stdout.split('\n\n').at(-1)).toBe(`Queries answered otherwise: 2
hit@5 0.667 → 0.667, MRR 0.667 → 0.667
  1 → none  paper jam
  none → 1  宕机
`)
  const result = await cli(['eval', '--compare', 'HEAD', '--json'], { cwd, env: GIT_ENV })
  expect(json(result).compare).toEqual({
    all: { count: 3, hit1: 2 / 3, hit5: 2 / 3, mrr: 2 / 3, zero: 1 / 3 },
    changes: [
      { text: 'paper jam', language: 'en-GB', kind: 'keyword', expect: ['CASE-00003'], before: 1 },
      { text: '宕机', language: 'zh-CN', kind: 'keyword', expect: ['CASE-00001'], after: 1 },
    ],
  })
})

test('--compare asks the queries of now, and takes a branch, a tag and a commit', async () => {
  const cwd = library()
  commit(cwd)
  git(cwd, 'tag', 'v1')
  const id = git(cwd, 'rev-parse', '--short', 'HEAD').trim()
  git(cwd, 'branch', '功能/旧')
  write(cwd, 'eval/queries.yml', GOLD.replaceAll('宕机', '停转'))
  write(cwd, 'cases/CASE-00002.md', smallCase('CASE-00001', '风扇停转'))
  write(cwd, 'cases/CASE-00001.md', smallCase('CASE-00002', '水泵夜里停机'))
  commit(cwd)
  for (const revision of ['HEAD~1', 'v1', id, '功能/旧']) {
    const result = await cli(['eval', '--compare', revision, '--json'], { cwd, env: GIT_ENV })
    expect(json(result).compare.changes.map(({ text }: { text: string }) => text)).toEqual([
      '夜里停机',
      '停转',
    ])
  }
})

test('--compare changes nothing in the repository, not even when a hook of git runs it', async () => {
  const cwd = library()
  commit(cwd)
  write(cwd, 'cases/CASE-00002.md', smallCase('CASE-00002', '风扇不转'))
  git(cwd, 'add', 'cases/CASE-00002.md')
  write(cwd, 'cases/CASE-00002.md', smallCase('CASE-00002', '风扇不转了'))
  const state = (): unknown => [
    readFileSync(join(cwd, '.git/index')).toString('base64'),
    git(cwd, 'status', '--porcelain', '--untracked-files=no'),
    git(cwd, 'stash', 'list'),
  ]
  const before = state()
  // What git sets for its hooks.
  const env = { ...GIT_ENV, GIT_DIR: '/nonexistent', GIT_INDEX_FILE: '/nonexistent' }
  expect((await cli(['eval', '--compare', 'HEAD'], { cwd, env })).code).toBe(0)
  expect(state()).toEqual(before)
})

test('--compare works in a folder of a larger repository, with only the files of that folder', async () => {
  const top = folderWith({ 'README.md': '# other\n', 'casectl.config.yml': 'broken: [\n' })
  const cwd = join(top, '服务 案例')
  cpSync(library(), cwd, { recursive: true })
  commit(top)
  write(cwd, 'synonyms.yml', 'equal: [[宕机, 停机]]\n')
  for (const folder of [cwd, join(cwd, 'cases')]) {
    const result = await cli(['eval', '--compare', 'main', '--json'], { cwd: folder, env: GIT_ENV })
    expect(result.stderr).toBe('')
    expect(json(result).compare.changes).toMatchObject([{ text: '宕机', after: 1 }])
  }
})

test('--compare keeps to the configuration that --config names', async () => {
  const cwd = library({ 'team.yml': 'version: 1\nfolders: { cases: team }\n', 'team/.keep': '' })
  rmSync(join(cwd, 'casectl.config.yml'))
  commit(cwd)
  write(cwd, 'team/CASE-00001.md', FILES['cases/CASE-00001.md'])
  const args = ['eval', '--json', '--config', '../team.yml', '--compare', 'HEAD']
  const result = await cli(args, { cwd: join(cwd, 'cases'), env: GIT_ENV })
  expect(json(result).compare.changes).toMatchObject([{ text: '夜里停机', after: 1 }])
})

test('a configuration that was called otherwise then is found', async () => {
  const cwd = library()
  cpSync(join(cwd, 'casectl.config.yml'), join(cwd, 'casectl.config.yaml'))
  rmSync(join(cwd, 'casectl.config.yml'))
  commit(cwd)
  write(cwd, 'casectl.config.yml', 'version: 1\n')
  rmSync(join(cwd, 'casectl.config.yaml'))
  const result = await cli(['eval', '--compare', 'HEAD', '--json'], { cwd, env: GIT_ENV })
  expect(json(result).compare).toMatchObject({ all: { mrr: 2 / 3 }, changes: [] })
})

test.each(['nosuch', 'HEAD~7', '--output=x', '', 'HEAD..main', 'HEAD:cases'])(
  '--compare %j is no revision',
  async revision => {
    const cwd = library()
    commit(cwd)
    const { code, stdout, stderr } = await cli(['eval', `--compare=${revision}`], { cwd, env: GIT_ENV })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`has no revision "${revision}" in git.`)
    expect(stderr).toContain('Give a branch, tag or commit')
  },
)

test('a revision without the library, or of a broken one, is exit 2 and says so', async () => {
  const cwd = temporaryFolder()
  write(cwd, 'README.md', 'first\n')
  commit(cwd)
  cpSync(library({ 'synonyms.yml': 'equal: [[宕机]]\n' }), cwd, { recursive: true })
  commit(cwd)
  write(cwd, 'synonyms.yml', '')
  const none = await cli(['eval', '--compare', 'HEAD~1'], { cwd, env: GIT_ENV })
  expect(none).toMatchObject({ code: 2, stdout: '' })
  expect(none.stderr).toContain('"HEAD~1" holds no library here: casectl.config.yml is missing.')
  const broken = await cli(['eval', '--compare', 'HEAD'], { cwd, env: GIT_ENV })
  expect(broken).toMatchObject({ code: 2, stdout: '' })
  expect(broken.stderr).toContain('At "HEAD": synonyms.yml cannot be used:\n  synonyms.yml:1:9')
  const chinese = await cli(['eval', '--compare', 'HEAD', '--lang', 'zh'], { cwd, env: GIT_ENV })
  expect(chinese.stderr).toContain('版本“HEAD”：synonyms.yml 无法使用：')
})

test('an expected case that is gone is named, and is no failure of its own', async () => {
  const gone = GOLD.replace('[CASE-00003]', '[CASE-00003, case-00002, CASE-99999]')
  const cwd = library({ 'eval/queries.yml': gone })
  const { code, stderr } = await cli(['eval'], { cwd })
  expect(code).toBe(0)
  expect(stderr).toContain('so no search can find it: CASE-99999. Name the case')
  expect(json(await cli(['eval', '--json'], { cwd })).vanished).toEqual(['CASE-99999'])
})

test('--compare outside a repository is exit 2; so is git that is missing, in its own words', async () => {
  const cwd = library()
  const outside = await cli(['eval', '--compare', 'HEAD'], { cwd, env: GIT_ENV })
  expect(outside).toMatchObject({ code: 2, stdout: '' })
  expect(outside.stderr).toContain('has no revision "HEAD" in git.')
  commit(cwd)
  const env = { ...GIT_ENV, PATH: '/nonexistent' }
  const missing = await cli(['eval', '--compare', 'HEAD'], { cwd, env })
  expect(missing).toMatchObject({ code: 2, stdout: '' })
  expect(missing.stderr).toMatch(/^error: git cannot be started\./)
})

test('the sample library passes the gate that it is released with', async () => {
  const cwd = sampleCopy()
  for (const name of ['synonyms.yml', 'eval']) cpSync(name, join(cwd, name), { recursive: true })
  expect((await cli(['eval', '--min-hit5', '0.95'], { cwd })).code).toBe(0)
})
