import fc from 'fast-check'
import { expect, test } from 'vitest'
import { junit } from '../../../src/report/lint/junit.js'
import { finding, LINTED, nastyFindings, resultOf, UNSAFE, viewOf } from './results.js'
import { HAS_XMLLINT, readXml, xmllint } from './xml.js'

// The schema of Jenkins; see test/fixtures/README.md.
const SCHEMA = 'test/fixtures/junit-10.xsd'

test('the reports of all bad examples, and of nothing, are after the schema of Jenkins', context => {
  if (!HAS_XMLLINT) return context.skip('xmllint is not installed')
  const documents = LINTED.map(({ found, texts }) => junit(resultOf(found), viewOf(found, texts)))
  expect(xmllint([...documents, junit(resultOf([]), viewOf([]))], SCHEMA)).toBe('')
})

test('whatever titles and paths hold is after the schema of Jenkins', context => {
  if (!HAS_XMLLINT) return context.skip('xmllint is not installed')
  const documents = fc
    .sample(nastyFindings, { numRuns: 300, seed: 4 })
    .map(found => junit(resultOf(found), viewOf(found)))
  expect(xmllint(documents, SCHEMA)).toBe('')
})

test('the check can fail', context => {
  if (!HAS_XMLLINT) return context.skip('xmllint is not installed')
  const report = junit(resultOf([finding()]), viewOf([finding()]))
  expect(xmllint([report.replace('testcase name=', 'testcase colour=')], SCHEMA)).toContain('colour')
  expect(xmllint([report.replace('</testsuites>', '')], SCHEMA)).not.toBe('')
})

test('a file is a suite, a rule of it a test case that fails with an error', () => {
  const found = [
    finding(),
    finding({ rule: 'links', severity: 'warning', message: { en: 'No "file".', zh: '无' } }),
    finding({ message: { en: 'a < b & c', zh: '甲' } }),
    finding({ path: 'cases/net/b.1.md', severity: 'note' }),
  ]
  const text = junit(resultOf(found), viewOf(found, {}, { base: 'docs' }))
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="casectl lint" tests="4" failures="1" errors="0">
  <testsuite name="casectl lint" tests="1" failures="0" errors="0">
    <testcase name="run" classname="casectl">
      <system-out>Cases checked: 2. Errors: 2, warnings: 1, notes: 1.</system-out>
    </testcase>
  </testsuite>
  <testsuite name="docs/cases/a.md" file="docs/cases/a.md" tests="2" failures="1" errors="0">
    <testcase name="known-terms" classname="docs.cases.a">
      <failure type="error" message="The taxonomy knows no \`wify\`.">2:3 error: The taxonomy knows no \`wify\`.
2:3 error: a &lt; b &amp; c</failure>
    </testcase>
    <testcase name="links" classname="docs.cases.a">
      <system-out>2:3 warning: No &quot;file&quot;.</system-out>
    </testcase>
  </testsuite>
  <testsuite name="docs/cases/net/b.1.md" file="docs/cases/net/b.1.md" tests="1" failures="0" errors="0">
    <testcase name="known-terms" classname="docs.cases.net.b-1">
      <system-out>2:3 note: The taxonomy knows no \`wify\`.</system-out>
    </testcase>
  </testsuite>
</testsuites>`)
})

test('no title or path makes an element, and what XML refuses stands as an escape', () => {
  const odd = finding({ message: { en: 'ESC \x1b, half \ud800, none \uffff, ]]>', zh: '' } })
  const [, suite] = readXml(junit(resultOf([odd]), viewOf([odd]))).children
  const failure = suite?.children[0]?.children[0]
  expect(failure?.attributes['message']).toBe('ESC \\u001b, half \\ud800, none \\uffff, ]]>')
  fc.assert(
    fc.property(nastyFindings, found => {
      const text = junit(resultOf(found), viewOf(found))
      expect(text).not.toMatch(UNSAFE)
      const root = readXml(text)
      const paths = new Set(found.map(({ path }) => path))
      expect(root.children).toHaveLength(paths.size + 1)
      const names = new Set(root.children.flatMap(({ children }) => children.map(({ name }) => name)))
      expect([...names]).toEqual(['testcase'])
    }),
  )
})
