import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contain } from '../../src/draft/contain.js'
import { draftCase } from '../../src/draft/draft-case.js'
import { read, request } from './support.js'

/** The sections of a draft whose problem, symptoms and background are this text. */
function sectionTitles(text: string): string[] {
  const file = read(draftCase(request({ problem: text, symptoms: text, background: text })).text)
  return file.case?.body.sections.map(section => section.title) ?? []
}
const UNTOUCHED = sectionTitles('one line')

test.each([
  ['# restart', '### restart'],
  ['  ## Steps\ntext', '  ### Steps\ntext'],
  ['### kept', '### kept'],
  ['#1 is no heading', '#1 is no heading'],
  ['Title\n=====', 'Title\n\\====='],
  ['Title\n-', 'Title\n\\-'],
  ['two\nlines\n  ---  ', 'two\nlines\n  \\---'],
  ['---\nid: CASE-00000\n---\n# x', '\\---\nid: CASE-00000\n\\---\n### x'],
  ['- a\n- b', '- a\n- b'],
  ['| a | b |\n| --- | --- |\n| 1 | 2 |', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
])('headings and rules lose their level: %j', (text, contained) => {
  expect(contain(text)).toBe(contained)
})

test('code is left alone, and an unclosed fence is closed', () => {
  expect(contain('```sh\n# restart\n---\n```')).toBe('```sh\n# restart\n---\n```')
  expect(contain('~~~~\n# restart')).toBe('~~~~\n# restart\n~~~~')
  expect(contain('    # restart')).toBe('    # restart')
})

test('an HTML block that nothing closes is shown instead of swallowing what follows', () => {
  expect(contain('<!-- half')).toBe('\\<!-- half')
  expect(contain('<!-- whole -->\ntext')).toBe('<!-- whole -->\ntext')
  expect(contain('a\n\n<script>\nx')).toBe('a\n\n\\<script>\nx')
})

test('a fence inside a list does not confuse what stands behind the list', () => {
  const text = '- a\n  ```\n  code\n# heading'
  expect(contain(text)).toBe('- a\n  ```\n  code\n### heading')
})

test('line breaks of any system become LF, a byte order mark and NUL go', () => {
  expect(contain('\uFEFFa\r\nb\rc\0\n\n')).toBe('a\nb\nc\uFFFD')
})

test('text too costly for the Markdown parser is kept as code', () => {
  const text = `${'- '.repeat(30)}x`
  expect(contain(text)).toBe(`\`\`\`text\n${text}\n\`\`\``)
})

test('indented first lines keep their indent', () => {
  expect(contain('\n\n  - a\n  - b')).toBe('  - a\n  - b')
})

// Lines out of which every block that could reach beyond its text is made.
const line = fc.constantFrom(
  ...[
    '# a',
    '## 步骤',
    'a',
    '',
    '---',
    '===',
    '-',
    '```',
    '~~~',
    '   ```',
    '- a',
    '  b',
    '    c',
    '> q',
    '> # q',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- x',
    '<script>',
    '</script>',
    '<pre>',
    '<?',
    '<!X',
    '<![CDATA[',
    '<div>',
    '  <!--',
    '- <!--',
  ],
  ...[
    '[a]: b',
    '[^1]: x',
    '| a |',
    '| --- |',
    '1. x',
    '\\',
    '- ```',
    '> ```',
    '{{id}}',
    '<!-- hint: x -->',
    '* * *',
  ],
)

test('no pasted text adds, hides or renames a section', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), lines => {
      expect(sectionTitles(lines.join('\n'))).toEqual(UNTOUCHED)
    }),
    { numRuns: 120 },
  )
})

test('contained text is contained already', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), lines => {
      const once = contain(lines.join('\n'))
      expect(contain(once)).toBe(once)
    }),
    { numRuns: 400 },
  )
})
