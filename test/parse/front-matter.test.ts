import { describe, expect, test } from 'vitest'
import { LineIndex } from '../../src/model/range.js'
import { readFrontMatter } from '../../src/parse/front-matter.js'
import { BASE, briefly, caseOf, caseText, parse } from './parsing.js'

const read = (text: string) => readFrontMatter(text, new LineIndex(text))
const problemsOf = (text: string): string[] => briefly(read(text).problems)

/** The value of `x:` as the parser reads it. */
const valueFor = (source: string): unknown => read(`---\nx: ${source}\n---\n`).frontMatter?.values['x']

declare global {
  var executedByFrontMatter: boolean | undefined
}

describe('front matter is data, never code', () => {
  const payload = 'globalThis.executedByFrontMatter = true'

  test.each([
    '---js',
    '---javascript',
    '--- js',
    '---\tjs',
    '---json',
    '---coffee',
    '---coffeescript',
    '---yaml',
    '---toml',
    '---JS ',
  ])('%j is refused and nothing of it runs', header => {
    const text = `${header}\n(${payload}, {id: "CASE-7F3KQ"})\n---\n# Body\n`
    expect(problemsOf(text)).toEqual(['engine 1:1'])
    expect(parse(text).case).toBeUndefined()
    expect(globalThis.executedByFrontMatter).toBeUndefined()
  })

  test.each([
    '!!js/function "function () {}"',
    '!<tag:yaml.org,2002:js/function> x',
    '!!js/regexp /a/',
    '!!binary aGk=',
    '!!timestamp 2024-01-01',
    '!local x',
    '[!!int "1"]',
    '{ a: !!set {} }',
  ])('the tag in `%s` is refused with its place', value => {
    const [problem] = read(`---\nid: a\nx: ${value}\n---\n`).problems
    expect(problem?.code).toBe('tag')
    expect(problem?.at?.line).toBe(3)
  })

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused, also deep inside', key => {
    expect(problemsOf(`---\n${key}: x\n---\n`)).toEqual(['forbiddenKey 2:1'])
    expect(problemsOf(`---\nid: a\nproduct: { "${key}": { polluted: yes } }\n---\n`)).toEqual([
      'forbiddenKey 3:12',
    ])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('values have no prototype to reach through', () => {
    const values = read('---\nproduct: { name: x }\n---\n').frontMatter?.values
    expect(Object.getPrototypeOf(values)).toBeNull()
    expect(Object.getPrototypeOf(values?.['product'])).toBeNull()
  })

  test('an alias bomb is refused at its first anchor', () => {
    const lines = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (let i = 1; i < 9; i++) {
      const [name, above] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)]
      lines.push(`${name}: &${name} [${`*${above},`.repeat(9)}]`)
    }
    expect(problemsOf(`---\n${lines.join('\n')}\n---\n`)).toEqual(['alias 2:7'])
  })

  test.each(['*a', '&a x', '[&a x]', '{ k: &a x }'])('anchor or alias in `%s` is refused', value => {
    expect(problemsOf(`---\nx: ${value}\n---\n`)).toHaveLength(1)
    expect(problemsOf(`---\nx: ${value}\n---\n`)[0]).toMatch(/^(?:alias|yaml) 2:/)
  })

  test('merge keys merge nothing: `<<` is an unknown key, its alias refused', () => {
    expect(problemsOf('---\na: x\n<<: *a\n---\n')[0]).toMatch(/^(?:alias|yaml) 3:/)
    const file = parse(caseText('<<: { urgency: high }\n'))
    expect(briefly(file.problems)).toEqual(['unknownKey 7:1'])
    expect(caseOf(file).extra.has('urgency')).toBe(false)
  })
})

describe('broken front matter', () => {
  test('is broken the second time too: no cache remembers it as empty', () => {
    const text = '---\nid: [a\n---\nbody\n'
    const first = problemsOf(text)
    expect(first).toHaveLength(1)
    expect(first[0]).toMatch(/^yaml [23]:/)
    expect(problemsOf(text)).toEqual(first)
    expect(problemsOf(text)).toEqual(first)
  })

  test('is one problem with a place inside the file, whatever is wrong', () => {
    for (const yaml of [
      'a: b: c',
      'a: "b',
      "a: 'b",
      'a: [b',
      'a: {b',
      'a\nb: c',
      '%TAG x',
      'a: b\n...\nc: d',
      '\ta: b',
      '- a\nb: c',
      '@a: b',
      'a: `b`',
      '? a',
      'a: >x\n b',
    ]) {
      const text = `---\n${yaml}\n---\nbody\n`
      const { problems } = read(text)
      for (const { at } of problems) {
        expect(at?.line, yaml).toBeGreaterThan(0)
        expect(at?.end, yaml).toBeLessThanOrEqual(text.length)
        expect(at?.start, yaml).toBeLessThanOrEqual(at?.end ?? 0)
      }
    }
  })

  test.each([
    ['an empty file', '', 'empty 1:1'],
    ['a file of one byte order mark', '\uFEFF', 'empty 1:1'],
    ['no front matter', '# Title\n', 'missing 1:1'],
    ['a rule of four dashes', '----\nid: a\n----\n', 'missing 1:1'],
    ['a blank line before it', '\n---\nid: a\n---\n', 'missing 1:1'],
    ['a space before it', ' ---\nid: a\n---\n', 'missing 1:1'],
    ['two byte order marks', '\uFEFF\uFEFF---\nid: a\n---\n', 'extraBom 1:2'],
    ['only the first line', '---', 'unclosed 1:1'],
    ['an unclosed block', '---\nid: a\n\n# Title\n', 'unclosed 1:1'],
    ['an indented closing line', '---\nid: a\n ---\n', 'unclosed 1:1'],
    ['a closing line of three dots', '---\nid: a\n...\nbody\n', 'unclosed 1:1'],
    ['`---x` inside', '---\nid: a\n---x\nurgency: low\n---\n', 'dashes 3:1'],
    ['a longer rule inside', '---\nid: a\n-----\n---\n', 'dashes 3:1'],
    ['nothing inside', '---\n---\nbody\n', 'noFields 1:1'],
    ['blanks and comments inside', '---\n\n# comment\n  # another\n---\n', 'noFields 1:1'],
    ['a list', '---\n- id\n- kind\n---\n', 'notAMap 2:1'],
    ['a scalar', '---\nid\n---\n', 'notAMap 2:1'],
    ['a list as a key', '---\n? [a, b]\n: c\n---\n', 'complexKey 2:3'],
    ['a map as a key', '---\n{ {a: b}: c }\n---\n', 'complexKey 2:3'],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual([expected])
  })

  test('depth 32 is read, depth 33 refused', () => {
    // The map of fields is the first level.
    const nested = (depth: number) => `---\nx: ${'['.repeat(depth - 1)}y${']'.repeat(depth - 1)}\n---\n`
    expect(problemsOf(nested(32))).toEqual([])
    expect(problemsOf(nested(33))).toEqual([`tooDeep 2:${4 + 31}`])
    let block = 'x:'
    for (let i = 1; i < 33; i++) block += `\n${' '.repeat(i)}x:`
    expect(problemsOf(`---\n${block} y\n---\n`)).toEqual(['tooDeep 34:33'])
  })

  test.each([
    ['brackets', '['],
    ['braces', '{a: '],
    ['dashes', '- '],
    ['question marks', '? '],
    ['keys', 'a: '],
    ['quotes', '"'],
    ['anchors', '&a '],
  ])('sixty thousand characters of %s are refused at once, the stack left alone', (_, part) => {
    const text = `---\nx: ${part.repeat(60_000 / part.length)}\n---\n`
    const start = performance.now()
    expect(read(text).problems).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('a block too long for its readers is refused: lines, characters, values', () => {
    expect(problemsOf(`---\n${'\n'.repeat(200_000)}id: a\n---\n`)).toEqual(['tooLong 1:1'])
    expect(problemsOf(`---\nx: ${'y'.repeat(70_000)}\n---\n`)).toEqual(['tooLong 1:1'])
    // What a regular expression takes for a line break makes lines too.
    for (const end of ['\r', '\u2028', '\u2029']) {
      expect(problemsOf(`---\nx: y${end.repeat(60_000)}z\n---\n`)).toEqual(['tooLong 1:1'])
    }
    expect(problemsOf(`---\nx: [${'y,'.repeat(2001)}]\n---\n`)[0]).toMatch(/^tooMany 2:/)
    expect(problemsOf(`---\nx: [${'y,'.repeat(1900)}]\n---\n`)).toEqual([])
  })
})

describe('scalars stay the text that was written', () => {
  test.each([
    '007',
    '010',
    '0x1F',
    '12:30:45',
    '123456789012345678',
    '1.10',
    '1e3',
    '.inf',
    '2024-01-31',
    '2024-02-31',
    '2024-01-01T10:00:00Z',
    'yes',
    'no',
    'true',
    'null',
    '~',
    'NaN',
    '+1',
  ])('%s', source => {
    expect(valueFor(source)).toBe(source)
  })

  test.each([
    ['"a\\tb"', 'a\tb'],
    ["'it''s'", "it's"],
    ['""', ''],
    ['a # comment', 'a'],
    ['a#b', 'a#b'],
    ['停机 E-1203', '停机 E-1203'],
    ['|\n  a\n  b', 'a\nb\n'],
    ['>-\n  a\n  b', 'a b'],
    ['a\n  b', 'a b'],
  ])('%j is %j', (source, expected) => {
    expect(valueFor(source)).toBe(expected)
  })

  test('an empty plain value counts as absent, an empty quoted one as text', () => {
    const values = read('---\na:\nb: ""\nc: []\nd:\n  # comment\ne: x\n---\n').frontMatter?.values
    expect({ ...values }).toEqual({ b: '', c: [], e: 'x' })
  })

  test('31 February is a finding with its place, not 2 March', () => {
    const file = parse(caseText('created: 2024-02-31\nupdated: 2024-02-29\n'))
    expect(briefly(file.problems)).toEqual(['day 7:10'])
    expect(caseOf(file).created).toBeUndefined()
    expect(caseOf(file).updated).toBe('2024-02-29')
  })

  test('ids and versions that look like numbers keep every digit', () => {
    const file = parse(
      caseText('product: { versions: [1.10, 007] }\nsource: { refs: [123456789012345678] }\n'),
    )
    expect(caseOf(file).productVersions).toEqual(['1.10', '007'])
    expect(caseOf(file).source?.refs).toEqual(['123456789012345678'])
  })
})

describe('duplicate keys', () => {
  test('are reported where the second stands, with the line of the first, and the first counts', () => {
    const file = parse(caseText('owner: first\ntags: [a]\nowner: second\n'))
    expect(briefly(file.problems)).toEqual(['duplicate 9:1'])
    expect(file.problems[0]?.args).toEqual({ key: 'owner', line: 7 })
    expect(caseOf(file).owner).toBe('first')
  })

  test('are found inside groups and lists, and each once', () => {
    const text =
      '---\nid: a\nproduct: { name: x, name: y, name: z }\noutcomes:\n  - metric: m\n    metric: n\n---\n'
    expect(problemsOf(text)).toEqual(['duplicate 3:21', 'duplicate 3:30', 'duplicate 6:5'])
  })

  test('are the same key however they are quoted', () => {
    expect(problemsOf('---\nid: a\n"id": b\n---\n')).toEqual(['duplicate 3:1'])
  })
})

describe('the shape of the file', () => {
  test.each([
    ['LF', '\n', ''],
    ['CRLF', '\r\n', ''],
    ['LF behind a byte order mark', '\n', '\uFEFF'],
    ['CRLF behind a byte order mark', '\r\n', '\uFEFF'],
  ])('%s: values, block and body stand where they do', (_, eol, bom) => {
    const text = `${bom}---\n${BASE}owner: 支持组\n---\n\n## 问题\n正文\n`.replaceAll('\n', eol)
    const { frontMatter, problems } = read(text)
    expect(problems).toEqual([])
    expect(frontMatter?.values['owner']).toBe('支持组')
    const place = frontMatter?.fields.get('/owner')
    expect(text.slice(place?.value.start, place?.value.end)).toBe('支持组')
    expect(text.slice(place?.key?.start, place?.key?.end)).toBe('owner')
    expect([place?.value.line, place?.value.column]).toEqual([7, 8])
    expect(text.slice(frontMatter?.block.start, frontMatter?.block.end)).toMatch(/^---[\s\S]*---\r?\n$/)
    expect(text.slice(frontMatter?.bodyStart)).toBe(`${eol}## 问题${eol}正文${eol}`)
  })

  test('blanks behind the dashes are allowed, a missing last line break too', () => {
    const text = '--- \t\nid: a\n---  '
    expect(read(text).problems).toEqual([])
    expect(read(text).frontMatter?.values['id']).toBe('a')
    expect(read(text).frontMatter?.bodyStart).toBe(text.length)
  })

  test("dashes in the body are the body's", () => {
    const text = '---\nid: a\n---\none\n\n---js\n\n---\n'
    expect(text.slice(read(text).frontMatter?.bodyStart)).toBe('one\n\n---js\n\n---\n')
  })
})

test.each([
  'tags: [low',
  'title: Router: drops',
  'title: "never closed',
  "title: 'never closed",
  'product:\n\tname: x',
  'title: @router',
  'title: `router`',
  'title: "a \\q"',
  'product:\n  name: x\n module: y',
  'tags: [a, b]]',
  'tags:\n  - a\n - b',
  'title\nkind: faq',
  'title: x\n  kind: faq',
  'tags: { a: b',
  'title: "x" y',
])('what is wrong with %j is said in Chinese too', yaml => {
  const [found] = read(`---\n${yaml}\n---\n`).problems
  expect(found?.code).toBe('yaml')
  expect(found?.args?.['reason']).not.toBe('')
  expect(found?.args?.['reasonZh']).toMatch(/\p{Script=Han}/u)
})
