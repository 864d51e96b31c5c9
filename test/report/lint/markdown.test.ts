import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { expect, test } from 'vitest'
import { markdown } from '../../../src/report/lint/markdown.js'
import { codeSpan, markdownText, messageMarkdown } from '../../../src/report/lint/markdown-text.js'
import { shownLine } from '../../../src/report/shown.js'
import { finding, nasty, nastyFindings, resultOf, UNSAFE, viewOf } from './results.js'

const parser = remark().use(remarkGfm)

function nodesOf(text: string): Nodes[] {
  const nodes: Nodes[] = []
  const walk = (node: Nodes): void => {
    nodes.push(node)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(parser.parse(text))
  return nodes
}

/** What a reader sees of a line. */
function seen(text: string): string {
  return nodesOf(text)
    .map(node => (node.type === 'text' || node.type === 'inlineCode' ? node.value : ''))
    .join('')
}

const TITLES: Readonly<Record<string, string>> = {
  'cases/a.md': 'CASE-7F3KQ Router *W-104* drops <5 GHz>',
  'cases/b.md': 'CASE-7F3KR 5G 信号掉线',
}
const FOUND = [
  finding(),
  finding({
    severity: 'warning',
    rule: 'links',
    message: { en: 'No `a|b.png` for @anna, see #12.', zh: '没有' },
  }),
  finding({
    path: 'cases/b.md',
    severity: 'note',
    fix: [{ path: 'cases/b.md', start: 4, end: 8, text: 'x' }],
  }),
  finding({ path: 'cases/c.md' }),
]

test('a comment says what is new by case, the gravest first, and how much was there before', () => {
  const view = viewOf(FOUND, {}, { titleOf: path => TITLES[path] })
  const known = new Set(view.fingerprints.slice(3))
  expect(markdown(resultOf(FOUND, { files: 52 }), { ...view, known })).toBe(`<!-- casectl lint -->
### casectl: New findings: 3 (cases: 2)

**CASE-7F3KQ Router \\*W-104\\* drops &lt;5 GHz&gt;** · \`cases/a.md\`

- **error** \`known-terms\`, line 2: The taxonomy knows no \`wify\`.
- **warning** \`links\`, line 2: No \`a|b.png\` for @<!-- -->anna, see #<!-- -->12.

**CASE-7F3KR 5G 信号掉线** · \`cases/b.md\`

- **note** \`known-terms\`, line 2: The taxonomy knows no \`wify\`.

<details>
<summary>Were there before: 1</summary>

| rule | findings |
| --- | ---: |
| \`known-terms\` | 1 |

</details>

Cases checked: 52. Errors: 2, warnings: 1, notes: 1. Fixable with \`casectl lint --fix\`: 1. \`casectl explain RULE\` says why a rule is there.`)
})

test('without anything known of before no finding is called new', () => {
  const view = viewOf(FOUND, {}, { language: 'zh' })
  expect(markdown(resultOf(FOUND), view)).toContain('### casectl: 问题 4 个，涉及 3 个案例\n')
  expect(markdown(resultOf([], { files: 3 }), viewOf([], {}, { language: 'zh' }))).toBe(
    '<!-- casectl lint -->\n### casectl: 没有问题\n\n已检查 3 个案例：没有问题。',
  )
  const all = new Set(view.fingerprints)
  expect(markdown(resultOf(FOUND), { ...view, known: all })).toContain('### casectl: 没有新问题\n')
})

test('further cases are folded, and further findings of a case counted', () => {
  const found = Array.from({ length: 14 }, (_, i) => finding({ path: `cases/${i + 10}.md` }))
  const same = Array.from({ length: 12 }, () => finding({ path: 'cases/10.md' }))
  const text = markdown(resultOf([...same, ...found]), viewOf([...same, ...found]))
  expect(text).toContain('<summary>Further cases: 4</summary>\n\n`cases/20.md`')
  expect(text).toContain('\n- … +3\n')
  expect(text).toContain('**Left out here: 3. `casectl lint` lists every finding.**')
})

test('a comment stays below the size that GitHub takes and says what it leaves out', () => {
  const found = Array.from({ length: 9000 }, (_, i) =>
    finding({ path: `cases/案例-${i}.md`, message: { en: `${'故障'.repeat(200)} ${i}`, zh: '' } }),
  )
  const text = markdown(resultOf(found), viewOf(found))
  const size = new TextEncoder().encode(text).length
  expect(size).toBeLessThanOrEqual(65_536)
  expect(size).toBeGreaterThan(60_000)
  const shown = text.split('\n').filter(line => line.startsWith('- **error**')).length
  expect(text).toContain(`**Left out here: ${9000 - shown}.`)
})

test('a title reads as it is: no markup, no HTML, no link, nobody mentioned', () => {
  fc.assert(
    fc.property(nasty, title => {
      const nodes = nodesOf(`**T ${markdownText(title)}.** x`)
      expect(nodes.map(({ type }) => type).filter(type => !['text', 'html'].includes(type))).toEqual([
        'root',
        'paragraph',
        'strong',
      ])
      for (const node of nodes) {
        if (node.type === 'html') expect(node.value).toBe('<!-- -->')
        if (node.type === 'text') expect(node.value).not.toMatch(/[@#!$~%]\w|:\/\/|www\./)
      }
      expect(seen(`**T ${markdownText(title)}.** x`)).toBe(`T ${shownLine(title)}. x`)
    }),
  )
})

test('code of any text is one code', () => {
  fc.assert(
    fc.property(nasty, text => {
      const line = shownLine(text)
      fc.pre(line !== '')
      const nodes = nodesOf(`a ${codeSpan(line)} b`)
      expect(nodes.map(({ type }) => type)).toEqual(['root', 'paragraph', 'text', 'inlineCode', 'text'])
      expect(seen(codeSpan(line))).toBe(line)
    }),
  )
})

test('codes in a message stay codes', () => {
  expect(messageMarkdown('Write `## Steps`, not `*`.')).toBe('Write `## Steps`, not `*`.')
  expect(messageMarkdown('`a``b`')).toBe('`a`<!-- -->`b`')
  expect(seen(messageMarkdown('a lone ` of *three* marks'))).toBe('a lone ` of *three* marks')
})

test('no message, title or path brings a block, HTML or a link of its own', () => {
  fc.assert(
    fc.property(nastyFindings, nasty, (found, title) => {
      const text = markdown(resultOf(found), viewOf(found, {}, { titleOf: () => title }))
      expect(text).not.toMatch(UNSAFE)
      const nodes = nodesOf(text)
      const types = new Set<string>(nodes.map(({ type }) => type))
      for (const type of ['link', 'image', 'code', 'blockquote', 'table', 'thematicBreak', 'delete']) {
        expect(types).not.toContain(type)
      }
      for (const node of nodes) {
        if (node.type === 'html') expect(node.value).toMatch(/^<!-- (casectl lint )?-->$/)
      }
      expect(nodes.filter(({ type }) => type === 'heading')).toHaveLength(1)
      expect(nodes.filter(({ type }) => type === 'listItem')).toHaveLength(found.length)
    }),
  )
})
