import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fastPlainTree } from '../../src/parse/fast-tree.js'
import { parsedTree } from '../../src/parse/plain-tree.js'
import { changed, rows, windows } from './changed-texts.js'
import { HAZARDS, LINKS, NESTED, PLAIN } from './markdown-pieces.js'
import { sampleTexts } from './parsing.js'

const bodies = [...sampleTexts().values()].map(text => text.slice(text.indexOf('\n---', 4) + 5))

/** Where the fast reader answers, it makes the tree that remark makes. */
function agree(markdown: string): boolean {
  const tree = fastPlainTree(markdown)
  if (tree === undefined) return false
  expect(JSON.stringify(tree)).toBe(JSON.stringify(parsedTree(markdown)))
  return true
}

test.each([
  ['headings and paragraphs', '# T  \n\n## 问题 `a`\n\na \n  b\n\n###\n'],
  ['lists', '- a\n\n  b\n- c\n\n3. d\n4. e\n   - f\n'],
  ['quotes', '> a\n> - b\n\nc'],
  ['code', '```sh x y\na\n\n  b\n```\n\n~~~~\n```\n~~~~~  \n\n```\n```\n'],
  ['inline', 'a `b` *c* **d `e`** _f_ [g **h**](i) [j] * k'],
  ['tables', '| a | `b` |\n|:--|:-:|\n| *c* | [d](e) |\n| | f |\n\n- g\n\n  |h|\n  |-:|\n  |i|\n'],
  [
    'addresses',
    'a [b](https://c.d/e_f?g@h) `www.i.j` [k](www.l.m)\n\n| `n@o.p` |\n|-|\n| [q](http://r.s) |\n',
  ],
  ['comments', 'a\n\n<!-- b -->\n\n<!-- c\nd -->\n\n---\n'],
])('%s', (_, markdown) => {
  expect(agree(markdown)).toBe(true)
})

test.each([
  ['a wide space behind a closing fence', '```\na\n```\u3000\n'],
  ['a wide space in the info of code', '```sh\u3000x\na\n```\n'],
])('%s is left to remark', (_, markdown) => {
  expect(fastPlainTree(markdown)).toBeUndefined()
})

test('it answers for nine of ten cases of the sample library', () => {
  expect(bodies.filter(agree).length / bodies.length).toBeGreaterThan(0.9)
})

test('changed cases', () => {
  const texts = changed(windows(bodies), [...HAZARDS, ...LINKS])
  fc.assert(
    fc.property(texts, md => void agree(md)),
    { numRuns: 1500, seed: 3 },
  )
})

test('Markdown of any kind', () => {
  const texts = rows([...PLAIN, ...HAZARDS, ...LINKS, ...NESTED], 8)
  fc.assert(
    fc.property(texts, md => void agree(md)),
    { numRuns: 3000, seed: 4 },
  )
})
