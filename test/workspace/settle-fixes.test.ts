import { expect, test } from 'vitest'
import { buildLibrary, type Library } from '../../src/library/library.js'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { countBySeverity } from '../../src/rules/run.js'
import { settleFixes } from '../../src/workspace/settle-fixes.js'
import { caseParser, caseText } from '../parse/parsing.js'

const parser = caseParser()
const libraryOf = (texts: Readonly<Record<string, string>>): Library =>
  buildLibrary(
    DEFAULT_CONFIG,
    new Taxonomy({ facets: {} }),
    Object.entries(texts).map(([path, text]) => parser.parseText(path, text)),
    () => undefined,
  )

/** Rules that replace the first of some words in the body by another. */
type Replacements = readonly (readonly [rule: string, from: string, to: string])[]

function lintWith(replacements: Replacements) {
  return async (library: Library) => {
    const diagnostics = library.files.flatMap(({ path, text }) =>
      replacements.flatMap(([rule, from, to]): Diagnostic[] => {
        const start = text.indexOf(from)
        if (start === -1) return []
        const fix = [{ path, start, end: start + from.length, text: to }]
        return [{ rule, code: 'x', args: {}, message: { en: '', zh: '' }, severity: 'error', path, fix }]
      }),
    )
    return { diagnostics, suppressed: [], files: library.files.length, counts: countBySeverity(diagnostics) }
  }
}

async function settle(
  bodies: Readonly<Record<string, string>>,
  replacements: Replacements,
  staged: string[] = [],
) {
  const texts = Object.fromEntries(Object.entries(bodies).map(([path, body]) => [path, caseText('', body)]))
  const { changes, fixed, unfixed, run } = await settleFixes(libraryOf(texts), {
    lint: lintWith(replacements),
    parse: (path, text) => parser.parseText(path, text),
    halfStaged: async () => new Set(staged),
  })
  const after = changes.map(change => [change.path, (change.after ?? '').slice(caseText().length)])
  for (const { path, before } of changes) expect(before).toBe(texts[path])
  return { after: Object.fromEntries(after), fixed, unfixed, errors: run.counts.error }
}

test('a fix that makes room for another is followed by it', async () => {
  const rules: Replacements = [
    ['r', 'aa', 'b'],
    ['s', 'bb', 'c'],
  ]
  expect(await settle({ a: 'aaaa' }, rules)).toEqual({ after: { a: 'c' }, fixed: 3, unfixed: [], errors: 0 })
})

test('fixes that go in circles leave their file as it was, and the others are fixed', async () => {
  const rules: Replacements = [
    ['r', 'left', 'right'],
    ['s', 'right', 'left'],
    ['t', 'x', 'y'],
  ]
  expect(await settle({ a: 'left', b: 'x' }, rules)).toEqual({
    after: { b: 'y' },
    fixed: 1,
    unfixed: [{ path: 'a', reason: 'unsettled', rules: ['s'] }],
    errors: 1,
  })
})

test('a fix that never comes to an end is stopped', async () => {
  expect(
    await settle({ a: 'more', b: 'x' }, [
      ['r', 'more', 'mmore'],
      ['t', 'x', 'y'],
    ]),
  ).toMatchObject({
    after: { b: 'y' },
    unfixed: [{ path: 'a', reason: 'unsettled', rules: ['r'] }],
  })
})

test('a fix after which the case could not be read is not applied', async () => {
  expect(
    await settle({ a: 'x' }, [
      ['r', '---\nid', 'id'],
      ['t', 'x', 'y'],
    ]),
  ).toMatchObject({
    after: {},
    fixed: 0,
    unfixed: [{ path: 'a', reason: 'unsettled', rules: ['r', 't'] }],
  })
})

test('a half-staged file stays as it is, is named, and what it lacks is still found', async () => {
  expect(await settle({ a: 'x', b: 'x' }, [['t', 'x', 'y']], ['a'])).toEqual({
    after: { b: 'y' },
    fixed: 1,
    unfixed: [{ path: 'a', reason: 'half-staged', rules: ['t'] }],
    errors: 1,
  })
})
