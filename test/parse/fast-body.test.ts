import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fastWords, slowWords } from './both-readers.js'
import { changed, rows, windows } from './changed-texts.js'
import { HAZARDS, PLAIN } from './markdown-pieces.js'
import { sampleTexts } from './parsing.js'

const bodies = [...sampleTexts().values()].map(text => text.slice(text.indexOf('\n---', 4) + 5))

/** Where the fast reader answers, it answers as remark does. */
function agree(markdown: string): void {
  const words = fastWords(markdown)
  if (words !== undefined) expect(words).toEqual(slowWords(markdown))
}

test.each([
  ['a paragraph over lines', '一段\n  正文。\n\nAnother one.  \nwith a break'],
  [
    'headings',
    '# T\n\n## 问题描述\n\n### 细节 {audience=internal}\ntext\n## Own heading {audience=partner}\nend',
  ],
  ['lists in lists', '- a\n  goes on\n- b\n  1. c\n  2. d\n\n     e\n\n3. f\n\nend'],
  ['a line that goes on lazily', '- a\nb\n\n> c\nd'],
  ['tasks', '- [ ] open\n- [x] done\n\n  [x] closed'],
  ['quotes', '> a\n> **b**\n>\n> - c\n\nd'],
  ['tables', '| a | b |\n| --- | :-: |\n| `x` | y<br>z |\n\n- c\n\n  | d |\n  | - |\n  | e |\n'],
  ['code', '```sh\n# no heading\n\n  $ run *a*\n```\n\n    indented _b_\n\n~~~\n```\n~~~'],
  ['inline code', 'a `b *c*` d `` e`f `` g ` h ` i'],
  ['emphasis', '请**不要**停机，**停机**后 *a* and **b c**, 5 * 3, snake_case_name, *open'],
  ['links and images', '[a `b`](https://x.y/z?q=1&r=2 "t") ![alt](i.png) [![c](d)](e) [f] <http://g.h/_i_>'],
  ['bare addresses', 'See https://a.b/c_d?e=f and www.g.h, mail me@i.jk'],
  ['escapes', 'C:\\temp and \\* no star \\# no heading'],
  ['comments', 'a\n<!-- b -->\nc\n\n<!--\n\n## d\n-->\n\ne'],
  ['rules', 'a\n\n---\n\nb\n***\nc'],
  ['white space of other scripts', '　缩进的段落　\n\n\u00a0\n\n- 　x'],
])('it answers, and as remark does: %s', (_, markdown) => {
  expect(fastWords(markdown)).toEqual(slowWords(markdown))
})

test.each([
  ['underlined headings', 'a\n---\nb'],
  ['tables without bars at the margin', 'a | b\n--- | ---'],
  ['escaped bars', '| a \\| b |\n| --- |'],
  ['definitions', '[a]\n\n[a]: http://b'],
  ['footnotes', 'a[^1]\n\n[^1]: b'],
  ['entities', 'a &amp; b'],
  ['HTML', 'a <b>c</b>'],
  ['struck text', '10~20 ~ 30~40'],
  ['emphasis in emphasis', '*a **b** c*'],
  ['emphasis that CJK signs decide', '**“a”**b'],
  ['a number that may not begin a list', 'text\n2. a'],
  ['a number behind indented code, which remark takes for text', '    code\n\n2. a'],
  ['signs in a bare address', 'https://a.b/**c**'],
  ['empty items', '-\n- a'],
  ['tabs', '-\ta'],
  ['an open comment', '<!-- a\n\nb'],
])('it leaves to remark: %s', (_, markdown) => {
  expect(fastWords(markdown)).toBeUndefined()
})

test.each([
  ['a long line', `${'a'.repeat(8193)}`],
  ['many lines', 'a\n'.repeat(5001)],
  ['deep indentation of an empty line', `a\n${' '.repeat(201)}\nb`],
  ['deep indentation in the code of a list', `- a\n\n  \`\`\`\n${' '.repeat(203)}b\n  \`\`\``],
  ['markers in a row inside a comment', `<!--\n${'> '.repeat(21)}a\n-->`],
  ['quotes that grow line by line', Array.from({ length: 30 }, (_, i) => '> '.repeat(i + 1)).join('a\n')],
  ['many items', '- a\n'.repeat(2501)],
  ['emphasis in one paragraph', '*a* '.repeat(1001)],
  ['emphasis over a list', '- *a*\n'.repeat(1001)],
  ['an address and a row of signs', `www.a.b ${'!'.repeat(100)}`],
])('a body beyond a limit is never read: %s', (_, markdown) => {
  expect(slowWords(markdown)).toBeUndefined()
  expect(fastWords(markdown)).toBeUndefined()
})

test('it answers for nearly every case of the sample library', () => {
  const answered = bodies.filter(body => fastWords(body) !== undefined)
  expect(answered.length / bodies.length).toBeGreaterThanOrEqual(0.95)
  for (const body of bodies) agree(body)
})

test('changed cases', () => {
  fc.assert(fc.property(changed(windows(bodies), HAZARDS), agree), { numRuns: 800, seed: 1 })
  fc.assert(fc.property(changed(fc.constantFrom(...bodies), HAZARDS), agree), { numRuns: 60, seed: 2 })
})

test('Markdown of any kind', () => {
  fc.assert(fc.property(rows(HAZARDS, 14), agree), { numRuns: 1500, seed: 3 })
})

test('Markdown of the plain kind', () => {
  fc.assert(fc.property(rows(PLAIN, 16), agree), { numRuns: 2500, seed: 4 })
})
