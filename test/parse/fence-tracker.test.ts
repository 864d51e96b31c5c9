import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/parse/body.js'
import { FenceTracker } from '../../src/parse/fence-tracker.js'

/** The lines that the tracker holds for code, 1-based. */
function tracked(markdown: string): number[] {
  const fences = new FenceTracker()
  return markdown.split(/\r\n|\n|\r/).flatMap((line, i) => (fences.inside(line) ? [i + 1] : []))
}

/** The lines that the Markdown parser takes for code. */
function parsed(markdown: string): Set<number> {
  const lines = new Set<number>()
  const visit = (node: Nodes): void => {
    if (node.type === 'code' && node.position !== undefined) {
      for (let line = node.position.start.line; line <= node.position.end.line; line++) lines.add(line)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parseMarkdown(markdown))
  return lines
}

test.each([
  ['```\ncode\n```\ntext', [1, 2, 3]],
  ['~~~ js `x`\n```\n~~~~\ntext', [1, 2, 3]],
  ['````\n```\n````', [1, 2, 3]],
  ['```\n   ```  \ntext', [1, 2]],
  ['```\n    ```\ncode', [1, 2, 3]],
  ['``` a`b\ntext', []],
  ['``\ntext', []],
  [' ```\ntext', []],
  ['> ```\n> code', []],
  ['- ```\ntext', []],
  ['text\n```\ncode', [2, 3]],
  ['<!-- one line -->\n```\ncode\n```', [2, 3, 4]],
  ['<!--\n```\n-->\ntext', []],
  ['<script>\n```\n</script>\ntext', []],
  ['<!-- a --> <!-- b\n```\n-->\ntext', []],
])('%j: lines %j', (markdown, expected) => {
  expect(tracked(markdown)).toEqual(expected)
})

// If the tracker held a line for code that the parser reads as text, a costly line could hide there.
test('every line that the tracker holds for code is code to the parser too', () => {
  const line = fc.constantFrom(
    ...[
      '```',
      '~~~',
      '````',
      '``` js',
      '```a`b',
      ' ```',
      '   ```',
      '    ```',
      '\t```',
      '``` ',
      '```x',
      '~~~~',
    ],
    ...['', ' ', 'text', '    text', '> a', '> ```', '- a', '  ```', '1. a', '-', '***', '# a', '===', '---'],
    ...['| a |', '| - |', '[^a]: b', '    b', '[a]: b "c', 'd"', '\\', '`', '``'],
    ...[
      '<!--',
      '-->',
      '<!-- a -->',
      '<!-->',
      '<!--->',
      '<!---->',
      '<div>',
      '</div>',
      '<script>',
      '</script>',
    ],
    ...[
      '<?',
      '?>',
      '<!A',
      '<![CDATA[',
      ']]>',
      '<a',
      '<a>',
      ' <!--',
      '   <b>',
      '<!-- a --><!--',
      '<!-- <x> -->',
    ],
  )
  const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')
  const markdown = fc
    .array(fc.tuple(line, eol), { maxLength: 14 })
    .map(parts => parts.map(([text, end]) => text + end).join(''))
  fc.assert(
    fc.property(markdown, text => {
      const code = parsed(text)
      // The empty piece behind the last line break is no line.
      const last = text.split(/\r\n|\n|\r/).length
      for (const at of tracked(text)) if (at < last) expect(code.has(at), `line ${at}`).toBe(true)
    }),
    { numRuns: 6000 },
  )
})
