import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { cli } from './run-cli.js'
import { folderWith, installCopy, temporaryFolder } from './temporary.js'

const GOOD = exampleCase()
const front = (lines: string): string => `---\n${lines}\n---\n\n## Problem\n\nText.\n`
const withField = (line: string): string => GOOD.replace('\n---\n', `\n${line}\n---\n`)
const bytes = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(text, encoding)

/** What must be found in a file of that content. */
const BAD: readonly (readonly [name: string, content: string | Uint8Array, rule: string])[] = [
  ['javascript', GOOD.replace('---', '---js'), 'front-matter'],
  ['javascript-long', GOOD.replace('---', '---javascript'), 'front-matter'],
  ['javascript-space', GOOD.replace('---', '--- js'), 'front-matter'],
  ['json', '---json\n{"id": "CASE-7F3KQ"}\n---\n', 'front-matter'],
  ['coffee', '---coffee\nid: 1\n---\n', 'front-matter'],
  ['impossible-day', withField('opened: 2024-02-31'), 'schema'],
  ['alias', withField('tags: &a [x]\nregions: *a'), 'front-matter'],
  ['prototype', withField('__proto__: { admin: true }'), 'front-matter'],
  ['tag', withField('tags: !!js/function "x"'), 'front-matter'],
  ['deep', withField(`tags: ${'['.repeat(40)}${']'.repeat(40)}`), 'front-matter'],
  ['very-deep', withField(`tags: ${'['.repeat(50_000)}`), 'front-matter'],
  ['duplicate-key', withField('title: again'), 'duplicate-key'],
  ['yaml-error', withField('tags: ]'), 'front-matter'],
  ['not-a-map', '---\n- a\n- b\n---\n', 'front-matter'],
  ['binary', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256), 'readable-file'],
  ['nul', GOOD.replace('radar', 'ra\0dar'), 'readable-file'],
  [
    'gbk',
    Buffer.concat([bytes(front('title: x'), 'utf8'), Buffer.from([0xcd, 0xa3, 0xbb, 0xfa])]),
    'readable-file',
  ],
  ['utf16', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes(GOOD, 'utf16le')]), 'readable-file'],
  ['utf16-no-mark', bytes(GOOD, 'utf16le'), 'readable-file'],
  ['large', `${GOOD}${'A long line of text.\n'.repeat(16_000)}`, 'readable-file'],
  ['empty', '', 'front-matter'],
  ['blank', '\n\n', 'front-matter'],
  ['no-front-matter', '# Title\n\nText.\n', 'front-matter'],
  ['unclosed', '---\nid: CASE-AAAAA\ntitle: x\n', 'front-matter'],
  ['dashes', '---\nid: CASE-AAAAA\n---x\n---\n', 'front-matter'],
  ['only-front-matter', GOOD.slice(0, GOOD.indexOf('\n---\n') + 5), 'required-sections'],
  ['empty-front-matter', '---\n---\n\n## Problem\n\nText.\n', 'front-matter'],
  ['two-marks', `\uFEFF\uFEFF${GOOD}`, 'front-matter'],
  ['no-id', GOOD.replace(/^id: .*\n/m, ''), 'schema'],
  ['bad-id', GOOD.replace('CASE-7F3KQ', 'case-1'), 'schema'],
  ['unknown-field', withField('titel: x'), 'schema'],
  ['unknown-status', GOOD.replace('status: published', 'status: pubished'), 'schema'],
  ['unknown-term', GOOD.replace('frequent-drops', 'no-such-term'), 'known-terms'],
  ['dangling-link', `${GOOD}\nSee [that](missing.md).\n`, 'links'],
  ['link-outside', `${GOOD}\nSee [that](../../../etc/passwd).\n`, 'links'],
  ['script-link', `${GOOD}\n[x](javascript:alert(1))\n`, 'links'],
  ['list-bomb', `${GOOD}\n${'- '.repeat(3000)}x\n`, 'body-limits'],
  ['emphasis-bomb', `${GOOD}\n${'_a__ \n'.repeat(20_000)}\n`, 'body-limits'],
  ['quote-bomb', `${GOOD}\n${'> '.repeat(3000)}x\n`, 'body-limits'],
  ['long-line', `${GOOD}\n${'x'.repeat(9000)}\n`, 'body-limits'],
  ['unclosed-fence', GOOD.replace('## Steps', '```sh\n## Steps'), 'required-sections'],
  ['missing-related', withField('related: [CASE-ZZZZZ]'), 'relations'],
]

interface Found {
  readonly path: string
  readonly rule: string
  readonly line?: number
}

function libraryOfBadInput(): string {
  const files: Record<string, string | Uint8Array> = {
    'casectl.config.yml': '',
    'taxonomy.yml': readFileSync('taxonomy.yml'),
    'cases/good.md': GOOD.replace('CASE-7F3KQ', 'CASE-G00D1'),
    'cases/also-good.md': GOOD.replace('CASE-7F3KQ', 'CASE-G00D2').replace('frequent-drops', '经常断线'),
  }
  for (const [i, [name, content]] of BAD.entries()) {
    const id = `CASE-B${String(i).padStart(4, '0')}`
    files[`cases/bad/${name}.md`] = typeof content === 'string' ? content.replace('CASE-7F3KQ', id) : content
  }
  const folder = folderWith(files)
  symlinkSync('/etc/hostname', join(folder, 'cases/bad/symlink.md'))
  symlinkSync('nowhere', join(folder, 'cases/bad/dangling.md'))
  mkdirSync(join(folder, 'cases/bad/folder.md'))
  spawnSync('mkfifo', [join(folder, 'cases/bad/pipe.md')])
  return folder
}

test(`each of ${BAD.length + 4} bad inputs is a finding with file and line, and hides no other`, async () => {
  const cwd = libraryOfBadInput()
  const { code, stdout, stderr } = await cli(['lint', '--format', 'json'], { cwd })
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  const found: Found[] = JSON.parse(stdout).diagnostics
  const special = ['symlink', 'dangling', 'folder', 'pipe'].map(name => [name, '', 'readable-file'] as const)
  for (const [name, , rule] of [...BAD, ...special]) {
    const own = found.filter(({ path }) => path === `cases/bad/${name}.md`)
    expect(
      own.map(finding => finding.rule),
      name,
    ).toContain(rule)
    expect(
      own.filter(finding => !(Number(finding.line) >= 1)),
      name,
    ).toEqual([])
  }
  expect(found.filter(({ path }) => path === 'cases/good.md')).toEqual([])
  expect(found.filter(({ path }) => path === 'cases/also-good.md').map(({ rule }) => rule)).toEqual([
    'known-terms',
  ])
  // The other commands live with them too.
  expect((await cli(['list'], { cwd })).code).toBe(0)
  expect((await cli(['search', 'radar'], { cwd })).code).toBe(0)
  expect((await cli(['show', 'CASE-G00D1'], { cwd })).code).toBe(0)
  expect((await cli(['taxonomy'], { cwd })).code).toBe(0)
})

test.each([
  ['Windows line ends', GOOD.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${GOOD}`],
  ['both', `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`],
  ['no line end after the last line', GOOD.trimEnd()],
])('%s are no fault of a case', async (_, text) => {
  const cwd = folderWith({
    'casectl.config.yml': '',
    'taxonomy.yml': readFileSync('taxonomy.yml'),
    'cases/CASE-7F3KQ.md': text,
  })
  expect(await cli(['lint'], { cwd })).toEqual({
    code: 0,
    stdout: 'Cases checked: 1. No findings.\n',
    stderr: '',
  })
})

test.each([
  ['broken YAML', { 'casectl.config.yml': 'id: [' }],
  ['an unknown key', { 'casectl.config.yml': 'idd: { prefix: X }' }],
  ['a value of the wrong type', { 'casectl.config.yml': 'languages: zh' }],
  ['a taxonomy that is none', { 'casectl.config.yml': '', 'taxonomy.yml': 'facets: 1' }],
  [
    'a taxonomy with a repeated term',
    { 'casectl.config.yml': '', 'taxonomy.yml': 'facets:\n  a:\n    terms: [{ id: x }, { id: x }]' },
  ],
  ['a schema of its own that is missing', { 'casectl.config.yml': 'schema: own.json', 'cases/a.md': GOOD }],
  [
    'a schema of its own that is no JSON',
    { 'casectl.config.yml': 'schema: own.json', 'own.json': '{', 'cases/a.md': GOOD },
  ],
])('%s is exit 2 and names the file', async (_, files) => {
  const cwd = folderWith(files)
  const { code, stdout, stderr } = await cli(['lint'], { cwd })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/casectl\.config\.yml|taxonomy\.yml|own\.json/)
  expect(JSON.parse((await cli(['lint', '--json'], { cwd })).stdout)).toHaveProperty('error.code')
})

test('no library, and a configuration that is not there, are exit 2', async () => {
  const cwd = temporaryFolder()
  expect(await cli(['lint'], { cwd })).toMatchObject({ code: 2 })
  expect(await cli(['lint', '--config', 'missing.yml'], { cwd })).toMatchObject({ code: 2 })
  expect(await cli(['lint', '--config', '.'], { cwd })).toMatchObject({ code: 2 })
})

test.skipIf(process.getuid?.() !== 0)(
  'what an unprivileged user may not read: a case is a finding, the root is exit 2',
  () => {
    const install = installCopy()
    const cwd = folderWith({ 'casectl.config.yml': '', 'cases/secret.md': GOOD, 'cases/other.md': '' })
    chmodSync(cwd, 0o755)
    chmodSync(join(cwd, 'cases/secret.md'), 0o000)
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(install, 'bin/casectl.js'), ...args], {
        cwd,
        encoding: 'utf8',
        uid: 65534,
        gid: 65534,
      })
    const result = run('lint', '--json')
    expect(result.status).toBe(1)
    const found: Found[] = JSON.parse(result.stdout).diagnostics
    expect(found).toContainEqual(
      expect.objectContaining({ path: 'cases/secret.md', rule: 'readable-file', line: 1 }),
    )
    expect(found.some(({ path }) => path === 'cases/other.md')).toBe(true)
    chmodSync(join(cwd, 'cases'), 0o000)
    expect(run('lint')).toMatchObject({ status: 2 })
    chmodSync(join(cwd, 'cases'), 0o755)
    writeFileSync(join(cwd, 'casectl.config.yml'), '', { mode: 0o000 })
    chmodSync(join(cwd, 'casectl.config.yml'), 0o000)
    expect(run('lint')).toMatchObject({ status: 2 })
  },
)
