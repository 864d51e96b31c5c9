import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDocument } from '../../src/search/document.js'
import { fastCase, settings, slowCase } from './both-readers.js'
import { changed } from './changed-texts.js'
import { HAZARDS } from './markdown-pieces.js'
import { caseOf, caseText, sampleTexts } from './parsing.js'
import { YAML_HAZARDS } from './yaml-trees.js'

const texts = [...sampleTexts().values()]

/** Where the fast reader answers, the file has no fault and the parser reads the same case. */
function agree(text: string): boolean {
  const fast = fastCase(text)
  if (fast === undefined) return false
  const { problems, case: slow } = slowCase(text)
  expect(problems).toEqual([])
  expect(slow?.sound).toBe(true)
  const { body, ...values } = fast
  expect(slow).toMatchObject(values)
  if (slow !== undefined) expect(toDocument(fast, settings)).toEqual(toDocument(slow, settings))
  return true
}

test('it answers for nearly every case of the sample library, and its documents are the parser’s', () => {
  expect(texts.filter(agree).length / texts.length).toBeGreaterThanOrEqual(0.95)
})

test('the documents come out alike to the letter, as the index stores them', () => {
  const [text = ''] = texts
  const fast = fastCase(text)
  expect(fast).toBeDefined()
  if (fast === undefined) return
  expect(JSON.stringify(toDocument(fast, settings))).toBe(
    JSON.stringify(toDocument(caseOf(slowCase(text)), settings)),
  )
})

test('Windows line ends and a byte order mark change nothing', () => {
  for (const text of texts) expect(agree(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBe(true)
})

test.each([
  ['a schema error', caseText('created: 2024-02-31\n')],
  ['a missing field', '---\nid: CASE-7F3KQ\n---\n'],
  ['two byte order marks', `\uFEFF\uFEFF${caseText()}`],
  ['a lone carriage return', caseText('', 'a\rb\n')],
  ['a body beyond a limit', caseText('', '- a\n'.repeat(3000))],
])('a case with a fault is the parser’s: %s', (_, text) => {
  expect(fastCase(text)).toBeUndefined()
})

test('numbers and booleans are converted as the schema says', () => {
  const text = caseText('resolution_hours: 1.5\ntestimonial: { text: good, consent: true }\n')
  expect(fastCase(text)).toMatchObject({ resolutionHours: 1.5, testimonial: { text: 'good', consent: true } })
  agree(text)
})

test('changed cases', () => {
  const chosen = fc.constantFrom(...texts)
  fc.assert(
    fc.property(changed(chosen, [...YAML_HAZARDS, ...HAZARDS]), text => void agree(text)),
    {
      numRuns: 200,
      seed: 1,
    },
  )
  fc.assert(
    fc.property(changed(chosen, ['a', '文', ' ', '1', '，', '\n'], 2), text => void agree(text)),
    {
      numRuns: 100,
      seed: 2,
    },
  )
})
