import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile } from '../../src/model/case.js'
import { fastPlacedCase, placedCase, slowCase, wholeBody } from './both-readers.js'
import { changed } from './changed-texts.js'
import { HAZARDS, LINKS, NESTED } from './markdown-pieces.js'
import { caseText, sampleTexts } from './parsing.js'
import { YAML_HAZARDS } from './yaml-trees.js'

const texts = [...sampleTexts().values()]

/** The places that are looked up as those of a map that is made at once, and the body likewise. */
function whole(file: CaseFile | undefined): unknown {
  if (file?.case === undefined) return undefined
  const { fields, body } = file.case
  return { ...file, case: { ...file.case, fields: new Map(fields), body: wholeBody(body) } }
}

/** Whatever path a case takes, it is the case that `yaml` and remark read, to the letter. */
function agree(text: string): boolean {
  const slow = slowCase(text)
  const placed = placedCase(text)
  expect({ ...placed, case: undefined }).toEqual({ ...slow, case: undefined })
  expect(whole(placed)).toEqual(whole(slow))
  expect(JSON.stringify(placed)).toBe(JSON.stringify(slow))
  expect([...(placed.case?.fields ?? [])]).toEqual([...(slow.case?.fields ?? [])])
  const fast = fastPlacedCase(text)
  if (fast === undefined) return false
  expect({ ...fast, case: undefined }).toEqual({ ...slow, case: undefined })
  expect(whole(fast)).toEqual(whole(slow))
  const again = fastPlacedCase(text)?.case?.fields
  for (const [pointer, place] of slow.case?.fields ?? []) expect(again?.get(pointer)).toEqual(place)
  for (const pointer of ['', '/', '/none', '/id/0', '/tags/99', 'id']) {
    expect([again?.has(pointer), again?.get(pointer)]).toEqual([false, undefined])
  }
  return true
}

test('nearly every case of the sample library takes the fast path, with its places', () => {
  expect(texts.filter(agree).length / texts.length).toBeGreaterThanOrEqual(0.95)
})

test('Windows line ends and a byte order mark move places, and nothing else', () => {
  for (const text of texts) expect(agree(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBe(true)
})

test.each([
  ['front matter beyond the plain part', caseText('owner: |\n  a\n', '## Problem\n\n- a\n')],
  [
    'the same with Windows line ends',
    `\uFEFF${caseText('owner: >\n  a\n', 'a\n  b').replaceAll('\n', '\r\n')}`,
  ],
  ['a body beyond the plain part', caseText('tags: [a]\n', 'a | b\n--- | ---\n\n[x]: y')],
  ['a schema error', caseText('created: 2024-02-31\ntags: [a, a]\nstrange: 1\n', '# T\n')],
  ['a missing field', '---\nid: CASE-7F3KQ\n---\n'],
  ['no front matter', '# T'],
  ['no body', `---\nid: CASE-7F3KQ\n---`],
  ['a lone carriage return', caseText('', 'a\rb\n')],
  ['a body beyond a limit', caseText('', '- a\n'.repeat(3000))],
  ['many markers on a line', caseText('', `${'> '.repeat(21)}a`)],
  ['comments in nested front matter', caseText('tags:\n  - a\n  # b\n  - c\nproduct: # d\n  # e\n')],
])('it is the same case whoever reads it: %s', (_, text) => {
  expect(agree(text)).toBe(false)
})

test('changed cases', () => {
  const chosen = fc.constantFrom(...texts)
  const pieces = [...YAML_HAZARDS, ...HAZARDS, ...LINKS, ...NESTED]
  fc.assert(
    fc.property(changed(chosen, pieces), fc.constantFrom('\n', '\n', '\r\n'), (text, end) => {
      agree(text.replaceAll('\n', end))
    }),
    { numRuns: 120, seed: 1 },
  )
})
