import { expect, test } from 'vitest'
import { fillTemplate } from '../../src/draft/fill.js'
import { parseTemplate, templateNames } from '../../src/draft/template.js'
import { readSound } from './support.js'

const HEAD = '---\nid: {{id}}\nkind: case\nstatus: draft\ntitle: {{title}}\nlanguage: {{language}}\n'

function fill(text: string, values: Parameters<typeof fillTemplate>[1]): string {
  return fillTemplate(parseTemplate(text, 'case.en.md'), values)
}

test('templates are looked for by whole tag, then language, then English', () => {
  expect(templateNames('sop', 'zh-CN')).toEqual(['sop.zh-CN.md', 'sop.zh.md', 'sop.en.md'])
  expect(templateNames('case', 'en')).toEqual(['case.en.md'])
})

test('a placeholder that does not exist is refused with a suggestion', () => {
  expect(() => parseTemplate('---\nid: {{ids}}\n---\n', 'case.en.md')).toThrow(
    /case\.en\.md.*\{\{ids\}\}.*\{\{id\}\}/,
  )
})

test.each(['title: [TPL] {{title}}', 'title: "about {{title}}"', '# {{title}}', 'title: {{title}}#{{id}}'])(
  'a placeholder that is only part of a front-matter value is refused: %s',
  line => {
    expect(() => parseTemplate(`---\n${line}\n---\n`, 'case.en.md')).toThrow(/whole value/)
  },
)

test.each(['no front matter', '---\nid: x\n', '---js\nid: x\n---\n'])(
  'a template without front matter is refused: %j',
  text => {
    expect(() => parseTemplate(text, 'x')).toThrow(/front matter/)
  },
)

test('quotes, lists and Windows line ends of a library template are understood', () => {
  const head = '---\r\ntitle: "{{title}}" # note\r\ntags: [{{product}}, own]\r\nowner: \'{{id}}\'\r\n---\r\n'
  expect(fill(`${head}\r\n# {{title}}\r\n`, { title: 'a: "b"', product: 'p, q', id: 'X' })).toContain(
    '---\ntitle: \'a: "b"\' # note\ntags: ["p, q", own]\nowner: X\n',
  )
})

test('a filled section loses its hint, an open one keeps it', () => {
  const body =
    '## Problem\n\n<!-- hint: a\nb -->\n\n{{problem}}\n\n## Symptoms\n\n<!-- hint: c -->\n\n{{symptoms}}\n\n## Tools\n\n{{tried}}\n\n## Steps\n'
  expect(fill(`${HEAD}---\n${body}`, { problem: 'P' }).split('---\n')[2]).toBe(
    '## Problem\n\nP\n\n## Symptoms\n\n<!-- hint: c -->\n\n## Tools\n\n## Steps\n',
  )
})

test('a hint of another section is never taken for that of a filled one', () => {
  const body = '## A\n\n<!-- hint: a -->\n\ntext\n\n<!-- hint: b -->\n\n{{problem}}\n'
  expect(fill(`${HEAD}---\n${body}`, { problem: 'P' })).toContain('## A\n\n<!-- hint: a -->\n\ntext\n\nP\n')
})

test('placeholders inside inserted values stay as they are', () => {
  const text = fill(`${HEAD}---\n# {{title}}\n\n{{problem}}\n`, {
    id: 'CASE-7F3KQ',
    title: '{{id}}',
    problem: '{{title}} $& $1',
  })
  expect(text).toContain('title: "{{id}}"')
  expect(text).toContain('# {{id}}\n\n{{title}} $& $1\n')
})

test('text of several lines keeps the indent of its placeholder', () => {
  expect(fill(`${HEAD}---\n1. a\n\n   {{problem}}\n`, { problem: 'b\n\nc' })).toContain(
    '1. a\n\n   b\n   \n   c\n',
  )
})

test('a value without a place in the template is written all the same', () => {
  const bare =
    '---\nkind: faq\nstatus: draft\ncategory: low-pressure # ours\ntags:\n  - ours\n---\n\n## Symptoms\n\nold\n'
  const text = fill(bare, {
    id: 'CASE-7F3KQ',
    kind: 'case',
    title: 'T',
    language: 'en',
    category: 'no-internet',
    tags: ['typed'],
    product: 'home-router',
    source_type: 'phone',
    tried: 'restart',
    symptoms: 'blinks',
  })
  const found = readSound(text)
  expect(found).toMatchObject({
    id: 'CASE-7F3KQ',
    kind: 'case',
    title: 'T',
    tags: ['ours'],
    source: { type: 'phone' },
  })
  expect(found.terms.map(term => term.value)).toEqual(['no-internet', 'home-router'])
  expect(found.body.sections.map(section => [section.id, section.text])).toEqual([
    ['symptoms', 'old'],
    ['symptoms', 'blinks'],
    ['tried', 'restart'],
  ])
})
