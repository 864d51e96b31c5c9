import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile } from '../../src/model/case.js'
import { parseMarkdown } from '../../src/parse/body.js'
import { changed } from '../parse/changed-texts.js'
import { HAZARDS, PLAIN } from '../parse/markdown-pieces.js'
import { BASE, caseText, parse, sampleTexts } from '../parse/parsing.js'
import { YAML_HAZARDS, yamlTrees } from '../parse/yaml-trees.js'
import { format } from './formatting.js'

/** Everything that a case says, its order aside: of fields and of whole sections. */
function said({ case: found, text, problems }: CaseFile): unknown {
  if (found === undefined) return text
  const { path: _path, fields: _fields, frontMatter, body, extra, ...typed } = found
  const sorted = (values: readonly unknown[]): string[] => values.map(value => JSON.stringify(value)).sort()
  const verbatim: string[] = []
  const collect = (node: ReturnType<typeof parseMarkdown>['children'][number]): void => {
    if ('value' in node) verbatim.push(`${node.type} ${node.value}`)
    if ('children' in node) for (const child of node.children) collect(child)
  }
  for (const node of parseMarkdown(text.slice(frontMatter.end)).children) collect(node)
  return {
    typed,
    extra: sorted([...extra]),
    problems: sorted(problems.map(({ rule, code, pointer }) => [rule, code, pointer])),
    sections: sorted(
      body.sections.map(({ id, title, text: words, audience, empty }) => [id, title, words, audience, empty]),
    ),
    headings: sorted(body.headings.map(({ depth, title }) => [depth, title])),
    links: sorted(body.links.map(({ kind, to, alt }) => [kind, to, alt])),
    comments: sorted(body.comments.map(comment => comment.text)),
    words: sorted(body.text.split('\n')),
    prose: sorted(
      body.prose.map(({ runs }) =>
        runs
          .map(run => run.text)
          .join('')
          .replace(/\s+/g, ' '),
      ),
    ),
    blocks: sorted(
      body.blocks.map(({ type, depth, first, fence, rows }) => [type, depth, first, fence?.language, rows]),
    ),
    verbatim: verbatim.sort(),
    signs: [...text.slice(frontMatter.end).replace(/\s+/g, '')].sort().join(''),
  }
}

/** What must be true of any text, whatever it is. */
function check(text: string): void {
  const once = format(text).text
  expect(format(once).text).toBe(once)
  const [before, after] = [parse(text), parse(once)]
  if (before.case === undefined) expect(once).toBe(text)
  expect(said(after)).toEqual(said(before))
  expect(once.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'))
  const lone = (whole: string): boolean => /(?<!\r)\n/.test(whole)
  expect(lone(once)).toBe(lone(text) || (once !== text && !text.includes('\n')))
  if (!text.includes('\r')) expect(once).not.toContain('\r')
}

const texts = [...sampleTexts().values()]
const breaks = fc.constantFrom('\n', '\n', '\r\n')
const start = fc.constantFrom('', '', '\uFEFF')
const withBreaks = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(arbitrary, breaks, start)
    .map(([text, lineBreak, mark]) => mark + text.replaceAll(/\r?\n/g, lineBreak))

const fieldLines = [
  ...['created: 2026-03-02', 'owner: a  # team', 'tags: [a, 1.10, no]', 'error_codes: [007]', '', '# note'],
  ...[
    'product:\n  name: home-router\n  # c\n  versions: 2.0',
    'causes:\n- cause: x\n  fix: |\n    a  \n\n    b',
  ],
  ...[
    'own: 1',
    'regions:\n  - NO\n  - "x"',
    'customer_phrases: [a,\n  b]',
    '  ',
    'testimonial:\n  text: |+\n    a\n',
  ],
  ...["related: ['CASE-7F3KR']", 'source: { type: chat } ', 'title: x', 'lint: { disable: [links -- x] }'],
]
const bodyParts = [
  ...[
    '# T',
    '## Problem',
    '## Steps',
    '## Resolution\n',
    '## Own',
    '### Deep',
    '## 1. Cautions',
    'Problem\n---',
  ],
  ...[
    'text',
    'text  \nmore',
    'text \nmore',
    '`a \nb`',
    '- a\n  - b',
    '1. a\n2. b',
    '- a\n\n  b',
    '> q\n> - r',
  ],
  ...[
    '```sh\na  \n\n\nb\n```',
    '~~~\nx',
    '    code  \n\n\n    more',
    '| a | b | \n| - | - |\n| c | d |',
    'a | b\n- | -',
  ],
  ...[
    '<!-- hint: c -->',
    '<details>',
    '</details>',
    '<!-- a\n\n\nb -->',
    '[a]: http://b',
    '[a]',
    '[^1]',
    '[^1]: n\n    m',
  ],
  ...[
    '<!-- casectl-disable links -- x -->',
    '<!-- casectl-disable-next-line links -- x -->',
    '***',
    'x\\ ',
    '\\',
  ],
]
const lines = (parts: readonly string[], separators: readonly string[], maxLength: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...parts), fc.constantFrom(...separators)), { maxLength })
    .map(pairs => pairs.map(pair => pair.join('')).join(''))
const cases = fc
  .tuple(
    fc.shuffledSubarray(fieldLines).map(list => list.map(line => `${line}\n`).join('')),
    lines(bodyParts, ['\n', '\n\n', '\n\n', '\n\n\n', ' \n', ''], 14),
    fc.constantFrom('\n', ''),
  )
  .map(([fields, body, between]) => caseText(fields, between + body))

test('cases of every shape: formatting twice is formatting once, and the case is the same', () => {
  fc.assert(fc.property(withBreaks(cases), check), { numRuns: 300 })
})

test('the sample cases with changes anywhere', () => {
  const mutated = changed(
    fc.constantFrom(...texts),
    [...HAZARDS, ...PLAIN, ...YAML_HAZARDS, ' ', '  ', '\n\n\n'],
    4,
  )
  fc.assert(fc.property(withBreaks(mutated), check), { numRuns: 60 })
})

test('any Markdown below the front matter, and any YAML in it', () => {
  const pieces = fc.array(fc.constantFrom(...HAZARDS, ...PLAIN, '\n', '\n', '  \n'), { maxLength: 25 })
  const body = pieces.map(row => caseText('tags: [a]\n', row.join('')))
  fc.assert(fc.property(withBreaks(body), check), { numRuns: 400 })
  const head = yamlTrees.map(yaml => yaml.replace('---\n', `---\n${BASE}`))
  fc.assert(fc.property(withBreaks(changed(head, YAML_HAZARDS)), check), { numRuns: 300 })
})

test('any string at all', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 300 })
})
