import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile } from '../../src/model/case.js'
import type { Range } from '../../src/model/range.js'
import { readConfig } from '../../src/parse/read-config.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { BASE, parse, sampleTexts } from './parsing.js'

/** Reads everything that a file offers and holds it against what every file must be. */
function examine(file: CaseFile, text: string): void {
  const inside = (at: Range | undefined): void => {
    if (at === undefined) return
    expect(at.start).toBeGreaterThanOrEqual(0)
    expect(at.end).toBeGreaterThanOrEqual(at.start)
    expect(at.end).toBeLessThanOrEqual(text.length)
    expect(at.line).toBeGreaterThan(0)
    expect(at.column).toBeGreaterThan(0)
  }
  expect(file.text).toBe(text)
  for (const { at, fix } of file.problems) {
    inside(at)
    expect(fix).toBeUndefined()
  }
  if (file.case === undefined) {
    expect(file.problems.length).toBeGreaterThan(0)
    return
  }
  const { body, fields, frontMatter } = file.case
  inside(frontMatter)
  for (const { key, value } of fields.values()) {
    inside(key)
    inside(value)
  }
  for (const { at } of body.headings) inside(at)
  for (const { at, content, title } of body.sections) {
    inside(at)
    inside(content)
    expect(title).toBe(title.trim())
  }
  for (const { at, target, to } of body.links) {
    inside(at)
    if (target !== undefined) expect(text.slice(target.start, target.end)).toBe(to)
  }
  for (const { at } of body.comments) expect(text.slice(at.start, at.end)).toMatch(/^<!--[\s\S]*-->$/)
}

const unicode = fc.string({ unit: 'binary', maxLength: 300 })

test('any string is a file with a case or with problems, never an exception', () => {
  fc.assert(
    fc.property(unicode, text => examine(parse(text), text)),
    { numRuns: 1500 },
  )
})

test('any string between front-matter lines, and any string behind them', () => {
  fc.assert(
    fc.property(unicode, unicode, (yaml, body) => {
      const text = `---\n${BASE}${yaml}\n---\n${body}`
      examine(parse(text), text)
    }),
    { numRuns: 1500 },
  )
})

const yamlToken = fc.constantFrom(
  ...[
    'a',
    'id',
    'tags',
    'title',
    'product',
    'name',
    'null',
    '2024-02-31',
    '"',
    "'",
    ':',
    ': ',
    ',',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '- ',
    '-',
    '? ',
    '|',
    '>',
    '>-',
    '&a ',
    '*a',
    '!',
    '!!str ',
    '!!js/function ',
    '#',
    ' #',
    '%',
    '@',
    '`',
    '\\',
  ],
  ...[
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '<<',
    '...',
    '---',
    '\n---\n',
    '\u2028',
    '停',
    '\uFEFF',
  ],
)
const markdownToken = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '## Problem',
    '### ',
    '\n',
    '\n\n',
    '\r\n',
    '    ',
    '- ',
    '1. ',
    '> ',
    '```',
    '~~~',
    '|',
    '| - |',
    '---',
    '===',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '[a](b)',
    '![',
    '[a]: ',
    '[^1]',
    '[^1]: ',
    '<',
    '>',
    '<!--',
    '-->',
    '<br>',
    '</',
    '&amp;',
    '\\',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '``',
    'www.a.b',
    'http://',
    'a@b.c',
    '{audience=internal}',
    '- [x] ',
    '停机',
    '😀',
    '\t',
    ':',
    '"',
  ],
)
const joined = (token: fc.Arbitrary<string>) =>
  fc.array(token, { maxLength: 40 }).map(tokens => tokens.join(''))

test('any row of YAML signs is front matter or a problem', () => {
  fc.assert(
    fc.property(joined(yamlToken), yaml => {
      const text = `---\n${yaml}\n---\n`
      examine(parse(text), text)
    }),
    { numRuns: 3000 },
  )
})

test('any row of Markdown signs is a body', () => {
  fc.assert(
    fc.property(joined(markdownToken), body => {
      const text = `---\n${BASE}---\n${body}`
      examine(parse(text), text)
    }),
    { numRuns: 3000 },
  )
})

test('a real case with pieces cut out, put in or put elsewhere is still read', () => {
  const texts = [...sampleTexts().values()]
  const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), yamlToken, markdownToken)
  const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60), piece)
  fc.assert(
    fc.property(fc.nat(texts.length - 1), fc.array(edit, { minLength: 1, maxLength: 8 }), (which, edits) => {
      let text = texts[which] ?? ''
      for (const [where, length, put] of edits) {
        const at = Math.floor(where * text.length)
        text = text.slice(0, at) + put + text.slice(at + length)
      }
      examine(parse(text), text)
    }),
    { numRuns: 2500 },
  )
})

test('reading twice gives the same', () => {
  fc.assert(
    fc.property(joined(yamlToken), joined(markdownToken), (yaml, body) => {
      const text = `---\n${yaml}\n---\n${body}`
      const [first, second] = [parse(text), parse(text)]
      expect(second.problems).toEqual(first.problems)
      expect(second.case?.body).toEqual(first.case?.body)
    }),
    { numRuns: 500 },
  )
})

test('any string is a configuration and a taxonomy or has problems with places', () => {
  const text = fc.oneof(
    unicode,
    joined(yamlToken),
    fc.constantFrom('facets: ', 'kinds: ').chain(head => joined(yamlToken).map(rest => head + rest)),
  )
  fc.assert(
    fc.property(text, settings => {
      for (const read of [readConfig(settings), readTaxonomy(settings)]) {
        expect(read.value === undefined).toBe(read.problems.length > 0)
        for (const { at } of read.problems) expect(at?.line).toBeGreaterThan(0)
      }
    }),
    { numRuns: 2000 },
  )
})
