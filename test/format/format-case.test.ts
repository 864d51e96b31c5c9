import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FIELD_ORDER } from '../../src/format/field-order.js'
import { formatCase } from '../../src/format/format-case.js'
import type { Edit } from '../../src/format/step.js'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { CASE_FIELDS } from '../../src/parse/case-keys.js'
import { caseText, parse, sampleTexts } from '../parse/parsing.js'
import { format } from './formatting.js'

/** The body of a case after formatting. */
const body = (text: string): string => format(caseText('', text)).text.slice(caseText().length)
/** The front-matter lines behind the five of every case, after formatting. */
const fields = (lines: string): string => {
  const { text } = format(caseText(lines))
  return text.slice(caseText().indexOf('---', 3), text.lastIndexOf('---'))
}
const left = (lines: string, text = ''): readonly string[] => format(caseText(lines, text)).left

describe('fields', () => {
  test('stand in the order of the templates, which names every field of the schema', () => {
    expect([...FIELD_ORDER].sort()).toEqual([...CASE_FIELDS].sort())
    for (const name of ['case.zh', 'case.en', 'sop.zh', 'sop.en', 'faq.zh', 'faq.en']) {
      const template = readFileSync(`templates/${name}.md`, 'utf8').split('\n---')[0] ?? ''
      const keys = [...template.matchAll(/^(\w+):/gm)].map(match => match[1])
      expect(keys).toEqual(FIELD_ORDER.filter(key => keys.includes(key)))
    }
  })

  test('move with what stands below them and with the comments directly above', () => {
    expect(
      fields(
        'owner: a # team\n\n# where\n# to file it\nproduct:\n  name: home-router\n  # open\ntags: [a]\n',
      ),
    ).toBe('# where\n# to file it\nproduct:\n  name: home-router\n  # open\n\ntags: [a]\nowner: a # team\n')
  })

  test('keep their quotes, their form, and comments behind the last one', () => {
    const lines = "tags: ['a', \"b\"]\ncustomer_phrases:\n- 'x'\ncauses:\n    - {cause: 'c'}\n"
    expect(fields(`owner: a\n${lines}# end\n`)).toBe(
      "tags: ['a', \"b\"]\ncustomer_phrases:\n- 'x'\nowner: a\ncauses:\n    - {cause: 'c'}\n# end\n",
    )
  })

  test('of the library itself stay behind the one that they follow', () => {
    expect(fields('owner: a\nown: x\ncategory: frequent-drops\nother: y\n')).toBe(
      'category: frequent-drops\nother: y\nowner: a\nown: x\n',
    )
  })

  test.each([
    ['a comment that belongs to none', 'owner: a\n# alone\n\ntags: [b]\n', 'fieldComment'],
    ['two on one line', undefined, 'fieldShape'],
  ])('stay where they are for %s', (_, lines, code) => {
    const text =
      lines === undefined
        ? '---\n{ title: A title, id: CASE-7F3KQ, kind: case, status: draft, language: en }\n---\n'
        : caseText(lines)
    expect(format(text)).toEqual({ text, left: [code] })
  })

  test('with a text that ends in blank lines stay where they are', () => {
    const text = caseText('owner: a\ntestimonial:\n  text: |+\n    words\n\ntags: [b]\n')
    expect(format(text)).toEqual({ text, left: ['meaning'] })
  })

  test('texts that could be taken for something else are quoted, and nothing else is', () => {
    const lines =
      'created: 2026-03-02\nproduct:\n  versions: 1.10\nerror_codes: [404, 007, 0x1F, -1.5e3, .5, 1:20.5, .inf, E-1, 1-2, 2026-03-02, 1.2.3, .]\ntags: [no, 12:30, "5", 1.2.3]\nregions: [NO, CN]\nresolution_hours: 2.5\noutcomes:\n  - { metric: ~, before: 7, unit: "%" }\ntestimonial: { consent: true }\nown: 1.10\n'
    expect(fields(lines)).toBe(
      'created: 2026-03-02\nproduct:\n  versions: "1.10"\nerror_codes: ["404", "007", "0x1F", "-1.5e3", ".5", "1:20.5", ".inf", E-1, 1-2, 2026-03-02, 1.2.3, .]\ntags: ["no", "12:30", "5", 1.2.3]\nregions: ["NO", CN]\nresolution_hours: 2.5\noutcomes:\n  - { metric: "~", before: 7, unit: "%" }\ntestimonial: { consent: true }\nown: 1.10\n',
    )
  })
})

describe('white space', () => {
  test('at the end of a line goes where it says nothing', () => {
    expect(body('\n# Title \t\n\nText. \nMore.\t\n \n- a \n\n| a | \n| - |  \n| b |\n')).toBe(
      '\n# Title\n\nText.\nMore.\n\n- a\n\n| a |\n| - |\n| b |\n',
    )
  })

  test.each([
    ['hard breaks', '\none  \ntwo\n'],
    ['what stands behind a backslash', '\none\\ \ntwo\n'],
    ['fenced code', '\n```\na  \n\n\n  b \t\n```\n'],
    ['indented code', '\n    a  \n   \n\n    b\n'],
    ['code spans over two lines', '\n`one \ntwo`\n'],
    ['HTML', '\n<pre>\na  \n\n\nb\n</pre>\n'],
    ['comments', '\n<!-- a  \n\n\nb -->\n'],
  ])('stays in %s', (_, text) => {
    expect(body(text)).toBe(text)
  })

  test('in the front matter goes but for texts over several lines', () => {
    expect(fields('owner: a  \ntestimonial:\n  text: |\n    one  \n    two\n')).toBe(
      'owner: a\ntestimonial:\n  text: |\n    one  \n    two\n',
    )
  })
})

describe('blank lines', () => {
  test('stand around headings, lists, tables and fences, one at a time', () => {
    expect(
      body('# Title\nText.\n- a\n- b\n## Next\n\n\n1. c\n```sh\nx\n```\nText.\n| a |\n| - |\n> q\n'),
    ).toBe(
      '\n# Title\n\nText.\n\n- a\n- b\n\n## Next\n\n1. c\n\n```sh\nx\n```\n\nText.\n\n| a |\n| - |\n\n> q\n',
    )
  })

  test('never come between a comment and its line, nor into lists', () => {
    const text =
      '\n## A\n<!-- hint: write -->\n\nText\n<!-- casectl-disable-next-line links -- x -->\n## B\n\n- a\n  - b\n  ```\n  c\n  ```\n'
    expect(body(text)).toBe(text)
  })

  test('at the end leave one line break, which is put in where it is missing', () => {
    expect(body('\nText.\n\n \n\n')).toBe('\nText.\n')
    expect(body('\nText.')).toBe('\nText.\n')
    expect(body('\n\n')).toBe('')
    expect(format(caseText().trimEnd()).text).toBe(caseText())
    expect(body('\n```\na\n\n\n')).toBe('\n```\na\n\n\n')
  })
})

describe('sections', () => {
  const problem = '## Problem\n\nP.\n'
  const steps = '## Steps\n\n1. S.\n'
  const notes = '## Our own\n\nO.\n'

  test('stand in the order of the kind, each with what the kind does not know behind it', () => {
    expect(body(`\n# T\n\n${steps}\n${notes}\n<!-- hint: x -->\n${problem}`)).toBe(
      `\n# T\n\n<!-- hint: x -->\n${problem}\n${steps}\n${notes}`,
    )
  })

  test('take along what waves a rule through for their heading', () => {
    const comment = '<!-- casectl-disable-next-line links -- why -->\n\n'
    expect(body(`\n${steps}\n${comment}${problem}`)).toBe(`\n${comment}${problem}\n${steps}`)
  })

  test.each([
    ['a second title', `\n${steps}\n# T\n\n${problem}`, 'sectionTitle'],
    ['numbers', '\n## 2. Steps\n\n## 1. Problem\n', 'sectionNumber'],
    ['one that stands twice', `\n${steps}\n${problem}\n${steps}`, 'sectionTwice'],
    ['HTML', `\n${steps}\n<details>\n\n${problem}\n</details>\n`, 'sectionHtml'],
    [
      'a comment that opens a stretch',
      `\n${steps}\n<!-- casectl-disable links -- x -->\n\n${problem}`,
      'sectionDisable',
    ],
    ['two definitions', `\n${steps}\n[a]: b\n\n${problem}\n[A]: c\n`, 'sectionDefinition'],
    ['an open fence', `\n${steps}\n${problem}\n\`\`\`\nx\n`, 'sectionFence'],
  ])('stay where they are for %s', (_, text, code) => {
    const formatted = format(caseText('', text))
    expect(formatted).toEqual({ text: caseText('', text), left: [code] })
  })

  test('stay where they are when the library wants it so', () => {
    const file = parse(caseText('', `\n${steps}\n${problem}`))
    const context = { config: DEFAULT_CONFIG, parse: (_: string, text: string) => parse(text) }
    expect(formatCase(file, { ...context, keepsSections: () => true })).toEqual({ text: file.text, left: [] })
  })
})

describe('a file', () => {
  test('keeps its byte order mark and its line breaks', () => {
    const crlf = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    const before = caseText('owner: a\ntags: [b]\n', '# T\nText. \n## Steps\n1. S\n## Problem\nP')
    const after = caseText('tags: [b]\nowner: a\n', '\n# T\n\nText.\n\n## Problem\n\nP\n\n## Steps\n\n1. S\n')
    expect(format(before).text).toBe(after)
    expect(format(crlf(before)).text).toBe(crlf(after))
  })

  test.each([
    ['without front matter', '# T\nText \n'],
    ['with a key twice', caseText('tags: [a]\nid: CASE-7F3KR\n', 'x ')],
    ['with a body that is too costly to read', caseText('tags: [a]\n', `${'> '.repeat(30)}x \n`)],
  ])('%s is not touched', (_, text) => {
    expect(format(text).text).toBe(text)
  })

  test('a wrong value is no reason to leave the rest', () => {
    expect(format(caseText('urgency: soon\n', 'x \n')).text).toBe(caseText('urgency: soon\n', 'x\n'))
    expect(left('urgency: soon\n')).toEqual([])
  })

  test('whose punctuation never settles stays as it is, and so do words and code', () => {
    const turn = (from: string, to: string, text: string): Edit[] => {
      const at = text.indexOf(from)
      return at === -1 ? [] : [{ start: at, end: at + from.length, text: to }]
    }
    const file = parse(caseText('', '\nOne, two \n'))
    const context = { config: DEFAULT_CONFIG, parse: (_: string, text: string) => parse(text) }
    const restless = ({ text }: { text: string }) => [...turn(',', '，', text), ...turn('，', ',', text)]
    expect(formatCase(file, { ...context, punctuation: restless })).toEqual({
      text: file.text,
      left: ['unsettled'],
    })
    const coded = parse(caseText('', '\nRun `a,b` now, then\n'))
    const everywhere = ({ text }: { text: string }) => turn('a,b', 'a，b', text)
    expect(formatCase(coded, { ...context, punctuation: everywhere }).left).toEqual(['meaning'])
    const wordy = ({ text }: { text: string }) => turn('two', 'three', text)
    expect(formatCase(file, { ...context, punctuation: wordy })).toEqual({
      text: caseText('', '\nOne, two\n'),
      left: ['meaning'],
    })
  })
})

test('the sample library is in form but for fields that stand in another order', () => {
  for (const text of sampleTexts().values()) {
    const formatted = format(text)
    expect(formatted.left).toEqual([])
    expect(formatted.text.split('\n').sort()).toEqual(text.split('\n').sort())
  }
})
