import { expect, test } from 'vitest'
import { paintStyles, type StyleName, unstyled } from '../../src/lib/style.js'
import { cells } from '../../src/lib/text.js'
import { renderMarkdown } from '../../src/report/markdown.js'

const render = (markdown: string, width = 60): string =>
  unstyled(renderMarkdown(markdown, { language: 'en', width }))

/** With styles written out: `<bold>text</bold>`. */
const painted = (markdown: string): string =>
  paintStyles(
    renderMarkdown(markdown, { language: 'en', width: 60 }),
    (name: StyleName, inner) => `<${name}>${inner}</${name}>`,
  )

test('sections stand at the left, their text stands in', () => {
  expect(render('# Title\n\n## Problem\n\nIt stops.\n\n### Detail\n\nMore.')).toBe(
    'Title\n\nProblem\n\n  It stops.\n\n  Detail\n\n  More.',
  )
})

test('emphasis, strong text, code and deletion', () => {
  expect(painted('a *b* **c** `d` ~~e~~')).toBe(
    '  a <underline>b</underline> <bold>c</bold> <cyan>`d`</cyan> ~~<dim>e</dim>~~',
  )
})

test('nested emphasis has both styles, once each', () => {
  expect(painted('**a _b **c** d_**')).toBe('  <bold>a </bold><underline><bold>b c d</bold></underline>')
})

test('the audience of a section is dimmed', () => {
  expect(painted('## 诊断过程 {audience=internal}')).toBe(
    '<bold>诊断过程</bold><dim> {audience=internal}</dim>',
  )
})

test('a paragraph wraps to the width with its indent', () => {
  const text = render('空压机加载三十五分钟后自动停机，屏幕显示代码，复位后能启动，同样时间后再次停机。', 30)
  for (const line of text.split('\n')) expect(cells(line)).toBeLessThanOrEqual(30)
  expect(text.replace(/\s/g, '')).toBe(
    '空压机加载三十五分钟后自动停机，屏幕显示代码，复位后能启动，同样时间后再次停机。',
  )
})

test('links show their target, unless the text says it or it lies in the same text', () => {
  expect(render('[rules](a/b.md) <https://x.example> www.example.com [up](#top) <me@example.com>', 99)).toBe(
    '  rules (a/b.md) https://x.example www.example.com up me@example.com',
  )
})

test('a link whose text is another address shows both', () => {
  expect(render('[https://bank.example](https://evil.example)')).toBe(
    '  https://bank.example (https://evil.example)',
  )
})

test('reference links and images find their definition, which is not shown itself', () => {
  expect(render('[a][x] ![pic][x]\n\n[x]: target.md "t"\n[x]: other.md')).toBe('  a (target.md) [image: pic]')
})

test('images are named by their text, else by their file', () => {
  expect(render('![cooling path](a.svg) ![](b.svg)')).toBe('  [image: cooling path] [image: b.svg]')
  expect(unstyled(renderMarkdown('![图](a.svg)', { language: 'zh', width: 60 }))).toBe('  [图片：图]')
})

test('lists: nested, ordered from their start, aligned, tasks', () => {
  expect(render('- a\n  - b\n- c')).toBe('  • a\n    • b\n  • c')
  expect(render('9. x\n10. y\n11. z')).toBe('   9. x\n  10. y\n  11. z')
  expect(render('- [ ] open\n- [x] done')).toBe('  [ ] open\n  [x] done')
  expect(render('- a\n\n- b')).toBe('  • a\n\n  • b')
  expect(render('- a\n-\n')).toBe('  • a\n  •')
})

test('a long list item hangs below its first word', () => {
  expect(render('1. one two three four five six', 26)).toBe('  1. one two three four\n     five six')
})

test('block quotes keep their bar through nesting and blank lines', () => {
  expect(render('> a\n>\n> > b')).toBe('  │ a\n  │\n  │ │ b')
})

test('code keeps its lines and spaces, and is never wrapped', () => {
  const long = `x  =  ${'1'.repeat(80)}`
  expect(render(`\`\`\`sh\n${long}\n\n  y\n\`\`\``, 40)).toBe(`    ${long}\n\n      y`)
  expect(render('    indented\n')).toBe('    indented')
})

test('Windows line ends are line ends', () => {
  expect(render('a\r\n\r\n```\r\nx\r\ny\r\n```\r\n')).toBe('  a\n\n    x\n    y')
})

test('tables align by display cells', () => {
  expect(render('| 指标 | n |\n|---|---:|\n| 温度 | 1 |\n| wide cell | 100 |')).toBe(
    ['  指标         n', '  ─────────  ───', '  温度         1', '  wide cell  100'].join('\n'),
  )
})

test('a table wider than the screen wraps inside its cells', () => {
  const text = render('| a | b |\n|---|---|\n| 短 | 这里是一段很长很长的单元格文字，需要换行。 |', 24)
  for (const line of text.split('\n')) expect(cells(line)).toBeLessThanOrEqual(24)
  expect(text.replace(/\s/g, '')).toContain('短这里是')
})

test('cells keep their line breaks, and rows may be short', () => {
  expect(render('| a | b |\n|---|---|\n| 1<br>2 |')).toBe('  a  b\n  ─  ─\n  1\n  2')
})

test('HTML is left out and comments are hidden, text between tags stays', () => {
  expect(render('a <kbd>Ctrl</kbd> <!-- secret --> b\n\n<!-- note -->\n\n<div>x</div>')).toBe('  a Ctrl b')
})

test('breaks and rules', () => {
  expect(render('a\\\nb  \nc')).toBe('  a\n  b\n  c')
  expect(render('a\n\n***', 10)).toBe('  a\n\n  ────────')
})

test('footnotes are numbered as they are referred to and stand at the end', () => {
  expect(render('b[^x] a[^y]\n\n[^y]: second\n[^x]: first[^z]\n[^z]: third\n[^n]: never')).toBe(
    ['  b[1] a[2]', '  [1] first[3]', '  [2] second', '  [3] third', '  [4] never'].join('\n\n'),
  )
})

test('control characters, bidi marks and style marks of a case come out visible or not at all', () => {
  const text = renderMarkdown('a\u001b[31mb\u202ec \ufdd2red\ufdd8 `\u009b`', { language: 'en', width: 60 })
  expect(unstyled(text)).toBe('  a\\u001b[31mb\\u202ec red `\\u009b`')
  expect(text).not.toContain('\ufdd2')
})

test('deep nesting neither fails nor narrows to nothing', () => {
  const quotes = `${'> '.repeat(20)}deep text here`
  expect(render(quotes, 40)).toMatch(/deep text here$/)
  const lists = Array.from({ length: 60 }, (_, i) => `${'  '.repeat(i)}- level ${i}`).join('\n')
  expect(render(lists, 40)).toContain('• level 59')
})

test('a code block may have more lines than a call takes arguments', () => {
  expect(render(`\`\`\`\nx\n${'\n'.repeat(125_000)}y\n\`\`\``).split('\n')).toHaveLength(125_002)
})
