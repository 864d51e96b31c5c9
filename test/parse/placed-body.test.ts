import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fastPlaces, slowPlaces } from './both-readers.js'
import { changed, rows, windows } from './changed-texts.js'
import { HAZARDS, LINKS, NESTED, PLAIN } from './markdown-pieces.js'
import { sampleTexts } from './parsing.js'

const bodies = [...sampleTexts().values()].map(text => text.slice(text.indexOf('\n---', 4) + 5))

/** Where the fast reader answers, everything stands where remark sees it. */
function agree(markdown: string): boolean {
  const body = fastPlaces(markdown)
  if (body === undefined) return false
  const slow = slowPlaces(markdown)
  expect(body).toEqual(slow)
  expect(JSON.stringify(body)).toBe(JSON.stringify(slow))
  return true
}

test.each([
  ['paragraphs', 'a \n  b  \nc\n\n  d  '],
  [
    'headings',
    '# T  \n\n## 问题描述\n\n<!-- x -->\n## b {audience=internal}\n- c\n\n## **d** {audience=public}',
  ],
  ['lists', '- a\n\n\n  b\n\n- c\n\n\n1. d\n1. e\n2) f\n\n* g\n  - h\n    i\n- j'],
  ['lists in quotes', '> - a\n>   - b\n>\n>\n> c\n\n> - d\n>\n>   e\n>\n\n- > f\n  >\n- g'],
  ['lazy lines', '> a\nb\n\n- c\nd'],
  ['tasks', '- [ ] a\n  b\n- [x] c **d**\n  e'],
  [
    'tables',
    ' | a | **b** |  \n | --- | :-: |\n | `x` | y<br>z |\n\n- c\n\n  | d |\n  | - |\n  | [e](f) |\n',
  ],
  ['code', '  ```sh x\na\n  ```  \nb\n\n- c\n\n      code\n\n      more\n\n    indented\n\n~~~\n\nopen\n\n'],
  ['inline markup', 'a `b` *c* **d `e`**, f\\*g \\\\h\n  **i** j'],
  ['links', '[a `b`](https://x.y/z "t") ![alt](i.png) [![c](d)](e) [f] [](g) <http://h.i/j>'],
  ['bare addresses', 'See https://a.b/c_d?e=f. (https://g.h/i), 见http://j.k/l，m\nwww.n.o mail p.q@r.st'],
  ['comments', 'a\n<!-- b -->\nc\n\n <!--\n\n## d\n-->  \n\n- <!-- e -->\n  f'],
  ['rules', 'a\n\n---  \n\n- b\n***\nc'],
  ['emoji and other scripts', '😀 **文字** `😀` [😀](a) 😀\n\n　缩进\n- \u00a0x'],
])('everything has its place: %s', (_, markdown) => {
  expect(fastPlaces(markdown)).toEqual(slowPlaces(markdown))
  expect(agree(markdown.replaceAll('\n', '\r\n'))).toBe(true)
})

test('it answers for nearly every case of the sample library', () => {
  expect(bodies.filter(agree).length / bodies.length).toBeGreaterThanOrEqual(0.95)
})

test('changed cases', () => {
  fc.assert(
    fc.property(changed(windows(bodies), [...HAZARDS, ...LINKS]), md => void agree(md)),
    {
      numRuns: 800,
      seed: 1,
    },
  )
})

test('Markdown of any kind', () => {
  fc.assert(
    fc.property(rows([...HAZARDS, ...LINKS], 14), md => void agree(md)),
    { numRuns: 1500, seed: 3 },
  )
})

test.each(['\n', '\r\n'])('Markdown of the plain kind, lines ended by %j', end => {
  const pieces = rows([...PLAIN, ...LINKS, ...NESTED], 16)
  fc.assert(
    fc.property(pieces, md => void agree(md.replaceAll('\n', end))),
    { numRuns: 2500, seed: 4 },
  )
  const nested = rows(NESTED, 12)
  fc.assert(
    fc.property(nested, md => void agree(md.replaceAll('\n', end))),
    { numRuns: 1500, seed: 5 },
  )
})

test('links and addresses', () => {
  fc.assert(
    fc.property(rows([...LINKS, ' ', ' ', '文', '\n', '**', '`c`'], 8), md => void agree(md)),
    {
      numRuns: 2000,
      seed: 6,
    },
  )
})
