import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cli } from './run-cli.js'

let library: string

beforeEach(() => {
  library = mkdtempSync(join(tmpdir(), 'casectl-taxonomy-'))
  for (const name of ['casectl.config.yml', 'taxonomy.yml', 'cases', 'archive']) {
    cpSync(name, join(library, name), { recursive: true })
  }
})

afterEach(() => rmSync(library, { recursive: true, force: true }))

/** Every file of the library, by path, without the state folder. */
function snapshot(): Map<string, string> {
  const entries = readdirSync(library, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !path.includes('.casectl'))
  return new Map(paths.map(path => [path.slice(library.length + 1), readFileSync(path, 'utf8')]))
}

/** The paths whose text is another one now. */
function changed(before: ReadonlyMap<string, string>): string[] {
  const after = snapshot()
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    path => before.get(path) !== after.get(path),
  )
}

async function lintErrors(): Promise<string[]> {
  const { stdout } = await cli(['lint', '--format', 'json'], { cwd: library })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { severity: string; path: string; rule: string; message: string }[]
  }
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ path, rule, message }) => `${path} ${rule} ${message}`)
}

// Every test starts from the same copy.
let known: Promise<string[]> | undefined
const errorsAtFirst = (): Promise<string[]> => {
  known ??= lintErrors()
  return known
}

const taxonomyText = (): string => readFileSync(join(library, 'taxonomy.yml'), 'utf8')

test('taxonomy prints every tree, or the one of a facet', async () => {
  const all = await cli(['taxonomy'], { cwd: library })
  expect(all.code).toBe(0)
  expect(all.stdout).toMatch(/^Category {2}category {2}cases: \d+ {2}Industry → Scenario → Problem type\n/)
  expect(all.stdout).toMatch(/\n\nProduct {2}product /)
  const one = await cli(['taxonomy', 'urgency', '--lang', 'zh'], { cwd: library })
  expect(one.stdout).toMatch(/^紧急程度 {2}urgency {2}\d+ 个案例\n {2}紧急 {2}critical {2,}\d+\n/)
})

test('taxonomy --json nests the terms', async () => {
  const { stdout } = await cli(['taxonomy', 'product', '--json'], { cwd: library })
  const { command, facets } = JSON.parse(stdout) as {
    command: string
    facets: { id: string; terms: { id: string; cases: number; terms: { id: string }[] }[] }[]
  }
  expect([command, facets.length]).toEqual(['taxonomy', 1])
  expect(facets[0]?.terms.map(term => term.id)).toContain('home-router')
  expect(facets[0]?.terms[0]?.cases).toBeGreaterThan(3)
  expect(facets[0]?.terms[0]?.terms[0]?.id).toBe('ac-controller')
})

test('taxonomy --stats warns and still exits 0', async () => {
  writeFileSync(
    join(library, 'taxonomy.yml'),
    taxonomyText().replace('    multiple: true\n', '    multiple: true\n    cap: 11\n'),
  )
  const { code, stdout } = await cli(['taxonomy', '--stats'], { cwd: library })
  expect(stdout).toContain('warning  the top has 9 of at most 11 terms')
  expect(code).toBe(0)
  const json = await cli(['taxonomy', 'fault_type', '--stats', '--json'], { cwd: library })
  expect(JSON.parse(json.stdout)).toMatchObject({
    command: 'taxonomy',
    facets: [{ id: 'fault_type', full: [{ term: null, children: 9, cap: 11 }] }],
  })
})

test('an unknown facet is exit 2 with a suggestion', async () => {
  const { code, stderr } = await cli(['taxonomy', 'catgory'], { cwd: library })
  expect(code).toBe(2)
  expect(stderr).toContain('category')
})

test('mv renames in the taxonomy and in every case; lint finds nothing new', async () => {
  const before = snapshot()
  const errors = await errorsAtFirst()
  const naming = [...before].filter(([, text]) => /^category: slow-wifi$/m.test(text)).map(([path]) => path)
  expect(naming.length).toBeGreaterThan(0)
  const { code, stdout, stderr } = await cli(['taxonomy', 'mv', 'category', 'slow-wifi', 'wifi-slow'], {
    cwd: library,
  })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toBe(
    // With each case goes the record that carries its approvals over.
    `Renamed slow-wifi to wifi-slow. Files changed: ${2 * naming.length + 1}, of them cases: ${naming.length}.\n`,
  )
  const records = changed(before).filter(path => path.startsWith('reviews/'))
  expect(records).toHaveLength(naming.length)
  expect(changed(before).sort()).toEqual([...naming, ...records, 'taxonomy.yml'].sort())
  for (const path of naming) {
    const text = before.get(path)?.replace('\ncategory: slow-wifi\n', '\ncategory: wifi-slow\n')
    expect(readFileSync(join(library, path), 'utf8')).toBe(text)
  }
  expect(await lintErrors()).toEqual(errors)
})

test('merge joins two problem types; lint finds nothing new and the names still lead there', async () => {
  const errors = await errorsAtFirst()
  const counts = async (): Promise<number[]> => {
    const { stdout } = await cli(['taxonomy', 'category'], { cwd: library })
    return ['frequent-drops', 'no-internet'].map(id =>
      Number(new RegExp(` ${id} +(\\d+)`).exec(stdout)?.[1] ?? 0),
    )
  }
  const [gone = 0, stays = 0] = await counts()
  expect(gone).toBeGreaterThan(0)
  const { code, stderr } = await cli(
    ['taxonomy', 'merge', 'category', 'frequent-drops', 'no-internet', '--lang', 'zh'],
    { cwd: library },
  )
  expect(code).toBe(0)
  expect(stderr).toBe(
    `已将 frequent-drops 并入 no-internet。共修改 ${2 * gone + 1} 个文件，其中案例 ${gone} 个。\n`,
  )
  expect(await counts()).toEqual([0, gone + stays])
  expect(taxonomyText()).toContain(
    'aliases: [断网, 上不了网, offline, frequent-drops, 频繁掉线, Frequent drops, 经常断线, keeps disconnecting]',
  )
  expect(await lintErrors()).toEqual(errors)
})

test('a product takes its cases and the charter along', async () => {
  const errors = await errorsAtFirst()
  const { code } = await cli(['taxonomy', 'mv', 'product', 'home-router', 'wifi-router'], { cwd: library })
  expect(code).toBe(0)
  expect(readFileSync(join(library, 'casectl.config.yml'), 'utf8')).toContain(
    'products: [air-compressor, pos-terminal, wifi-router, invoice-cloud]',
  )
  expect(await lintErrors()).toEqual(errors)
})

test('--dry-run shows a diff and writes nothing', async () => {
  const before = snapshot()
  const { code, stdout, stderr } = await cli(
    ['taxonomy', 'mv', 'category', 'password-reset', '--under', 'home-internet', '--dry-run'],
    { cwd: library },
  )
  expect(code).toBe(0)
  expect(stdout).toMatch(/^--- a\/taxonomy\.yml\n\+\+\+ b\/taxonomy\.yml\n@@ /)
  expect(stdout).toContain('\n-              - id: password-reset\n')
  expect(stdout).toContain('\n+              - id: password-reset\n')
  expect(stderr).toContain('Nothing was written.')
  expect(changed(before)).toEqual([])
})

test('mv and merge print JSON, dry or not', async () => {
  const args = ['taxonomy', 'merge', 'category', 'frequent-drops', 'no-internet', '--json']
  const dry = await cli([...args, '--dry-run'], { cwd: library })
  const wet = await cli(args, { cwd: library })
  // The name of a record ends with random characters.
  const read = (text: string) =>
    JSON.parse(text.replace(/(carry-\d{4}-\d\d-\d\d)-[a-z0-9]{10}\.yml/g, '$1.yml'))
  const [first, second] = [read(dry.stdout), read(wet.stdout)]
  expect(first).toMatchObject({
    command: 'taxonomy merge',
    facet: 'category',
    term: 'frequent-drops',
    into: 'no-internet',
    dryRun: true,
    unread: [],
  })
  expect(first.files[0]).toMatchObject({ path: 'taxonomy.yml' })
  expect(first.files[0].diff).toMatch(/^--- a\/taxonomy\.yml\n/)
  expect(second).toEqual({ ...first, dryRun: false })
})

test('a refusal is exit 2, in words and as JSON, and writes nothing', async () => {
  const before = snapshot()
  const args = ['taxonomy', 'mv', 'product', 'rt-wifi', '--under', 'pos-terminal', '--json']
  const { code, stdout, stderr } = await cli(args, { cwd: library })
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({ command: 'error', error: { code: 'apart' } })
  expect(stderr).toContain('cases/home-router/')
  expect(changed(before)).toEqual([])
})

test('a case that cannot be read does not stand in the way, and is named', async () => {
  writeFileSync(join(library, 'cases/broken.md'), '---\ncategory: [slow-wifi\n---\n')
  const { code, stderr } = await cli(['taxonomy', 'mv', 'category', 'slow-wifi', 'wifi-slow'], {
    cwd: library,
  })
  expect(code).toBe(0)
  expect(stderr).toContain('left as they are: cases/broken.md.')
})

test('a taxonomy with a byte order mark is rewritten with it', async () => {
  writeFileSync(join(library, 'taxonomy.yml'), `\uFEFF${taxonomyText()}`)
  appendFileSync(join(library, 'taxonomy.yml'), '# end')
  const before = taxonomyText()
  const { code } = await cli(['taxonomy', 'mv', 'fault_type', 'other-fault', 'misc'], { cwd: library })
  expect(code).toBe(0)
  expect(taxonomyText()).toBe(
    before.replace(
      '{ id: other-fault, labels: { zh: 其他, en: Other }, other: true }',
      '{ id: misc, labels: { zh: 其他, en: Other }, aliases: [other-fault], other: true }',
    ),
  )
})
