import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/model/case.js'
import type { Range } from '../../src/model/range.js'
import { caseOf, caseText, parse, sampleTexts } from './parsing.js'

const slice = (text: string, at: Range | undefined): string => text.slice(at?.start, at?.end)

const FIELDS = `title: 空压机 😀 停机
product: { name: "home-router", module: 'rt-wifi' }
error_codes:
  - E-1203  # comment
  - "ERR 😀"
customer_phrases: [ 一开就停, "another, one" ]
causes:
  - cause: a
    check: >-
      first
      second
    fix: b
testimonial:
  text: |
    停
    机
  consent: true
owner:
`
const EXPECTED: Readonly<Record<string, string>> = {
  '/title': '空压机 😀 停机',
  '/product/name': '"home-router"',
  '/product/module': "'rt-wifi'",
  '/error_codes/0': 'E-1203',
  '/error_codes/1': '"ERR 😀"',
  '/customer_phrases': '[ 一开就停, "another, one" ]',
  '/customer_phrases/0': '一开就停',
  '/customer_phrases/1': '"another, one"',
  '/causes/0/cause': 'a',
  '/causes/0/fix': 'b',
  '/testimonial/consent': 'true',
  '/owner': '',
}
const BODY = `# 标题 😀

前言 [链接](a.md)。

## 1. 问题描述 {audience=internal}

- 一
  - 二 [x](中文.md "中文.md")
    > ![图 [1]](<图 1.png>)
    > 引用 [r][ref]
1. 三

   ## Inside a list

## Steps

[ref]: ../b.md 'title'
`

describe.each([
  ['LF', '\n', ''],
  ['CRLF', '\r\n', ''],
  ['a byte order mark', '\n', '\uFEFF'],
  ['CRLF and a byte order mark', '\r\n', '\uFEFF'],
])('with %s', (_, eol, bom) => {
  const whole = `${bom}---\nid: CASE-7F3KQ\nkind: case\nstatus: draft\nlanguage: zh\n${FIELDS}---\n${BODY}`
  const text = whole.replaceAll('\n', eol)
  const found = caseOf(parse(text))

  test('the value of each field is what stands at its range', () => {
    for (const [pointer, expected] of Object.entries(EXPECTED)) {
      expect(slice(text, found.fields.get(pointer)?.value), pointer).toBe(expected)
    }
  })

  test('the key of each field is what stands at its range', () => {
    let keys = 0
    for (const [pointer, { key }] of found.fields) {
      if (key === undefined) continue
      keys++
      expect(slice(text, key), pointer).toBe(pointer.slice(pointer.lastIndexOf('/') + 1))
    }
    expect(keys).toBe(18)
  })

  test('headings stand where they do, sections reach from heading to heading', () => {
    expect(found.body.headings.map(({ at }) => slice(text, at))).toEqual([
      '# 标题 😀',
      '## 1. 问题描述 {audience=internal}',
      '## Inside a list',
      '## Steps',
    ])
    expect(found.body.sections.map(({ at }) => slice(text, at))).toEqual([
      '## 1. 问题描述 {audience=internal}',
      '## Steps',
    ])
    const [problem, steps] = found.body.sections
    expect(slice(text, problem?.content).trim()).toBe(
      text.slice(text.indexOf('- 一'), text.indexOf('## Steps')).trim(),
    )
    expect(problem?.content.end).toBe(steps?.at.start)
    expect(steps?.content.end).toBe(text.length)
  })

  test('links stand where they do, and their targets inside them', () => {
    expect(found.body.links.map(({ at, target }) => [slice(text, at), slice(text, target)])).toEqual([
      ['[链接](a.md)', 'a.md'],
      ['[x](中文.md "中文.md")', '中文.md'],
      ['![图 [1]](<图 1.png>)', '图 1.png'],
      ["[ref]: ../b.md 'title'", '../b.md'],
    ])
  })

  test('lines and columns count what editors count', () => {
    const [first] = found.body.headings
    const line = whole.slice(0, whole.indexOf('# 标题')).split('\n').length
    expect([first?.at.line, first?.at.column]).toEqual([line, 1])
    const link = found.body.links[1]
    expect([link?.at.line, link?.at.column]).toEqual([line + 7, 7])
  })
})

/** Every range of a case, with what must stand there. */
function* placesOf(found: Case): Iterable<[string, Range, RegExp]> {
  for (const [pointer, { key, value }] of found.fields) {
    if (key !== undefined) yield [`${pointer} key`, key, /^"?[\w-]+"?$/]
    if (value !== key) yield [pointer, value, /^(?:\S[\s\S]*)?$/]
  }
  for (const { title, at } of found.body.headings) yield [title, at, /^#{1,6} \S/]
  for (const { to, at, target } of found.body.links) {
    yield [to, at, /^!?\[[\s\S]*\)$|^\[[\s\S]*\]: |^<|^http/]
    if (target !== undefined) yield [`target ${to}`, target, /^\S+$/]
  }
}

test('in every case of the sample library each range holds what it says', () => {
  const texts = sampleTexts()
  expect(texts.size).toBeGreaterThan(40)
  for (const [path, text] of texts) {
    const found = caseOf(parse(text))
    for (const [name, at, form] of placesOf(found)) expect(slice(text, at), `${path} ${name}`).toMatch(form)
    for (const { to, target } of found.body.links) {
      if (target !== undefined) expect(slice(text, target)).toBe(to)
    }
    for (const { title, at } of found.body.sections) expect(slice(text, at)).toContain(title)
  }
})

test('an empty field points to its key', () => {
  const text = caseText('owner:\ntags: []\n')
  const place = caseOf(parse(text)).fields.get('/owner')
  expect(slice(text, place?.key)).toBe('owner')
  expect(place?.value.line).toBe(7)
})
