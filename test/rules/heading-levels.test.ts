import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'heading-levels'
const TITLE = 'Home router W-104 drops 5 GHz at night'
const headings = (...lines: string[]) => lines.map(line => `\n${line}\n\nText.\n`).join('')
const lint = (...lines: string[]) => found(RULE, exampleCase({}, headings(...lines)))
const fix = (...lines: string[]) =>
  fixed(RULE, exampleCase({}, headings(...lines)))
    .split('\n')
    .filter(line => line.startsWith('#'))

describe('levels', () => {
  test('going down by one and up by any number is fine', () => {
    expect(lint(`# ${TITLE}`, '## A', '### B', '#### C', '## D')).toEqual([])
    expect(lint('## A', '### B')).toEqual([])
  })

  test('a level that is skipped is a warning at the heading, a note in a draft', () => {
    expect(lint('## A', '#### B')).toEqual(['skipped 22:1 warning'])
    expect(found(RULE, exampleCase({ status: 'draft' }, headings('## A', '#### B')))).toEqual([
      'skipped 22:1 note',
    ])
  })

  test('the first heading is below the title of the front matter', () => {
    expect(lint('### A')).toEqual(['first 18:1 warning'])
    expect(fix('### A', '### B')).toEqual(['## A', '## B'])
  })

  test('the fix takes along what stands on the same level or below', () => {
    expect(fix('## A', '#### B', '##### C', '#### D', '### E')).toEqual([
      '## A',
      '### B',
      '#### C',
      '### D',
      '### E',
    ])
    expect(fix('## A', '#### B', '## C', '#### D')).toEqual(['## A', '### B', '## C', '### D'])
  })

  test('headings in quotes and lists are not part of the outline', () => {
    expect(lint('## A', '> #### B', '- #### C')).toEqual([])
  })
})

describe('the heading of level 1', () => {
  test('repeats the title, whatever its spaces, case and punctuation', () => {
    expect(lint(`# ${TITLE}`)).toEqual([])
    expect(lint('# home router W-104: drops 5GHz at night.')).toEqual([])
    expect(lint('# Home router drops 5 GHz')).toEqual(['title 18:1 warning'])
  })

  test('is left to `required-sections` where it names a section', () => {
    expect(lint('# Steps', '## Problem')).toEqual([])
  })

  test('stands once', () => {
    expect(lint(`# ${TITLE}`, '# More', '# Yet more')).toEqual(['second 22:1 warning', 'second 26:1 warning'])
    expect(fix(`# ${TITLE}`, '# More', '# Yet more')).toEqual([`# ${TITLE}`, '## More', '## Yet more'])
  })

  test('is not moved down where sections stand below it, where it is underlined, or where no title comes first', () => {
    expect(fix(`# ${TITLE}`, '# More', '## Below')).toEqual([`# ${TITLE}`, '# More', '## Below'])
    expect(fix('# Not the title', '# More')).toEqual(['# Not the title', '# More'])
    const [, second] = findings(RULE, exampleCase({}, `\n# ${TITLE}\n\n# B\n\nC\n=\n`))
    expect([second?.code, second?.fix]).toEqual(['second', undefined])
  })

  test('`title: any` does not compare, `title: none` wants none', () => {
    const other = exampleCase({}, headings('# Another'))
    expect(found(RULE, other, { options: { [RULE]: { title: 'any' } } })).toEqual([])
    expect(found(RULE, other, { options: { [RULE]: { title: 'none' } } })).toEqual([])
    const same = exampleCase({}, `\n# ${TITLE}\n\n## Problem\n`)
    const [finding] = findings(RULE, same, { options: { [RULE]: { title: 'none' } } })
    expect(finding?.code).toBe('repeated')
    const [edit] = finding?.fix ?? []
    expect(same.slice(edit?.start, edit?.end)).toBe(`# ${TITLE}\n\n`)
  })

  test('a title that is missing or refused compares with nothing', () => {
    expect(found(RULE, exampleCase({ title: undefined }, headings('# A')))).toEqual([])
    expect(found(RULE, exampleCase({ title: '[a]' }, headings('# A')))).toEqual([])
  })
})

describe('a heading without its space', () => {
  test.each([
    ['##操作步骤', '## 操作步骤'],
    ['###Steps', '### Steps'],
    ['#\u3000标题', '# 标题'],
    ['##\u3000 操作步骤', '## 操作步骤'],
    ['  ##1. 准备', '  ## 1. 准备'],
  ])('%s', (line, better) => {
    const text = exampleCase({}, exampleBody('Use channel 36.', `Use channel 36.\n\n${line}\n\nMore.`))
    expect(findings(RULE, text).map(({ code }) => code)).toEqual(['space'])
    expect(fixed(RULE, text)).toContain(`\n${better}\n`)
  })

  test.each([
    '#标签',
    '#1234',
    '##vso[task.complete]',
    '```\n##操作步骤\n```',
    '> ##操作步骤',
    '## 步骤',
    '##',
  ])('%s is none, or stands elsewhere', line => {
    expect(found(RULE, exampleCase({}, exampleBody('Use channel 36.', line)))).toEqual([])
  })

  test('it is found below a line of text, at its own line', () => {
    const text = exampleCase({}, exampleBody('Use channel 36.', 'Use channel 36.\n##More\nText.'))
    expect(found(RULE, text)).toEqual(['space 35:1 warning'])
  })
})
