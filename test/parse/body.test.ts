import { describe, expect, test } from 'vitest'
import type { Body } from '../../src/model/case.js'
import { DEFAULT_HEADINGS } from '../../src/model/defaults.js'
import { foldHeading } from '../../src/parse/headings.js'
import { BASE, caseOf, caseParser, caseText, parse } from './parsing.js'

const bodyOf = (body: string): Body => caseOf(parse(caseText('', body))).body

/** Sections as `id: title`, `-` where no heading of the configuration names them. */
const sections = (body: string): string[] =>
  bodyOf(body).sections.map(({ id, title, audience }) =>
    [`${id ?? '-'}: ${title}`, audience].filter(part => part !== undefined).join(' @'),
  )

describe('sections', () => {
  test('every built-in heading, in either language, names its section', () => {
    for (const [id, headings] of Object.entries(DEFAULT_HEADINGS)) {
      for (const heading of headings) expect(sections(`## ${heading}\n`)).toEqual([`${id}: ${heading}`])
    }
  })

  test.each([
    ['## 1. 问题描述', 'problem: 1. 问题描述'],
    ['## 2.1 解决方案', 'resolution: 2.1 解决方案'],
    ['## 3、操作步骤', 'steps: 3、操作步骤'],
    ['## 一、问题描述', 'problem: 一、问题描述'],
    ['## 十二、注意事项', 'cautions: 十二、注意事项'],
    ['## （一）问题描述', 'problem: （一）问题描述'],
    ['## (2) Steps', 'steps: (2) Steps'],
    ['## 1）步骤', 'steps: 1）步骤'],
    ['## 问题描述：', 'problem: 问题描述：'],
    ['## Steps:', 'steps: Steps:'],
    ['## STEPS', 'steps: STEPS'],
    ['## Ｓｔｅｐｓ', 'steps: Ｓｔｅｐｓ'],
    ['## **Steps**', 'steps: Steps'],
    ['## `Steps` ##', 'steps: Steps'],
    ['##   Steps  ', 'steps: Steps'],
    ['Steps\n-----', 'steps: Steps'],
    ['## 问题 ##', 'problem: 问题'],
    ['## 3G signal', '-: 3G signal'],
    ['## Steps taken', '-: Steps taken'],
    ['## 一切正常', '-: 一切正常'],
  ])('%j is %j', (markdown, expected) => {
    expect(sections(markdown)).toEqual([expected])
  })

  test.each([
    ['## 诊断过程 {audience=internal}', 'diagnosis: 诊断过程 @internal'],
    ['## Steps{audience=partner}', 'steps: Steps @partner'],
    ['## Steps {audience=public} ##', 'steps: Steps @public'],
    ['Steps {audience=internal}\n---', 'steps: Steps @internal'],
    ['## Steps {audience=everyone}', '-: Steps {audience=everyone}'],
    ['## Steps {audience=internal} now', '-: Steps {audience=internal} now'],
    ['## {audience=internal}', '-:  @internal'],
  ])('the audience of %j', (markdown, expected) => {
    expect(sections(markdown)).toEqual([expected])
  })

  test('only headings of level two at the top of the text begin one', () => {
    const body =
      '# Title\n\n## Problem\n\n### Steps\n\n> ## Cautions\n\n- ## Tools\n\n    ## Impact\n\n`## Links`\n'
    expect(sections(body)).toEqual(['problem: Problem'])
  })

  test('what looks like a heading in code or a comment is none', () => {
    const fences = [
      '```\n## Steps\n```',
      '~~~md\n## Steps\n~~~',
      '````\n```\n## Steps\n````',
      '<!--\n## Steps\n-->',
    ]
    for (const block of fences)
      expect(sections(`## Problem\n\n${block}\n\nend\n`)).toEqual(['problem: Problem'])
  })

  test('a heading of level one or two ends a section, one of level three belongs to it', () => {
    const { sections: found } = bodyOf(
      '## Problem\n\na\n\n### Detail\n\nb\n\n# Other\n\nc\n\n## Steps\n\nd\n',
    )
    expect(found.map(({ text }) => text)).toEqual(['a\nDetail\nb', 'd'])
  })

  test.each([
    ['', true],
    ['\n\n  \n', true],
    ['<!-- write here -->', true],
    ['<!-- a -->\n\n<!-- b\nc -->\n', true],
    ['<!-- a --> <!-- b -->', true],
    ['x', false],
    ['<!-- a --> x', false],
    ['<br>', false],
    ['![](a.png)', false],
    ['### Sub', false],
    ['---', false],
    ['<!-- never closed', false],
  ])('a section that holds %j is empty: %s', (content, expected) => {
    expect(bodyOf(`## Problem\n\n${content}\n\n## Steps\n`).sections[0]?.empty).toBe(expected)
  })

  test('thousands of comments in one line are judged at once', () => {
    const start = performance.now()
    expect(bodyOf(`## Problem\n\n${'<!---->'.repeat(1000)}x\n`).sections[0]?.empty).toBe(false)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test("a heading of the library's own names its section, also one that was built in for another", () => {
    const config = 'sections: { steps: [怎么办], problem: [现象], extra: [额外信息] }\n'
    const parser = caseParser({ config })
    const file = parser.parseText(
      'cases/a.md',
      caseText('', '## 怎么办\n## 现象\n## Steps\n## 额外信息\n## 故障现象\n'),
    )
    expect(caseOf(file).body.sections.map(({ id }) => id)).toEqual([
      'steps',
      'problem',
      'steps',
      'extra',
      'symptoms',
    ])
  })

  test('a kind sets the audience of a section, a heading overrides it', () => {
    const config = 'kinds: { case: { sections: [problem, { id: diagnosis, audience: partner }] } }\n'
    const read = (kind: string) =>
      caseOf(
        caseParser({ config }).parseText(
          'cases/a.md',
          `---\n${BASE.replace('kind: case', `kind: ${kind}`)}---\n## Problem\n## Diagnosis\n## Cause {audience=internal}\n`,
        ),
      ).body.sections.map(({ audience }) => audience)
    expect(read('case')).toEqual([undefined, 'partner', 'internal'])
    expect(read('faq')).toEqual([undefined, undefined, 'internal'])
  })
})

test('headings are equal when they differ in numbering, width, case and a final colon', () => {
  const keys = ['1. Steps', '１．steps：', '（一）STEPS', ' Steps ', '2.3.4 steps :'].map(foldHeading)
  expect(new Set(keys)).toEqual(new Set(['steps']))
})

describe('links', () => {
  const links = (body: string): string[] =>
    bodyOf(body).links.map(({ kind, to, alt }) =>
      [kind, to, alt].filter(part => part !== undefined).join(' '),
    )

  test.each([
    ['[a](b.md)', ['link b.md']],
    ['[a](<b c.md> "t")', ['link b c.md']],
    ["[a](b.md 't')", ['link b.md']],
    ['[a]()', ['link ']],
    ['[a](中文.md#问题)', ['link 中文.md#问题']],
    ['[a](b%20c.md)', ['link b%20c.md']],
    ['[a](b&amp;c.md)', ['link b&c.md']],
    ['![图](a.png)', ['image a.png 图']],
    ['![](a.png)', ['image a.png ']],
    ['[![alt](a.png)](b.md)', ['link b.md', 'image a.png alt']],
    ['[text][ref]\n\n[ref]: b.md "t"', ['definition b.md']],
    ['[ref]\n\n[ref]: <b c.md>', ['definition b c.md']],
    ['[unknown][nowhere]', []],
    ['<https://example.com>', ['link https://example.com']],
    ['see https://example.com/a.', ['link https://example.com/a']],
    ['`[a](b.md)`', []],
    ['```\n[a](b.md)\n```', []],
    ['<a href="b.md">b</a>', []],
    ['| [a](b.md) |\n| --- |\n| [c](d.md) |', ['link b.md', 'link d.md']],
    ['- > [a](b.md)', ['link b.md']],
    ['\\[a](b.md)', []],
  ])('%j has %j', (markdown, expected) => {
    expect(links(markdown)).toEqual(expected)
  })

  test.each([
    ['[b.md](b.md)', 7],
    ['[a](b.md "b.md")', 4],
    ['[a](b.md "see ](b.md)")', 4],
    ['[![x](b.md)](b.md)', 13],
    ['[a](  <b.md>  "b.md" )', 7],
    ['[a](\nb.md)', 5],
    ['![b.md](b.md)', 8],
    ['[b.md]: b.md "b.md"', 8],
    ['<https://example.com>', 1],
    ['https://example.com', 0],
    ['[a](b.md#x "b.md#x")', 4],
  ])('the target of %j stands at %i', (markdown, offset) => {
    const text = caseText('', `\n${markdown}\n`)
    const target = caseOf(parse(text)).body.links[0]?.target
    expect(target?.start).toBe(text.indexOf(markdown) + offset)
  })

  test.each(['[a](b&amp;c.md)', '[a](b\\_c.md)', 'www.example.com', 'me@example.com', '[a]()'])(
    'the target of %j is not written as it is read: no place',
    markdown => {
      expect(bodyOf(markdown).links[0]).toBeDefined()
      expect(bodyOf(markdown).links[0]?.target).toBeUndefined()
    },
  )
})

describe('comments', () => {
  test('are found in blocks, in lines, in lists and quotes, each where it stands', () => {
    const body =
      '<!-- a -->\n\nx <!--b--> y <!-- c --> z\n\n- d\n  <!-- e\n  f -->\n\n> <!-- g\n> h -->\n\n`<!-- i -->`\n'
    const text = caseText('', body)
    const { comments } = caseOf(parse(text)).body
    expect(comments.map(({ at }) => text.slice(at.start, at.end))).toEqual([
      '<!-- a -->',
      '<!--b-->',
      '<!-- c -->',
      '<!-- e\n  f -->',
      '<!-- g\n> h -->',
    ])
    expect(comments.map(({ text: inner }) => inner)).toEqual(['a', 'b', 'c', 'e\n  f', 'g\n> h'])
  })
})

test('the words of a text: no markup, blocks on lines of their own, HTML dropped', () => {
  const body = `# T *a*

p **b** \`c\` ~~d~~ [e](f.md) ![g](h.png)
next  
broken

- one
  - two

| x | y |
| - | - |
| 1 | 2 |

<div>html</div>

\`\`\`sh
code  line
\`\`\`
`
  expect(bodyOf(body).text).toBe('T a\np b c d e g\nnext\nbroken\none\ntwo\nx y\n1 2\ncode  line')
})

test('the body is parsed when it is asked for, and once', () => {
  const found = caseOf(parse(caseText('', '## Problem\n')))
  expect(found.body).toBe(found.body)
})
