import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gitlab } from '../../../src/report/lint/gitlab.js'
import { finding, LINTED, nastyFindings, resultOf, UNSAFE, viewOf } from './results.js'

// Written from GitLab's documentation; see test/fixtures/README.md.
const check = new Ajv2020().compile(
  JSON.parse(readFileSync('test/fixtures/gitlab-code-quality.schema.json', 'utf8')),
)

function expectValid(report: unknown): void {
  check(report)
  expect(check.errors ?? []).toEqual([])
}

test.each(LINTED)('the report of the bad example of $rule is as GitLab documents it', ({ found, texts }) => {
  const report = JSON.parse(gitlab(resultOf(found), viewOf(found, texts)))
  expectValid(report)
  const names = report.map(({ fingerprint }: { fingerprint: string }) => fingerprint)
  expect(new Set(names).size).toBe(found.length)
})

test('severities become those of Code Climate, lines those of the place', () => {
  const found = [
    finding({ at: { start: 4, end: 23, line: 2, column: 1 } }),
    finding({ severity: 'warning' }),
    finding({ severity: 'note' }),
  ]
  const view = viewOf(
    found,
    { 'cases/a.md': '---\ncategory: wify\n---\n' },
    { base: 'docs/库', language: 'zh' },
  )
  const report = JSON.parse(gitlab(resultOf(found), view))
  expect(report[0]).toEqual({
    description: '术语表中没有 `wify`。',
    check_name: 'known-terms',
    fingerprint: view.fingerprints[0],
    severity: 'major',
    location: { path: 'docs/库/cases/a.md', lines: { begin: 2 } },
  })
  expect(report.map(({ severity }: { severity: string }) => severity)).toEqual(['major', 'minor', 'info'])
})

test('no findings are an empty list', () => {
  expect(JSON.parse(gitlab(resultOf([]), viewOf([])))).toEqual([])
})

test('whatever a title or path holds, the report stays valid and one line a description', () => {
  fc.assert(
    fc.property(nastyFindings, found => {
      const text = gitlab(resultOf(found), viewOf(found))
      expect(text).not.toMatch(UNSAFE)
      const report = JSON.parse(text)
      expectValid(report)
      for (const [i, { description, location }] of report.entries()) {
        expect(description).not.toMatch(/[\r\n]/)
        expect(location.path).toBe(found[i]?.path)
      }
    }),
  )
})
