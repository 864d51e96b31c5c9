import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { buildProgram, runUnprivileged } from '../io/programs.js'
import { makePipe } from '../io/special-files.js'
import { type CliResult, cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const TAXONOMY = readFileSync('taxonomy.yml', 'utf8')
// They are variants of one case.
const CONFIG = 'rules: { near-duplicate: off }\n'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const fill = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length)

/** A case of its own id with one part of its text replaced. */
let next = 0
function variant(find: string | RegExp = '', replace = ''): string {
  next++
  const id = `CASE-${next.toString().padStart(5, '0')}`
  return exampleCase({ id }).replace(find, replace)
}
const withBody = (text: string): string => variant('The log shows W-104.', text)
const withField = (line: string): string => variant('urgency: medium', `urgency: medium\n${line}`)

interface Bad {
  /** The file's content, or what makes something else of it. */
  readonly content: string | Uint8Array | ((full: string) => void)
  /** `rule/code line` of a finding that must be there. */
  readonly finding: string
}

const bad = (content: Bad['content'], finding: string): Bad => ({ content, finding })

const BAD: Readonly<Record<string, Bad>> = {
  // Front matter that wants to be code, or more than data.
  'js.md': bad(variant('---', '---js'), 'front-matter/engine 1'),
  'javascript.md': bad(variant('---', '---javascript'), 'front-matter/engine 1'),
  'js-with-space.md': bad(variant('---', '--- js'), 'front-matter/engine 1'),
  'json.md': bad('---json\n{"id": "CASE-7F3KQ"}\n---\n', 'front-matter/engine 1'),
  'coffee.md': bad('---coffee\nid: "a"\n---\n', 'front-matter/engine 1'),
  'alias-bomb.md': bad(`---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n---\n`, 'front-matter/alias 2'),
  'merge-key.md': bad(withField('<<: { owner: a }'), 'schema/unknownKey 13'),
  'proto.md': bad(withField('__proto__: { a: b }'), 'front-matter/forbiddenKey 13'),
  'constructor.md': bad(withField('constructor: x'), 'front-matter/forbiddenKey 13'),
  'tag.md': bad(withField('owner: !!js/function "function () {}"'), 'front-matter/tag 13'),
  'deep.md': bad(withField(`x: ${'['.repeat(33)}${']'.repeat(33)}`), 'front-matter/tooDeep 13'),
  'very-deep.md': bad(withField(`x: ${'['.repeat(50_000)}`), 'front-matter/tooDeep 13'),
  'blank-lines.md': bad(variant('urgency', `${'\n'.repeat(200_000)}urgency`), 'front-matter/tooLong 1'),
  'many-values.md': bad(withField(`tags: [${'a,'.repeat(5000)}]`), 'front-matter/tooMany 13'),
  'complex-key.md': bad(withField('? [a, b]\n: c'), 'front-matter/complexKey 13'),
  // Front matter that is broken.
  'empty.md': bad('', 'front-matter/empty 1'),
  'no-front-matter.md': bad('# A title\n\ntext\n', 'front-matter/missing 1'),
  'blank-first-line.md': bad(`\n${variant()}`, 'front-matter/missing 1'),
  'unclosed.md': bad(variant('\n---\n', '\n'), 'front-matter/unclosed 1'),
  'dashes-inside.md': bad(withField('---x'), 'front-matter/dashes 13'),
  'broken-yaml.md': bad(withField('owner: "never closed'), 'front-matter/yaml'),
  'list.md': bad('---\n- id\n---\n', 'front-matter/notAMap 2'),
  'no-fields.md': bad('---\n# nothing\n---\n', 'front-matter/noFields 1'),
  'two-boms.md': bad(`\uFEFF\uFEFF${variant()}`, 'front-matter/extraBom 1'),
  'duplicate-key.md': bad(withField('owner: a'), 'duplicate-key/duplicate'),
  // Fields that are not what they should be.
  'no-id.md': bad(variant(/^id: .*\n/m, ''), 'schema/missingField 1'),
  'not-a-day.md': bad(variant('2026-03-02', '2024-02-31'), 'schema/day 7'),
  'unknown-key.md': bad(withField('custmer_phrases: [a]'), 'schema/unknownKey 13'),
  'wrong-status.md': bad(variant('published', 'publish'), 'schema/choice 5'),
  'wrong-id.md': bad(variant(/CASE-\d+/, 'CASE-0000U'), 'schema/form 2'),
  'crlf.md': bad(variant('medium', 'urgent').replaceAll('\n', '\r\n'), 'schema/choice 12'),
  'crlf-last-line.md': bad(withField('audience: all').replaceAll('\n', '\r\n'), 'schema/choice 13'),
  'bom.md': bad(`\uFEFF${variant('medium', 'urgent')}`, 'schema/choice 12'),
  'unknown-term.md': bad(variant('frequent-drops', 'frequent-dropz'), 'known-terms/unknown 10'),
  'only-front-matter.md': bad(variant(/(?<=\n---\n)[\s\S]*$/, ''), 'required-sections'),
  // Files that are no text.
  'picture.md': bad(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
    'readable-file/binary 3',
  ),
  'nul.md': bad(utf8(withBody('The log\0shows.')), 'readable-file/binary'),
  'gbk.md': bad(
    Buffer.concat([utf8('---\nid: a\n'), Uint8Array.of(0xb1, 0xea, 0xcc, 0xe2)]),
    'readable-file/notUtf8 3',
  ),
  'utf16.md': bad(Uint8Array.from(Buffer.from(`\uFEFF${variant()}`, 'utf16le')), 'readable-file/utf16 1'),
  'utf16-no-bom.md': bad(Uint8Array.from(Buffer.from(variant(), 'utf16le')), 'readable-file/utf16 1'),
  'style-marks.md': bad(withBody('\uFDD2red'), 'readable-file/nonCharacter'),
  'large.md': bad(withBody('The log shows W-104.\n'.repeat(15_000)), 'readable-file/tooLarge 1'),
  // Entries that are no files.
  'link-out.md': bad(full => symlinkSync('/etc/hostname', full), 'readable-file/notAFile 1'),
  'link-inside.md': bad(full => symlinkSync('good.md', full), 'readable-file/notAFile 1'),
  'link-dangling.md': bad(full => symlinkSync('nowhere', full), 'readable-file/notAFile 1'),
  'pipe.md': bad(makePipe, 'readable-file/notAFile 1'),
  'folder.md': bad(full => mkdirSync(full), 'readable-file/notAFile 1'),
  // Bodies that stall a parser.
  'list-bomb.md': bad(withBody(`${fill('- ', 8000)}x`), 'body-limits/markers'),
  'emphasis-bomb.md': bad(withBody(fill(`${fill('_a__ ', 8000)}\n`, 128_000)), 'body-limits/emphasis'),
  'quote-bomb.md': bad(withBody(`${'> '.repeat(3000)}x`), 'body-limits/markers'),
  'quote-bomb-tight.md': bad(withBody(`${'>'.repeat(3000)}x`), 'body-limits/markers'),
  'indent-bomb.md': bad(withBody(fill(`${' '.repeat(500)}x\n`, 100_000)), 'body-limits/indent'),
  'long-line.md': bad(withBody(fill('word ', 100_000)), 'body-limits/longLine'),
  'heading-bomb.md': bad(withBody(fill('a\n=\n', 100_000)), 'body-limits/manyBlocks'),
  'comment-bomb.md': bad(
    variant(/## Symptoms\n\n.*\n/, `## Symptoms\n\n${'<!---->'.repeat(1000)}\n`),
    'empty-section',
  ),
  // Links and names.
  'dangling-link.md': bad(withBody('See [this](nowhere.md).'), 'links/missing'),
  'impossible-link.md': bad(
    withBody(`See [this](${'x'.repeat(300)}.md) and [that](good.md/inside).`),
    'links/missing',
  ),
  'link-to-outside.md': bad(withBody('See [this](../../../etc/passwd).'), 'links/outside'),
  'dangling-relation.md': bad(withField('related: [CASE-ZZZZZ]'), 'relations'),
  'aux.md': bad(variant(), 'file-name'),
  'a:b.md': bad(variant(), 'file-name'),
  'line\nbreak.md': bad(variant(), 'file-name'),
  'escape\u001b[31m.md': bad(variant(), 'file-name'),
}

const GOOD = {
  'CASE-7F3KQ-good.md': exampleCase(),
  // Not quite as good: its finding must be there as usual.
  'CASE-7F3KR-alias.md': exampleCase({ id: 'CASE-7F3KR', category: '经常断线' }),
}

interface Finding {
  readonly rule: string
  readonly code: string
  readonly path: string
  readonly line: number
  readonly column: number
  readonly severity: string
  readonly message: string
}

const FOLDER = 'cases/bad'

function makeLibrary(entries: Readonly<Record<string, Bad>>): string {
  const good = Object.entries(GOOD).map(([name, text]) => [`cases/${name}`, text])
  const root = folderWith({
    'casectl.config.yml': CONFIG,
    'taxonomy.yml': TAXONOMY,
    ...Object.fromEntries(good),
  })
  for (const [name, { content }] of Object.entries(entries)) {
    const full = join(root, FOLDER, name)
    mkdirSync(dirname(full), { recursive: true })
    if (typeof content === 'function') content(full)
    else writeFileSync(full, content)
  }
  return root
}

async function lint(cwd: string): Promise<{ result: CliResult; findings: readonly Finding[]; ms: number }> {
  const start = performance.now()
  const result = await cli(['lint', '--format', 'json'], { cwd })
  return { result, findings: JSON.parse(result.stdout).diagnostics, ms: performance.now() - start }
}

describe(`a library with ${Object.keys(BAD).length} bad files beside two others`, () => {
  // Linted once, by the first test that asks.
  let ran: ReturnType<typeof lint> | undefined
  const run = () => {
    ran ??= lint(makeLibrary(BAD))
    return ran
  }

  test('is linted to the end, with exit code 1 and valid JSON, in less than 20 seconds', async () => {
    const { result, ms } = await run()
    expect(Object.keys(BAD).length).toBeGreaterThanOrEqual(30)
    expect([result.code, result.stderr]).toEqual([1, ''])
    expect(ms).toBeLessThan(20_000)
  })

  test.each(Object.entries(BAD))('%j has a finding at its place', async (name, { finding }) => {
    const own = (await run()).findings.filter(({ path }) => path === `${FOLDER}/${name}`)
    expect(
      own.map(({ rule, code, line }) => `${rule}/${code} ${line}`).filter(found => found.startsWith(finding)),
    ).not.toEqual([])
    for (const { line, column } of own) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(column).toBeGreaterThanOrEqual(1)
    }
  })

  test('the findings of the other files are as usual', async () => {
    const others = (await run()).findings.filter(({ path }) => !path.startsWith(`${FOLDER}/`))
    const alone = await lint(makeLibrary({}))
    expect(others).toEqual(alone.findings)
    expect(others.map(({ rule, path }) => [rule, path])).toEqual([
      ['known-terms', 'cases/CASE-7F3KR-alias.md'],
    ])
  })

  test('a bad file that refuses to be read is one finding, not many', async () => {
    const { findings } = await run()
    for (const name of ['js.md', 'empty.md', 'picture.md', 'pipe.md', 'unclosed.md', 'large.md']) {
      const own = findings.filter(({ path }) => path === `${FOLDER}/${name}`)
      expect(
        own.map(({ rule }) => rule).filter(rule => rule !== 'file-name'),
        name,
      ).toHaveLength(1)
    }
  })

  test('nothing of a file name or a value reaches the screen as a control', async () => {
    const cwd = makeLibrary({
      'escape\u001b[31m.md': bad(withField('owner: "\\e]0;title\\a"\nurgancy: x'), 'file-name'),
    })
    for (const format of ['pretty', 'json']) {
      const { stdout } = await cli(['lint', '--format', format, '--color', 'never'], { cwd })
      expect(stdout).toContain('escape\\u001b[31m.md')
      expect([...stdout].filter(char => char < ' ' && char !== '\n')).toEqual([])
    }
  })
})

describe('what stops everything is exit code 2 with a sentence on stderr', () => {
  const CASE = { 'cases/CASE-7F3KQ.md': exampleCase(), 'taxonomy.yml': TAXONOMY }
  const config = (text: string | Uint8Array) => folderWith({ ...CASE, 'casectl.config.yml': text })
  const shaped = (make: (full: string) => void, name = 'casectl.config.yml'): string => {
    const cwd = folderWith({
      ...CASE,
      ...(name === 'casectl.config.yml' ? {} : { 'casectl.config.yml': '' }),
    })
    rmSync(join(cwd, name), { force: true })
    make(join(cwd, name))
    return cwd
  }

  test.each<[string, () => string, RegExp]>([
    ['no library', () => folderWith({ x: '' }), /belongs to no case library/],
    [
      'a configuration that is broken YAML',
      () => config('a: [b\n'),
      /casectl\.config\.yml cannot be used:[\s\S]*:\d+:\d+/,
    ],
    [
      'a configuration with an unknown key',
      () => config('x: 1\nfolder: {}\n'),
      /casectl\.config\.yml:2:1 {2}.*`folder`.*`folders`/,
    ],
    ['a configuration with an alias', () => config('a: &a b\nc: *a\n'), /cannot be used/],
    ['a configuration in GBK', () => config(Uint8Array.of(0xb1, 0xea)), /cannot be read \(not UTF-8\)/],
    ['a configuration that is a folder', () => shaped(full => mkdirSync(full)), /cannot be read \(EISDIR\)/],
    ['a configuration that is a pipe', () => shaped(makePipe), /not a regular file/],
    [
      'a configuration that is a link',
      () => shaped(full => symlinkSync('/etc/hostname', full)),
      /symbolic link/,
    ],
    [
      'a configuration with a rule that does not exist',
      () => config('rules: { datez: off }\n'),
      /no rule "datez"[\s\S]*dates/,
    ],
    ['a configuration with folders outside', () => config('folders: { cases: ../x }\n'), /folders\.cases/],
    [
      'a taxonomy that is broken',
      () => shaped(full => writeFileSync(full, 'facets: ['), 'taxonomy.yml'),
      /taxonomy\.yml cannot be used/,
    ],
    ['a taxonomy that is a pipe', () => shaped(makePipe, 'taxonomy.yml'), /not a regular file/],
    [
      'a case folder that is a file',
      () => folderWith({ 'casectl.config.yml': '', cases: '' }),
      /cannot be read \(ENOTDIR\)/,
    ],
    ['a schema of its own that is missing', () => config('schema: own.json\n'), /own\.json cannot be used/],
    [
      'a schema of its own that is no schema',
      () => folderWith({ ...CASE, 'casectl.config.yml': 'schema: own.json\n', 'own.json': '{"type": 5}' }),
      /own\.json cannot be used/,
    ],
    ['a folder that is not there', () => join(folderWith({}), 'gone'), /cannot be read \(ENOENT\)/],
  ])('%s', async (_, make, sentence) => {
    const cwd = make()
    const human = await cli(['lint'], { cwd })
    expect([human.code, human.stdout]).toEqual([2, ''])
    expect(human.stderr).toMatch(/^error: /)
    expect(human.stderr).toMatch(sentence)
    expect(human.stderr).not.toContain('fault of its own')
    const json = await cli(['lint', '--json'], { cwd })
    expect(json.code).toBe(2)
    expect(JSON.parse(json.stdout)).toMatchObject({ command: 'error', error: { code: expect.any(String) } })
  })
})

describe('without the right to read, as a user who is not root', () => {
  const program = buildProgram("import { start } from './src/cli/start.js'; start(process)")

  function locked(...paths: readonly string[]): string {
    const root = makeLibrary({ 'locked.md': bad(variant(), ''), 'sub/inner.md': bad(variant(), '') })
    execFileSync('chmod', ['-R', 'a+rX', root])
    for (const path of paths) chmodSync(join(root, path), 0o000)
    return root
  }

  test('a file and a folder are findings with a line, and the others as usual', () => {
    const root = locked('cases/bad/locked.md', 'cases/bad/sub')
    const { status, stdout, stderr } = runUnprivileged(program, ['lint', '--format', 'json'], root)
    expect([status, stderr]).toEqual([1, ''])
    const found: Finding[] = JSON.parse(stdout).diagnostics
    expect(found.map(({ rule, code, path, line }) => [rule, code, path, line])).toEqual([
      ['known-terms', 'alias', 'cases/CASE-7F3KR-alias.md', 10],
      ['readable-file', 'unreadable', 'cases/bad/locked.md', 1],
      ['readable-file', 'unreadable', 'cases/bad/sub', 1],
    ])
    chmodSync(join(root, 'cases/bad/sub'), 0o755)
  })

  test.each([
    ['the configuration', 'casectl.config.yml'],
    ['the taxonomy', 'taxonomy.yml'],
    ['the case folder', 'cases'],
    ['the root', ''],
  ])('%s is exit code 2', (_, path) => {
    const root = locked(path)
    const { status, stdout, stderr } = runUnprivileged(program, [
      'lint',
      '--config',
      join(root, 'casectl.config.yml'),
    ])
    chmodSync(join(root, path), 0o755)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^error: .*cannot be read \(EACCES\)/)
  })
})
