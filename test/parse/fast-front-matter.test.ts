import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineIndex } from '../../src/model/range.js'
import { fastFrontMatter } from '../../src/parse/fast-front-matter.js'
import { FastSource } from '../../src/parse/fast-source.js'
import { readFrontMatter } from '../../src/parse/front-matter.js'
import { changed, rows } from './changed-texts.js'
import { sampleTexts } from './parsing.js'
import { YAML_HAZARDS, yamlTrees } from './yaml-trees.js'

const heads = [...sampleTexts().values()].map(text => text.slice(0, text.indexOf('\n---', 4) + 5))

/** Where the fast reader answers, the parser finds no fault and the same values. */
function agree(text: string): void {
  const fast = fastFrontMatter(text)
  if (fast === undefined) return
  const { frontMatter, problems } = readFrontMatter(text, new LineIndex(text))
  expect(problems).toEqual([])
  const places = fast.fields?.toMap(new FastSource(text))
  if (places !== undefined) expect([...places]).toEqual([...(frontMatter?.fields ?? [])])
  expect({ values: fast.values, bodyStart: fast.bodyStart }).toEqual({
    values: frontMatter?.values,
    bodyStart: frontMatter?.bodyStart,
  })
}

const values = (lines: string): unknown => fastFrontMatter(`---\n${lines}\n---\n`)?.values

test.each([
  [
    'plain text',
    'a: b c\nd:  e-f # note\ng: h#i\nj: 2024-02-31\nk: 007',
    { a: 'b c', d: 'e-f', g: 'h#i', j: '2024-02-31', k: '007' },
  ],
  [
    'quoted text',
    `a: "b: #c"\nd: 'e''f'\ng: "h \\"i\\" \\\\"\nj: ""`,
    { a: 'b: #c', d: "e'f", g: 'h "i" \\', j: '' },
  ],
  [
    'lists',
    'a: [b, "c, d", e f]\ng:\n  - h\n  - "i: j"\nk:\n- l\nm: []',
    { a: ['b', 'c, d', 'e f'], g: ['h', 'i: j'], k: ['l'], m: [] },
  ],
  [
    'maps',
    'a:\n  b: c\n  d: { e: f, g: [h, i] }\nj: k',
    { a: { b: 'c', d: { e: 'f', g: ['h', 'i'] } }, j: 'k' },
  ],
  [
    'lists of maps',
    'a:\n  - b: c\n    d: e\n  - { f: g }\n  - b:\n      - h',
    { a: [{ b: 'c', d: 'e' }, { f: 'g' }, { b: ['h'] }] },
  ],
  ['comments, empty lines, absent values', '# a\n\nb: # c\n  # d\ne:\nf: g', { f: 'g' }],
])('it reads %s', (_, lines, expected) => {
  expect(values(lines)).toEqual(expected)
  agree(`---\n${lines}\n---\n`)
})

test.each([
  ['anchors', 'a: &b c'],
  ['aliases', 'a: *b'],
  ['tags', 'a: !!str b'],
  ['block scalars', 'a: |\n  b'],
  ['text over lines', 'a: b\n  c'],
  ['flow lists over lines', 'a: [b,\n  c]'],
  ['tabs', 'a:\tb'],
  ['duplicate keys', 'a: b\na: c'],
  ['a key twice, first without value', 'a:\na: c'],
  ['keys that reach into prototypes', '__proto__: a'],
  ['complex keys', '? a\n: b'],
  ['quoted keys', '"a": b'],
  ['merge keys', '<<: a'],
  ['escapes beyond quotes', 'a: "\\u0041"'],
  ['a colon in plain text', 'a: b: c'],
  ['pairs in a list', 'a: [b: c]'],
  ['empty entries', 'a: [b, , c]'],
  ['empty items', 'a:\n  -\n  - b'],
  ['documents', 'a: b\n...\nc: d'],
  ['no fields', '# a'],
  ['a list', '- a'],
  ['more values than a case has', `a: [${'b,'.repeat(1000)}b]`],
  ['more lines than a case has', `a: b${'\n# c'.repeat(1000)}`],
  ['deep nesting', `a: ${'['.repeat(40)}b${']'.repeat(40)}`],
])('it leaves to the parser: %s', (_, lines) => {
  expect(values(lines)).toBeUndefined()
})

test.each([
  '',
  'a: b\n',
  '---\na: b\n',
  '---js\na: b\n---\n',
  '--- \na: b\n---\n',
  '---\na: b\n---- \n',
  '---\r\na: b\r\n---\r\n',
  '\ufeff---\na: b\n---\n',
])('what does not begin and end with three dashes is the parser’s: %j', text => {
  expect(fastFrontMatter(text)).toBeUndefined()
})

test('it answers for nearly every case of the sample library', () => {
  const answered = heads.filter(head => fastFrontMatter(head) !== undefined)
  expect(answered.length / heads.length).toBeGreaterThanOrEqual(0.95)
  for (const head of heads) agree(head)
})

test('changed front matter', () => {
  fc.assert(fc.property(changed(fc.constantFrom(...heads), [...'a1 :#-,"\'[]{}&*文'], 2), agree), {
    numRuns: 800,
    seed: 1,
  })
  fc.assert(fc.property(changed(fc.constantFrom(...heads), YAML_HAZARDS), agree), { numRuns: 500, seed: 2 })
})

test('YAML of any kind', () => {
  const lines = rows([...YAML_HAZARDS, '\n', '\n', '\n  ', '\n    ', 'k: '], 10).map(
    text => `---\n${text}\n---\n`,
  )
  fc.assert(fc.property(lines, agree), { numRuns: 1500, seed: 3 })
})

test('nested YAML', () => {
  fc.assert(fc.property(yamlTrees, agree), { numRuns: 1500, seed: 4 })
  fc.assert(fc.property(changed(yamlTrees, YAML_HAZARDS, 1), agree), { numRuns: 1000, seed: 5 })
})
