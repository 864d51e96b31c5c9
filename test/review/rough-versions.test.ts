import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FenceTracker } from '../../src/parse/fence-tracker.js'
import { type CaseVersion, roughVersion, roughVersions } from '../../src/review/case-version.js'
import { compareVersions } from '../../src/review/compare-versions.js'
import { changed, rows } from '../parse/changed-texts.js'
import { HAZARDS, PLAIN } from '../parse/markdown-pieces.js'
import { sampleTexts } from '../parse/parsing.js'
import { YAML_HAZARDS } from '../parse/yaml-trees.js'

const PATH = 'cases/a.md'
const texts = [...sampleTexts().values()]

function facts({ path, id, title, status, values, body, sections, readable }: CaseVersion): object {
  const told = sections.map(({ key, title: name, text }) => ({ key, title: name, text }))
  return { path, id, title, status, values, body, sections: told, readable }
}

/** Two versions read together are those read one by one. */
function agree(before: string, after: string): void {
  const apart = [roughVersion(PATH, before), roughVersion(PATH, after)] as const
  const together = roughVersions(PATH, before, after)
  expect(together.map(facts)).toEqual(apart.map(facts))
  expect(compareVersions(...together)).toEqual(compareVersions(...apart))
}

const HEAD = '---\nid: CASE-7F3KQ\ntitle: A\nstatus: draft\ntags: [a, b]\nproduct:\n  name: x\n---\n\n# A\n'

test.each([
  ['a scalar', HEAD.replace('draft', 'published')],
  ['two scalars', HEAD.replace('draft', 'published').replace('title: A', 'title: "B" # c')],
  ['a list', HEAD.replace('[a, b]', '[b]')],
  ['a nested value', HEAD.replace('name: x', 'name: y')],
  ['a field more', HEAD.replace('tags', 'language: en\ntags')],
  ['another field', HEAD.replace('status', 'state')],
  ['a field twice', HEAD.replace('status', 'title')],
  ['no value', HEAD.replace('status: draft', 'status:')],
  ['a value that goes on', HEAD.replace('status: draft', 'status: |')],
  ['front matter that ends early', HEAD.replace('status: draft', '---')],
  ['front matter that ends late', HEAD.replace('\n---\n\n', '\n----\n\n')],
  ['no front matter', '# A\n'],
  ['nothing', ''],
  ['more text', `${HEAD}\n## B\n\nc`],
  ['line ends', HEAD.replaceAll('\n', '\r\n')],
  ['a body gone', HEAD.slice(0, HEAD.lastIndexOf('---\n') + 4)],
  ['a last line break gone', HEAD.slice(0, HEAD.lastIndexOf('---\n') + 3)],
])('%s', (_, after) => {
  agree(HEAD, after)
  agree(after, HEAD)
  agree(after, after)
})

test('changed cases', () => {
  const pieces = [...YAML_HAZARDS, ...HAZARDS, '\n## x\n', '##', '```', '<b', '\n---\n']
  const pairs = fc.constantFrom(...texts).chain(text => {
    const edits = changed(fc.constant(text.slice(0, 3000)), pieces)
    return fc.tuple(edits, fc.oneof(fc.constant(text.slice(0, 3000)), edits))
  })
  fc.assert(
    fc.property(pairs, ([before, after]) => agree(before, after)),
    { numRuns: 400, seed: 7 },
  )
})

/** Titles and texts of the sections, by looking at every line. */
function slowly(body: string): string[][] {
  const fences = new FenceTracker()
  const parts: [string, string[]][] = [['', []]]
  for (const line of body.split('\n')) {
    const fenced = fences.inside(line)
    const heading = fenced || line.length > 500 ? null : /^ {0,3}##(?: +(.*?))?(?: +#+)? *$/.exec(line)
    if (heading === null) parts.at(-1)?.[1].push(line.trimEnd())
    else parts.push([heading[1] ?? '', []])
  }
  const told = parts.map(([title, lines]) => [title, lines.join('\n').replace(/^\n+|\n+$/g, '')])
  return told[0]?.[1] === '' ? told.slice(1) : told
}

test('sections of Markdown of any kind', () => {
  const pieces = [...PLAIN, ...HAZARDS, '\n## a', '\n   ## b ##', '\n    ## c', '\n##d', '\n```', '\n <!-- e']
  fc.assert(
    fc.property(rows(pieces, 12), body => {
      const { sections } = roughVersion(PATH, `---\nid: x\n---\n${body}`)
      fc.pre(!body.includes('\r'))
      expect(sections.map(({ title, text }) => [title, text])).toEqual(slowly(body))
    }),
    { numRuns: 3000, seed: 8 },
  )
})
