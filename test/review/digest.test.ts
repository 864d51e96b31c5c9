import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildLibrary } from '../../src/library/library.js'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { FORMATTING_RULES } from '../../src/rules/formatting.js'
import { RULES } from '../../src/rules/index.js'
import { runRules } from '../../src/rules/run.js'
import { digestOf, textDigest } from '../../src/workspace/case-digest.js'
import { planFixes } from '../../src/workspace/plan-fixes.js'
import { format } from '../format/formatting.js'
import { changed } from '../parse/changed-texts.js'
import { caseText, parse, sampleTexts } from '../parse/parsing.js'

const digest = (text: string): string | undefined => digestOf(parse(text))

/** Rules of form: what their fixes change, no reader reads. */
const FORM = [...FORMATTING_RULES, 'list-shape', 'bare-url', 'unused-disable', 'section-order', 'table-shape']

/** A text after the fixes of some rules, as `lint --fix` makes them. */
function fixed(text: string, rules: readonly string[]): string {
  const file = parse(text)
  const library = buildLibrary(DEFAULT_CONFIG, new Taxonomy({ facets: {} }), [file], () => undefined)
  const active = RULES.filter(({ id }) => rules.includes(id)).map(rule => ({
    rule,
    options: { ...rule.options.defaults },
  }))
  const known = new Set(RULES.map(({ id }) => id))
  const { diagnostics } = runRules(library, active, { known })
  const { changes } = planFixes(diagnostics, new Map([[file.path, text]]))
  return changes[0]?.after ?? text
}

const texts = [...sampleTexts().values()]
const zh = (body: string): string => caseText('', body).replace('language: en', 'language: zh-CN')

test('a digest says its version and is one of SHA-256', () => {
  expect(digest(texts[0] ?? '')).toMatch(/^v1:[0-9a-f]{64}$/)
})

test('a text alone gives the same digest as its case', () => {
  const refused = ['', '# no front matter', caseText('id: CASE-7F3KQ', ''), caseText('', '> '.repeat(30))]
  expect(refused.map(textDigest)).toEqual(refused.map(() => undefined))
  const pieces = [
    ...['---', '\n', '\r\n', '\r', '\ufeff', 'id: x', ': ', ' #', 'a: {b', '[', '> > > > > > > > > > > >'],
    ...['a: &b c\n', 'x: |\n  y', '\u3000', '> '.repeat(30), '\n# note\n', '<<: *b'],
  ]
  fc.assert(
    fc.property(changed(fc.constantFrom(...texts), pieces), text => {
      expect(textDigest(text)).toBe(digest(text))
    }),
    { numRuns: 400, seed: 6 },
  )
  expect(texts.map(textDigest)).toEqual(texts.map(digest))
})

// By hand: sha256sum of the text that docs/review.md shows.
const GOLDEN = 'v1:10f88c661f74e5ceefcb1da13b74f06a8f2190a406f198adfe2f9217b32c020e'

test('the definition does not move: a digest of today is the digest of tomorrow', () => {
  const text =
    '---\nid: CASE-7F3KQ\nkind: faq\ntitle: A title\nstatus: draft\nlanguage: en\n---\n\n# A title\n\nText.\n'
  expect(digest(text)).toBe(GOLDEN)
})

test('fmt keeps the digest of every sample case, and so do fixes of form', { timeout: 180_000 }, () => {
  for (const text of texts) {
    expect(digest(format(text).text)).toBe(digest(text))
    expect(digest(fixed(text, FORM))).toBe(digest(text))
  }
})

test.each([
  ['order of fields', (text: string) => text.replace(/^(title: .*\n)(status: .*\n)/m, '$2$1')],
  ['quotes', (text: string) => text.replace(/^title: (.*)$/m, "title: '$1'")],
  ['comments in YAML', (text: string) => text.replace(/^status/m, '# note\nstatus')],
  ['line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['byte order mark', (text: string) => `\uFEFF${text}`],
  ['status', (text: string) => text.replace(/^status: .*$/m, 'status: published')],
  ['updated', (text: string) => text.replace(/^status/m, 'updated: 2026-01-01\nstatus')],
  ['review_by', (text: string) => text.replace(/^status/m, 'review_by: 2027-01-01\nstatus')],
  ['superseded_by', (text: string) => text.replace(/^status/m, 'superseded_by: CASE-7F3KR\nstatus')],
  ['lint', (text: string) => text.replace(/^status/m, 'lint: { disable: [links -- x] }\nstatus')],
  [
    'a directive for lint',
    (text: string) => text.replace('One.', 'One. <!-- casectl-disable-line links -- x -->'),
  ],
  ['markers of lists', (text: string) => text.replaceAll(/^- /gm, '* ')],
  ['blank lines', (text: string) => text.replaceAll(/\n\n/g, '\n\n\n')],
  ['wrapped lines', (text: string) => text.replace('Two words', 'Two\nwords')],
  ['order of sections', (text: string) => text.replace(/(## A\n[^#]*)(## B\n[^#]*)/, '$2$1')],
])('%s: no change', (_, change) => {
  const text = caseText('', '# T\n\nTwo words. One.\n\n## A\n\n- a\n- b\n\n## B\n\ntext\n')
  expect(change(text)).not.toBe(text)
  expect(digest(change(text))).toBe(digest(text))
})

test.each([
  ['打开设置,选 36 信道', '打开设置，选36信道'],
  ['先断电(30 秒)。', '先断电（30秒）。'],
  ['改用 ３６ 信道', '改用 36 信道'],
  ['按 `Reset` ，等待', '按 `Reset`，等待'],
])('form of Chinese: %s is %s', (a, b) => {
  expect(digest(zh(a))).toBe(digest(zh(b)))
})

test.each([
  ['set 1.5 MPa', 'set 15 MPa'],
  ['wait for 1. 5 minutes', 'wait for 1.5 minutes'],
  ['version 2. 3 of them', 'version 2.3 of them'],
  ['压力 1. 5 台', '压力 1.5 台'],
  ['below -5', 'below 5'],
  ['a > b', 'a < b'],
  ['Case', 'case'],
  ['word', 'words'],
  ['不要断电', '要断电'],
  ['`ls  -a`', '`ls -a`'],
  ['```sh\nls\n```', '```sh\nls \n```'],
  ['[a](http://b)', '[a](http://c)'],
  ['![a](b.png)', '![c](b.png)'],
  ['**a** b', 'a b'],
  ['1. a\n2. b', '1. b\n2. a'],
  ['- [ ] a', '- [x] a'],
  [
    '[x]\n\n## A\n\n[x]: http://a\n\n## B\n\n[x]: http://b',
    '[x]\n\n## B\n\n[x]: http://b\n\n## A\n\n[x]: http://a',
  ],
  ['## 1. A\n\na\n\n## 2. B\n\nb', '## 2. B\n\nb\n\n## 1. A\n\na'],
  ['<!-- note -->', '<!-- other -->'],
  ['text <b>x</b>', 'text <i>x</i>'],
])('%s is not %s', (a, b) => {
  expect(digest(caseText('', a))).not.toBe(digest(caseText('', b)))
})

test('any word of any sample case counts: fields but the five, and the body', { timeout: 180_000 }, () => {
  const words = fc.constantFrom(...texts).chain(text => {
    const places = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index)
    return fc.tuple(fc.constant(text), fc.constantFrom(...places))
  })
  fc.assert(
    fc.property(words, ([text, at]) => {
      const line = text.slice(text.lastIndexOf('\n', at) + 1).split('\n', 1)[0] ?? ''
      fc.pre(
        !/^(?:status|updated|review_by|superseded_by|lint|\s*- )/.test(line) || at > text.indexOf('\n---'),
      )
      const changed = `${text.slice(0, at)}Q${text.slice(at)}`
      fc.pre(parse(changed).case !== undefined)
      expect(digest(changed)).not.toBe(digest(text))
    }),
    { numRuns: 120 },
  )
})

test('fmt and fixes of form keep the digest of Chinese and mixed prose, whatever stands together', {
  timeout: 180_000,
}, () => {
  const piece = fc.constantFrom(
    ...['值', '设置', 'Wi-Fi', 'abc', '5', '1.5', ' ', ' ', '  ', '\n', ',', '，', '.', '。', ':', '：', ';'],
    ...['(', ')', '（', '）', '!', '？', '`x`', '**b**', '３６', '、', '“', '”', '-', '[a](b)', '"'],
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), pieces => {
      const text = zh(`开头${pieces.join('')}结尾`)
      expect(digest(fixed(text, FORMATTING_RULES))).toBe(digest(text))
      expect(digest(format(text).text)).toBe(digest(text))
    }),
    { numRuns: 500 },
  )
})

test('a file that no reader reads alike has no digest', () => {
  expect(digest('no front matter')).toBeUndefined()
  expect(digest('---\nid: CASE-7F3KQ\nid: CASE-7F3KR\n---\n')).toBeUndefined()
})
