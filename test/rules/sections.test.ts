import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { EXAMPLE_PATH, findings, fixed, found } from './lint-text.js'

const body = (...headings: string[]) => headings.map(heading => `\n${heading}\n\nSome text.\n`).join('')

describe('required-sections', () => {
  const RULE = 'required-sections'
  const missing = (fields: Record<string, string>, text: string) =>
    findings(RULE, exampleCase(fields, text)).map(({ args }) => args['heading'])

  test('a published case lacks every section its kind asks for, named in its language', () => {
    const text = body('## Problem', '## Symptoms')
    expect(missing({}, text)).toEqual(['Cautions', 'Diagnosis', 'Resolution', 'Steps'])
    expect(missing({ language: 'zh-CN' }, text).sort()).toEqual([
      '操作步骤',
      '注意事项',
      '解决方案',
      '诊断过程',
    ])
    expect(missing({ language: 'de' }, text)).toHaveLength(4)
  })

  test('it is reported at the section that stands before it, else at the first line', () => {
    const text = exampleBody('## Symptoms', '## What one sees').replace('## Problem', '## Story')
    expect(found(RULE, exampleCase({}, text))).toEqual(['missing 1:1', 'missing 1:1'])
    expect(found(RULE, exampleCase({}, exampleBody('## Steps', '## How')))).toEqual(['missing 32:1'])
  })

  test('a draft is asked for the sections of every stage only, as a warning', () => {
    expect(found(RULE, exampleCase({ status: 'draft' }, body('## Symptoms')))).toEqual([
      'missing 1:1 warning',
    ])
    expect(found(RULE, exampleCase({ status: 'draft' }, body('## 问题描述')))).toEqual([])
  })

  test.each(['problem', 'Problem', '问题描述'])(
    '`incomplete: [%s]` excuses a draft and nothing else',
    name => {
      const fields = { incomplete: `[${name}]` }
      expect(missing({ ...fields, status: 'draft' }, '')).toEqual([])
      expect(missing({ ...fields, kind: 'faq' }, body('## Answer'))).toEqual(['Problem'])
    },
  )

  test('a withdrawn case is warned at most', () => {
    const text = exampleBody('## Steps', '## How')
    expect(found(RULE, exampleCase({ status: 'withdrawn' }, text))).toEqual(['missing 32:1 warning'])
  })

  test('a heading of another level is found and corrected', () => {
    const text = exampleCase({}, exampleBody('## Steps', '#### Steps'))
    expect(found(RULE, text)).toEqual(['level 36:1'])
    expect(fixed(RULE, text)).toContain('\n## Steps\n')
    expect(found(RULE, fixed(RULE, text))).toEqual([])
  })

  test('an underlined heading of level 1 is found, without a fix', () => {
    const [finding] = findings(RULE, exampleCase({}, exampleBody('## Steps', 'Steps\n=====')))
    expect([finding?.code, finding?.args['depth'], finding?.fix]).toEqual(['level', 1, undefined])
  })

  test('numbered headings and a final colon name the section all the same', () => {
    expect(missing({ kind: 'faq', language: 'zh-CN' }, body('## 一、问题描述', '## 2. 解决方案：'))).toEqual(
      [],
    )
  })

  test('a refused kind or status leaves the question open', () => {
    expect(missing({ kind: 'story' }, '')).toEqual([])
    expect(missing({ status: 'done' }, '')).toEqual([])
  })

  test('headings of the configuration name sections', () => {
    const files = {
      'casectl.config.yml': 'sections: { steps: [How to] }\n',
      'cases/a.md': exampleCase({}, exampleBody('## Steps', '## How to')),
      'cases/b.md': exampleCase({ id: 'CASE-00001' }, exampleBody('## Steps', '## How')),
    }
    expect(findings(RULE, files).map(({ path, args }) => [path, args['heading']])).toEqual([
      ['cases/b.md', 'How to'],
    ])
  })
})

describe('section-order', () => {
  const RULE = 'section-order'
  const lint = (kind: string, ...headings: string[]) =>
    findings(RULE, exampleCase({ kind }, body(...headings))).map(({ code, args }) =>
      [code, args['section'], args['other'] ?? args['line']].join(' '),
    )

  test('unknown headings may stand anywhere', () => {
    expect(lint('case', '## Story', '## Problem', '## Aside', '## Steps')).toEqual([])
  })

  test('as few sections as possible are reported, with the one they belong behind', () => {
    expect(lint('case', '## Cautions', '## Problem', '## Symptoms', '## Steps')).toEqual([
      'after Cautions Steps',
    ])
    expect(lint('case', '## Symptoms', '## Steps', '## Cautions', '## Problem')).toEqual([
      'before Problem Symptoms',
    ])
    expect(lint('case', '## Problem', '## Steps', '## Diagnosis', '## Cautions')).toHaveLength(1)
  })

  test('a section that stands twice is reported once, at the second place', () => {
    expect(lint('case', '## Problem', '## Symptoms', '## Problem description')).toEqual([
      'repeated Problem description 18',
    ])
  })

  test('a section that the kind does not know is reported, and an unknown kind judges nothing', () => {
    expect(lint('faq', '## Question', '## Symptoms', '## Answer')).toEqual(['unlisted Symptoms '])
    expect(lint('story', '## Steps', '## Problem')).toEqual([])
  })

  test('all of it are warnings with their places', () => {
    const text = body('## Steps', '## Problem', '## Steps')
    expect(found(RULE, exampleCase({}, text))).toEqual(['before 22:1 warning', 'repeated 26:1 warning'])
  })
})

describe('empty-section', () => {
  const RULE = 'empty-section'
  const empty = (fields: Record<string, string>, section = '## Cautions') =>
    found(RULE, exampleCase(fields, exampleBody('## Cautions\n\nDevices reconnect once.', section)))

  test('a section that is asked for is an error beyond draft, else a warning', () => {
    expect(empty({})).toEqual(['empty 40:1'])
    expect(empty({ status: 'in-review' })).toEqual(['empty 40:1'])
    expect(empty({ status: 'draft' })).toEqual(['empty 40:1 warning'])
    expect(empty({ status: 'withdrawn' })).toEqual(['empty 40:1 warning'])
    // The optional sections of a draft are one note: `open`.
    expect(empty({ status: 'draft' }, '## Cautions\n\nNone.\n\n## Aside\n\n## Tools')).toEqual([
      'open 44:1 note',
    ])
    expect(empty({ kind: 'faq' })).toEqual(['empty 40:1 warning'])
    expect(empty({ kind: 'story' })).toEqual(['empty 40:1 warning'])
  })

  test('an unknown section is a warning', () => {
    expect(empty({}, '## Cautions\n\nNone.\n\n## Aside')).toEqual(['empty 44:1 warning'])
  })

  test('comments are no text; code, images and tables are', () => {
    expect(empty({}, '## Cautions\n\n<!-- ask -->\n\n<!-- again -->')).toEqual(['empty 40:1'])
    for (const text of ['```\nreset\n```', '![plan](a.svg)', '| a |\n| - |', '<b>x</b>']) {
      expect(empty({}, `## Cautions\n\n${text}`)).toEqual([])
    }
  })

  test('its name is that of the heading without the audience', () => {
    const text = exampleBody('## Cautions\n\nDevices reconnect once.', '## Cautions {audience=internal}')
    const [finding] = findings(RULE, { [EXAMPLE_PATH]: exampleCase({}, text) })
    expect(finding?.args).toEqual({ section: 'Cautions' })
  })
})
