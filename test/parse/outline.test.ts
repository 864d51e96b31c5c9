import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outline } from '../../src/model/markdown.js'
import { LineIndex } from '../../src/model/range.js'
import { parseBody } from '../../src/parse/body.js'

function outline(text: string): Outline {
  const lines = new LineIndex(text)
  return parseBody({ text, bodyStart: 0, lines, sectionOf: new Map(), audienceOf: new Map() })
}

/** Blocks as `type@parent`, with what else is known of them. */
function blocks(text: string): string[] {
  return outline(text).blocks.map(({ type, parent, at: _, ...details }) =>
    [`${type}@${parent}`, ...Object.values(details).map(value => JSON.stringify(value))].join(' '),
  )
}

function prose(text: string): string[][] {
  return outline(text).prose.map(({ runs }) => runs.map(run => run.text))
}

describe('blocks', () => {
  test.each<[string, string[]]>([
    ['# A\n\ntext\n', ['heading@-1 1', 'paragraph@-1']],
    ['3. a\n4. b\n', ['list@-1 3', 'item@0', 'paragraph@1', 'item@0', 'paragraph@3']],
    ['- a\n\n  > b\n', ['list@-1', 'item@0', 'paragraph@1', 'quote@1', 'paragraph@3']],
    ['| a | b |\n| - | - |\n| c |\n', ['table@-1 [2,1]']],
    ['```sh -x\na\n```\n', ['code@-1 {"marker":"```","language":"sh","closed":true}']],
    ['> ~~~~\n> a\n> ~~~\n', ['quote@-1', 'code@0 {"marker":"~~~~","language":"","closed":false}']],
    ['```sh\nx\n```*\n    ```\n', ['code@-1 {"marker":"```","language":"sh","closed":false}']],
    [
      '- a\n\n  ```sh\n  x\n  ```\n',
      ['list@-1', 'item@0', 'paragraph@1', 'code@1 {"marker":"```","language":"sh","closed":true}'],
    ],
    ['    a\n', ['code@-1']],
    ['<b>a</b>\n\n***\n', ['paragraph@-1', 'break@-1']],
    ['<!-- a -->\n', ['html@-1']],
  ])('%j', (text, expected) => {
    expect(blocks(text)).toEqual(expected)
  })

  test('a block knows where it stands', () => {
    expect(outline('\n- a\n\n  b\n').blocks.map(({ at }) => [at.start, at.end, at.line, at.column])).toEqual([
      [1, 9, 2, 1],
      [1, 9, 2, 1],
      [3, 4, 2, 3],
      [8, 9, 4, 3],
    ])
  })
})

describe('prose is what people read', () => {
  test.each<[string, string[][]]>([
    ['## 现象 {audience=internal}\n\n停机。\n', [['现象'], ['停机。']]],
    ['a *b* `c` d\n', [['a ', 'b', ' ', ' d']]],
    [
      'see [the log](x.md) and https://a.example/b or <https://c.example>\n',
      [['see ', 'the log', ' and ', ' or ']],
    ],
    ['![alt](a.png) x\n', [[' x']]],
    ['a\\*b &amp; c&#x1F600;d & e\n', [['a', '*b ', ' c', 'd & e']]],
    ['> a\n> b\n', [['a\n', 'b']]],
    ['| 甲 | `b` |\n| - | - |\n| 乙 | c |\n', [['甲'], ['乙'], ['c']]],
    ['a <b>c</b>\n', [['a ', 'c']]],
    ['```\ncode\n```\n', []],
  ])('%j', (text, expected) => {
    expect(prose(text)).toEqual(expected)
  })

  test('each run stands in the text where it says, of any text', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r\n',
      '*',
      '\\',
      '&amp;',
      '&',
      '> ',
      '- ',
      '`',
      '<b>',
      '。',
      '[x](y)',
      '|',
      '#',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        for (const { block, runs } of outline(text).prose) {
          expect(outline(text).blocks[block]).toBeDefined()
          for (const { text: run, start } of runs) expect(text.slice(start, start + run.length)).toBe(run)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is found in a text with more escapes than a call takes arguments', () => {
    const line = '\\#'.repeat(4000)
    expect(prose(`${line}\n`.repeat(32))[0]).toHaveLength(128_000)
  })
})
