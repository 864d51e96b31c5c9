import { describe, expect, test } from 'vitest'
import { DEFAULT_HEADINGS } from '../../src/model/defaults.js'
import { caseText, parse, sampleTexts } from './parsing.js'

/** What is left of 256 KiB for a body. */
const ROOM = 260_000

const fill = (part: string, length = ROOM): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length)

/** The whole room in lines of just less than 8 KiB. */
const rows = (part: string): string => fill(`${fill(part, 8000)}\n`)

const nest = (levels: number): string =>
  Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- a\n`).join('')

const codes = (body: string): string[] => [
  ...new Set(parse(caseText('', body)).problems.map(({ code }) => code)),
]

describe('text that stalls a Markdown parser is read or refused within two seconds', () => {
  test.each<[string, string]>([
    ['16 KB of list markers', fill('- ', 16_384)],
    ['list markers in lines', fill(`${'- '.repeat(20)}a\n`)],
    ['list markers behind lone carriage returns', fill(`a\r${'- '.repeat(4000)}x\n`)],
    ['128 KB of emphasis', fill('_a__ ', 131_072)],
    ['emphasis in paragraphs', fill(`${fill('_a__ ', 3300)}\n\n`)],
    ['3000 nested quotes', `${'> '.repeat(3000)}a`],
    ['3000 nested quotes without spaces', `${'>'.repeat(3000)}a`],
    ['quotes one after the other', fill('>a\n\n')],
    ['quotes that lazy lines continue', `${'> '.repeat(20)}a\n${fill('b\n')}`],
    ['nested footnotes', fill(`${fill('[^a]:', 4990)} x\n\n`)],
    ['deep indents', fill(`${' '.repeat(200)}b\n`)],
    ['lists to a hundred levels', fill(nest(100))],
    ['deep lines behind a deep list', nest(100) + fill(`${' '.repeat(200)}b\n`, 250_000)],
    ['empty lines behind a deep list', `${nest(100)}${fill('\n', 200_000)}b`],
    ['lazy lines behind a deep list', nest(100) + fill('b\n', 200_000)],
    ['tabs', fill(`${'\t'.repeat(190)}- a\n`)],
    ['list items', fill('- a\n')],
    ['two kinds of lists in turn', fill('1) a\n1. b\n')],
    ['underlined headings', fill('a\n=\n')],
    ['headings', fill('## a\n')],
    ['headings with long gaps', fill(`## a${' '.repeat(8000)}b\n`)],
    ['long gaps', fill(`a${' '.repeat(8000)}b\n`)],
    ['brackets', fill('['.repeat(8000))],
    ['brackets in paragraphs', fill(`${'['.repeat(990)}a${']'.repeat(990)}\n\n`)],
    ['titles that never end', `${'[a](b "c\n'.repeat(990)}${rows('word ')}`.slice(0, ROOM)],
    ['definitions that never end', fill('[a]: b "c\n\n')],
    ['comments that never end', `x ${rows('<!--a ')}`],
    ['comments in a block that never ends', rows('<!--')],
    ['tags that never end', rows('<a b="')],
    ['addresses that never end', rows('<a:')],
    ['addresses before punctuation', fill(`www.a${'!'.repeat(7000)}\n`)],
    ['addresses before brackets', fill(`http://a.b${')'.repeat(7000)}\n`)],
    ['mail addresses', rows('a+b@')],
    ['code spans of every length', Array.from({ length: 700 }, (_, i) => `${'`'.repeat(i + 1)}a\n`).join('')],
    ['a wide table', `${fill('|a', 8000)}\n${fill('|-', 8000)}\n${rows('|a')}`.slice(0, ROOM)],
    ['a long table', `|a|b|\n|-|-|\n${fill('|a|b|\n', 250_000)}`],
    ['fences', fill('```\n')],
    ['entities', rows('&a')],
    ['one word', rows('停机')],
  ])('%s', (_, body) => {
    const start = performance.now()
    const file = parse(caseText('', body))
    expect(file.case?.body.sections.length).toBeGreaterThanOrEqual(0)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('each limit', () => {
  test.each([
    ['longLine', 'x'.repeat(8193), 'x'.repeat(8192)],
    ['longLine', `\`\`\`\n${'x'.repeat(8193)}\n\`\`\``, `\`\`\`\n${'x'.repeat(8192)}\n\`\`\``],
    ['markers', `${'- '.repeat(21)}x`, `${'- '.repeat(20)}x`],
    ['markers', `${'1. '.repeat(21)}x`, `${'1. '.repeat(20)}x`],
    ['markers', `${'>'.repeat(21)}x`, `${'>'.repeat(20)}x`],
    ['markers', `${'> - + 1) '.repeat(6)}x`, `${'> - + 1) '.repeat(5)}x`],
    ['markers', `a\r${'- '.repeat(21)}x`, `a\r${'- '.repeat(20)}x`],
    ['indent', `${' '.repeat(201)}x`, `${' '.repeat(200)}x`],
    ['indent', `${'\t'.repeat(51)}x`, `${'\t'.repeat(50)}x`],
    ['emphasis', 'a_b*'.repeat(1001), 'a_b*'.repeat(1000)],
    [
      'emphasis',
      `${'[a]'.repeat(500)}\n${'[a]'.repeat(501)}`,
      `${'[a]'.repeat(500)}\n\n${'[a]'.repeat(501)}`,
    ],
    ['address', `see www.a.b ${'.'.repeat(100)}`, `see www.a.b ${'.'.repeat(99)}`],
    ['manyLines', 'x\n'.repeat(5001), 'x\n'.repeat(5000)],
    ['manyBlocks', '- x\n'.repeat(2501), '- x\n'.repeat(2500)],
    ['manyBlocks', 'x\n===\n'.repeat(2501).slice(0, -1), 'x\n===\n'.repeat(2499)],
    ['manyIndents', `${' '.repeat(100)}x\n`.repeat(1001), `${' '.repeat(100)}x\n`.repeat(1000)],
    ['manyMarks', '|||||\n'.repeat(4001), '|||||\n'.repeat(4000)],
  ])('%s refuses one more than it lets pass', (code, bad, good) => {
    expect(codes(bad)).toContain(code)
    expect(codes(good)).toEqual([])
  })

  test('names the line that passed it, and the count', () => {
    const { problems } = parse(caseText('', `a\n\n${'- '.repeat(30)}x\n`))
    expect(problems.map(({ at, args }) => [at?.line, at?.column, args])).toEqual([
      [10, 1, { count: 30, limit: 20 }],
    ])
  })

  test('leaves the front matter readable and the body unread', () => {
    const file = parse(caseText('owner: a\n', `## Problem\n\n${'x'.repeat(9000)}\n`))
    expect(file.case?.owner).toBe('a')
    expect(file.case?.body.sections).toEqual([])
  })
})

describe('what people write passes', () => {
  test.each<[string, string]>([
    ['a rule of spaced dashes', `${'- '.repeat(60)}\n`],
    ['a rule of stars', `${'* '.repeat(200)}\n`],
    ['a rule of underscores', `${'_'.repeat(500)}\n`],
    ['dots from here to the margin', `Chapter ${'.'.repeat(300)} 5\n`],
    [
      'a table of 400 error codes',
      `| code | text |\n| --- | --- |\n${'| `ERR_A_B` | **x** [y](z.md) |\n'.repeat(400)}`,
    ],
    ['a list ten levels deep', nest(10).repeat(20)],
    ['a quoted mail thread', '> > > > text of a mail\n'.repeat(300)],
    ['a thousand steps', '1. Do this.\n2. Do that.\n'.repeat(500)],
    ['a log in a code block', `\`\`\`\n${'[2026-11-22] [INFO] [a_b_c] * started **\n'.repeat(1500)}\`\`\`\n`],
    [
      'deeply indented JSON in a code block',
      `\`\`\`json\n${`${' '.repeat(250)}"a": []\n`.repeat(20)}\`\`\`\n`,
    ],
    ['dashes in a code block', `\`\`\`\n${'- '.repeat(40)}x\n\`\`\`\n`],
    [
      'a log behind a hint for authors',
      `<!-- paste the log here -->\n\`\`\`\n${'[a] [b] [c]\n'.repeat(500)}\`\`\`\n`,
    ],
    ['a diagram of box characters', `\`\`\`\n${'| | | |\n'.repeat(3000)}\`\`\`\n`],
    ['a long Chinese paragraph', '空压机停机。'.repeat(1000)],
  ])('%s', (_, body) => {
    expect(codes(body)).toEqual([])
  })

  test('every case of the sample library, and one with every section', () => {
    for (const [path, text] of sampleTexts()) {
      expect(
        parse(text).problems.filter(({ rule }) => rule === 'body-limits'),
        path,
      ).toEqual([])
    }
    const all = Object.values(DEFAULT_HEADINGS).map(
      ([heading]) => `## ${heading}\n\n${'一句话。'.repeat(50)}\n`,
    )
    expect(codes(all.join('\n'))).toEqual([])
  })
})
