import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { write } from './repository.js'
import { cli } from './run-cli.js'
import { folderWith, sampleCopy } from './temporary.js'

const GOLD = `# gold
queries:
  - { text: router drops, language: en, kind: keyword, expect: [CASE-0000A] } # first
  - text: router
    language: en
    kind: keyword
    expect:
      - CASE-0000B
      - CASE-0000A # both
`
const SYNONYMS = `equal:
  - [CASE-0000A, old drops]
  - [CASE-0000A, CASE-0000B, drops]
associations:
  CASE-0000A: [wifi]
  night: [CASE-0000A]
`

function caseText(id: string, status: string, fields = '', body = ''): string {
  return `---\nid: ${id}\nkind: case\ntitle: Case ${id}\nstatus: ${status} # kept\nlanguage: en\n${fields}---\n\n# Case\n${body}`
}

function library(files: Readonly<Record<string, string | Uint8Array>>): string {
  return folderWith({
    'casectl.config.yml': '',
    'eval/queries.yml': GOLD,
    'synonyms.yml': SYNONYMS,
    ...files,
  })
}

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8')
const run = (cwd: string, ...args: string[]) => cli(args, { cwd })

/** The findings about relations and links. */
async function untrue(cwd: string): Promise<string[]> {
  const { stdout } = await run(cwd, 'lint', '--json')
  const found: { rule: string; code: string; path: string }[] = JSON.parse(stdout).diagnostics
  return found
    .filter(({ rule }) => ['relations', 'links', 'orphan-asset', 'id-unique'].includes(rule))
    .map(({ rule, code, path }) => `${path} ${rule}/${code}`)
}

/** Every file below a folder with its bytes. */
function tree(cwd: string): Record<string, string> {
  const entries = readdirSync(cwd, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile() && !entry.parentPath.includes('.casectl'))
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(cwd.length + 1), readFileSync(path, 'latin1')]
    }),
  )
}

const PAIR = {
  'cases/a.md': caseText(
    'CASE-0000A',
    'published',
    'related: [CASE-0000B, CASE-0000C]\nsupersedes: [CASE-0000D]\n',
  ),
  'cases/b.md': caseText('CASE-0000B', 'published', 'related:\n  - CASE-0000A\n'),
  'cases/c.md': caseText('CASE-0000C', 'published', 'related: [CASE-0000A]\n', '[old](a.md)\n'),
  'cases/d.md': caseText('CASE-0000D', 'superseded', 'superseded_by: CASE-0000A\n'),
}

test('supersede: both sides say so, the way leads on, gold queries and synonyms name the new case', async () => {
  const cwd = library(PAIR)
  expect(await run(cwd, 'supersede', 'CASE-0000A', '0000b')).toMatchObject({ code: 0 })
  expect(read(cwd, 'cases/a.md')).toBe(
    caseText(
      'CASE-0000A',
      'superseded',
      'related: [CASE-0000C]\nsupersedes: [CASE-0000D]\nsuperseded_by: CASE-0000B\n',
    ),
  )
  expect(read(cwd, 'cases/b.md')).toBe(
    caseText('CASE-0000B', 'published', 'related: []\nsupersedes: [CASE-0000A]\n'),
  )
  expect(read(cwd, 'cases/c.md')).toBe(PAIR['cases/c.md'])
  expect(read(cwd, 'cases/d.md')).toBe(PAIR['cases/d.md'])
  expect(read(cwd, 'eval/queries.yml')).toBe(
    GOLD.replace('[CASE-0000A] }', '[CASE-0000B] }').replace('      - CASE-0000A # both\n', ''),
  )
  expect(read(cwd, 'synonyms.yml')).toBe(`equal:
  - [CASE-0000B, old drops]
  - [CASE-0000A, CASE-0000B, drops]
associations:
  CASE-0000B: [wifi]
  night: [CASE-0000B]
`)
  expect(await untrue(cwd)).toEqual([])
})

test('--dry-run and --json show what would be written, and write nothing', async () => {
  const cwd = library(PAIR)
  const before = tree(cwd)
  const { stdout, stderr } = await run(cwd, 'supersede', 'CASE-0000A', 'CASE-0000B', '--dry-run')
  expect(stdout).toContain('+superseded_by: CASE-0000B')
  expect(stderr).toContain('Files that would change: 4. Nothing was written.')
  const json = JSON.parse((await run(cwd, 'merge', 'CASE-0000A', 'CASE-0000B', '--dry-run', '--json')).stdout)
  expect(json).toMatchObject({
    command: 'merge',
    into: 'CASE-0000A',
    from: 'CASE-0000B',
    dryRun: true,
    moves: [],
  })
  expect(json.files.map(({ path }: { path: string }) => path)).toContain('cases/b.md')
  expect(tree(cwd)).toEqual(before)
})

test.each([
  ['supersede', 'CASE-0000A', 'CASE-0000A', 'cannot take its own place'],
  ['supersede', 'CASE-0000D', 'CASE-0000B', 'superseded by CASE-0000A already'],
  ['supersede', 'CASE-0000A', 'CASE-0000D', 'CASE-0000D is superseded'],
  ['supersede', 'CASE-0000E', 'CASE-0000A', 'CASE-0000E is draft'],
  ['supersede', 'CASE-0000A', 'CASE-0000E', 'not in force'],
  ['supersede', 'CASE-0000A', 'CASE-0000X', 'There is no case CASE-0000X'],
  ['supersede', 'CASE-0000A', 'nonsense', 'There is no case nonsense'],
  ['merge', 'CASE-0000B', 'CASE-0000E', 'CASE-0000E is draft'],
  ['supersede', 'CASE-0000F', 'CASE-0000B', 'Several files'],
])('%s %s %s is refused: %s', async (command, first, second, reason) => {
  const cwd = library({
    ...PAIR,
    'cases/e.md': caseText('CASE-0000E', 'draft'),
    'cases/f.md': caseText('CASE-0000F', 'published'),
    'cases/g.md': caseText('CASE-0000F', 'published'),
  })
  const before = tree(cwd)
  const { code, stderr } = await run(cwd, command, first, second)
  expect([code, stderr]).toEqual([2, expect.stringContaining(reason)])
  expect(tree(cwd)).toEqual(before)
})

test('merge: what the second says of customers goes to the first, which is in review again', async () => {
  const cwd = library({
    ...PAIR,
    'cases/a.md': caseText(
      'CASE-0000A',
      'published',
      'tags: [wifi] # few\ncustomer_phrases:\n  - "it drops"\nrelated: [CASE-0000B]\n',
    ).replaceAll('\n', '\r\n'),
    'cases/b.md': caseText(
      'CASE-0000B',
      'needs-review',
      'tags: [WiFi, night]\ncustomer_phrases: [it drops, "gone: at night"]\nsource: { type: ticket, refs: [TK-1] }\nrelated: [CASE-0000A, CASE-0000C]\n',
    ),
    'cases/c.md': caseText('CASE-0000C', 'published', 'related: [CASE-0000B]\n', '[b](b.md)\n'),
    'cases/d.md': caseText('CASE-0000D', 'superseded', 'superseded_by: CASE-0000B\n'),
    'reviews/CASE-0000B/x.yml': 'kept: as it is\n',
  })
  expect(await run(cwd, 'merge', 'CASE-0000A', 'CASE-0000B')).toMatchObject({ code: 0 })
  expect(read(cwd, 'cases/a.md')).toBe(
    caseText(
      'CASE-0000A',
      'in-review',
      'tags: [wifi, night] # few\ncustomer_phrases:\n  - "it drops"\n  - "gone: at night"\nrelated: [CASE-0000C]\nsource: { refs: [TK-1] }\nsupersedes: [CASE-0000B]\n',
    ).replaceAll('\n', '\r\n'),
  )
  expect(read(cwd, 'cases/b.md')).toContain('status: superseded # kept\n')
  expect(read(cwd, 'cases/b.md')).toContain('related: []\nsuperseded_by: CASE-0000A\n')
  expect(read(cwd, 'cases/c.md')).toBe(
    caseText('CASE-0000C', 'published', 'related: [CASE-0000A]\n', '[b](b.md)\n'),
  )
  expect(read(cwd, 'reviews/CASE-0000B/x.yml')).toBe('kept: as it is\n')
  expect(await untrue(cwd)).toEqual(['cases/d.md relations/notSupersedes'])
})

test('a front matter that cannot be edited safely is left, and nothing else is written', async () => {
  const odd = caseText('CASE-0000B', 'published', 'related: [ # why\n  CASE-0000A ]\n')
  const cwd = library({ ...PAIR, 'cases/b.md': odd })
  const before = tree(cwd)
  const { code, stderr } = await run(cwd, 'supersede', 'CASE-0000A', 'CASE-0000B')
  expect([code, stderr]).toEqual([2, expect.stringContaining('cases/b.md is written in a way')])
  expect(stderr).toContain('set status: superseded and superseded_by: CASE-0000B in CASE-0000A')
  expect(tree(cwd)).toEqual(before)
})

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe, 0, 1])
const BODY = `
![plan](img/plan.png) and [b](b.md#cause "title") and [far](<../cases/x y/c.md>)
<img src="img/only.png"> [shared](img/shared.png) [top](#case) [web](https://example.com/a.md)

[ref]: ./sub/%E6%97%A5%E5%BF%97.txt
[self](a.md#case)
`

function withAssets(): string {
  return library({
    'cases/a.md': caseText('CASE-0000A', 'published', 'attachments: [{ path: img/log 1.txt }]\n', BODY),
    'cases/b.md': caseText(
      'CASE-0000B',
      'published',
      '',
      '\n[a](a.md) ![shared](img/shared.png)\n<a href="a.md?x#y">a</a>\n',
    ),
    'cases/x y/c.md': caseText('CASE-0000C', 'published', '', '\n[a](../a.md#case "say")\n\n[d]: ../a.md\n'),
    'cases/img/plan.png': PNG,
    'cases/img/only.png': PNG,
    'cases/img/shared.png': PNG,
    'cases/img/log 1.txt': 'log',
    'cases/sub/日志.txt': 'log',
  })
}

test('mv: the case goes with the assets that it alone uses, and every link leads where it led', async () => {
  const cwd = withAssets()
  expect(await untrue(cwd)).toEqual([])
  const { code, stderr } = await run(cwd, 'mv', 'CASE-0000A', 'cases/x y/')
  expect([code, stderr]).toEqual([0, expect.stringContaining('Files changed: 8.')])
  expect(
    Object.keys(tree(cwd))
      .filter(path => path.startsWith('cases/'))
      .sort(),
  ).toEqual([
    'cases/b.md',
    'cases/img/shared.png',
    'cases/x y/a.md',
    'cases/x y/c.md',
    'cases/x y/img/log 1.txt',
    'cases/x y/img/only.png',
    'cases/x y/img/plan.png',
    'cases/x y/sub/日志.txt',
  ])
  expect(Uint8Array.from(readFileSync(join(cwd, 'cases/x y/img/plan.png')))).toEqual(PNG)
  expect(read(cwd, 'cases/x y/a.md')).toContain(`
![plan](img/plan.png) and [b](../b.md#cause "title") and [far](<c.md>)
<img src="img/only.png"> [shared](../img/shared.png) [top](#case) [web](https://example.com/a.md)

[ref]: ./sub/%E6%97%A5%E5%BF%97.txt
[self](a.md#case)
`)
  expect(read(cwd, 'cases/b.md')).toContain(
    '[a](x%20y/a.md) ![shared](img/shared.png)\n<a href="x%20y/a.md?x#y">',
  )
  expect(read(cwd, 'cases/x y/c.md')).toContain('[a](a.md#case "say")\n\n[d]: a.md\n')
  expect(await untrue(cwd)).toEqual([])
  expect(existsSync(join(cwd, '.casectl/journal/apply.json'))).toBe(false)
  const moved = tree(cwd)
  await run(cwd, 'mv', 'CASE-0000A', 'cases/a.md')
  await run(cwd, 'mv', 'CASE-0000A', 'cases/x y/a.md')
  expect(tree(cwd)).toEqual(moved)
})

test('mv: links that are written the long way round follow as well', async () => {
  const cwd = library({
    'cases/x/a.md': caseText(
      'CASE-0000A',
      'published',
      '',
      '\n[b](../../cases/x/b.md) [c](./../../archive/x/c.md)\n',
    ),
    'cases/x/b.md': caseText('CASE-0000B', 'published', '', '\n[a](../../cases/x/a.md)\n'),
    'archive/x/c.md': caseText('CASE-0000C', 'archived', '', '\n[a](../../cases/x/a.md)\n'),
  })
  await run(cwd, 'mv', 'CASE-0000A', 'archive/x/')
  expect(read(cwd, 'archive/x/a.md')).toContain('\n[b](../../cases/x/b.md) [c](./../../archive/x/c.md)\n')
  expect(read(cwd, 'cases/x/b.md')).toContain('[a](../../archive/x/a.md)')
  expect(read(cwd, 'archive/x/c.md')).toContain('[a](a.md)')
  expect(await untrue(cwd)).toEqual([])
})

test('mv: documents beside the cases follow, what git ignores and what only looks like a link does not', async () => {
  const page = (to: string, asset: string) =>
    `# Handbook\r\n\r\nSee [A](${to}#case "say") and <a href="${to}">A</a>, ![x](${asset})\r\n\r\n\`[A](cases/a.md)\` [b](cases/b.md)\r\n\r\n[ref]: <${to}>\r\n`
  const cwd = library({
    'cases/a.md': caseText('CASE-0000A', 'published', '', '\n![only](only.png)\n'),
    'cases/b.md': caseText('CASE-0000B', 'published'),
    'cases/only.png': PNG,
    'README.md': page('cases/a.md', 'cases/only.png'),
    'docs/手册.md': '[A](../cases/a.md) [B](../cases/b.md)\n',
    'docs/other.md': 'cases/a.md is a path, no link.\n',
    'site/page.md': page('../cases/a.md', '../cases/only.png'),
    'docs/broken.md': Uint8Array.from([0x63, 0x61, 0x73, 0x65, 0x73, 0x2f, 0xff]),
    '.gitignore': 'site/\n',
  })
  execFileSync('git', ['init', '--quiet'], { cwd })
  const before = tree(cwd)
  const dry = await run(cwd, 'mv', 'CASE-0000A', 'cases/x/', '--dry-run')
  expect(dry.stdout).toContain('README.md')
  expect(tree(cwd)).toEqual(before)
  expect((await run(cwd, 'mv', 'CASE-0000A', 'cases/x/')).code).toBe(0)
  expect(read(cwd, 'README.md')).toBe(page('cases/x/a.md', 'cases/x/only.png'))
  expect(read(cwd, 'docs/手册.md')).toBe('[A](../cases/x/a.md) [B](../cases/b.md)\n')
  const after = tree(cwd)
  for (const path of ['docs/other.md', 'site/page.md', 'docs/broken.md'])
    expect(after[path]).toBe(before[path])
})

test('mv within a folder is a new name; links follow, assets stay', async () => {
  const cwd = withAssets()
  const { stdout } = await run(cwd, 'mv', 'CASE-0000A', 'cases/new name.md', '--dry-run')
  expect(stdout).toContain('cases/a.md → cases/new name.md')
  await run(cwd, 'mv', 'CASE-0000A', 'cases/new name.md')
  expect(existsSync(join(cwd, 'cases/img/plan.png'))).toBe(true)
  expect(read(cwd, 'cases/new name.md')).toContain('[self](new%20name.md#case)')
  expect(await untrue(cwd)).toEqual([])
})

test.each([
  ['elsewhere/a.md', 'no place for a case'],
  ['../a.md', 'no place for a case'],
  ['cases/a.txt', 'no place for a case'],
  ['cases/.hidden/a.md', 'is a name that'],
  ['cases/con.md', 'is a name that'],
  ['cases/a.md', 'at cases/a.md already'],
  ['cases/b.md', 'is there already'],
  ['cases/full/a.md', 'cases/full/img/plan.png is there already'],
])('mv to %s is refused: %s', async (path, reason) => {
  const cwd = withAssets()
  write(cwd, 'cases/full/img/plan.png', 'another')
  const before = tree(cwd)
  const { code, stderr } = await run(cwd, 'mv', 'CASE-0000A', path)
  expect([code, stderr]).toEqual([2, expect.stringContaining(reason)])
  expect(tree(cwd)).toEqual(before)
})

test('the sample library stays true under supersede, merge and mv', async () => {
  const cwd = sampleCopy()
  const before = await untrue(cwd)
  const { stdout } = await run(cwd, 'list', '--status', 'published', '--json')
  const [a, b, c, d, e] = JSON.parse(stdout).cases.map(({ id }: { id: string }) => id) as string[]
  expect(await run(cwd, 'mv', a ?? '', 'archive/far/away/')).toMatchObject({ code: 0 })
  expect(await run(cwd, 'supersede', b ?? '', c ?? '')).toMatchObject({ code: 0 })
  expect(await run(cwd, 'merge', d ?? '', e ?? '')).toMatchObject({ code: 0 })
  expect(await untrue(cwd)).toEqual(before)
})
