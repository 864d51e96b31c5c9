import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineIndex } from '../../../src/model/range.js'
import { sarif } from '../../../src/report/lint/sarif.js'
import type { View } from '../../../src/report/reporter.js'
import { RULES } from '../../../src/rules/index.js'
import type { LintResult } from '../../../src/rules/run.js'
import { finding, LINTED, nastyFindings, resultOf, UNSAFE, viewOf } from './results.js'

// The schema of OASIS; see test/fixtures/README.md.
const ajv = new Ajv({ strict: false, unicodeRegExp: false })
const URI = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})*$/
ajv.addFormat('uri', text => URI.test(text) && /^[a-z]+:/.test(text))
ajv.addFormat('uri-reference', text => URI.test(text))
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T/)
const check = ajv.compile(JSON.parse(readFileSync('test/fixtures/sarif-schema-2.1.0.json', 'utf8')))

/** The one run of a log that is after the schema. */
function runOf(result: LintResult, view: View) {
  const log = JSON.parse(sarif(result, view))
  check(log)
  expect(check.errors ?? []).toEqual([])
  expect(log.runs).toHaveLength(1)
  return log.runs[0]
}

describe.each(LINTED)('the log of the bad example of $rule', ({ found, texts }) => {
  const run = runOf(resultOf(found), viewOf(found, texts))

  test('is after the schema of OASIS and names every finding by its rule', () => {
    expect(run.results).toHaveLength(found.length)
    for (const [i, result] of run.results.entries()) {
      expect(result.ruleId).toBe(found[i]?.rule)
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(found[i]?.rule)
    }
  })

  test('has regions that lead back to the place', () => {
    for (const [i, { locations }] of run.results.entries()) {
      const { artifactLocation, region } = locations[0].physicalLocation
      const { path, at } = found[i] ?? finding()
      expect(decodeURIComponent(artifactLocation.uri)).toBe(path)
      const text = texts[path]
      if (text === undefined || region.startColumn === undefined || at === undefined) continue
      const starts = text
        .split('\n')
        .map((_, line, lines) => lines.slice(0, line).join('\n').length + Math.min(line, 1))
      const offset = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1
      expect(offset(region.startLine, region.startColumn)).toBe(at.start)
      if (region.endLine === undefined) continue
      const place = text.slice(at.start, at.end).replace(/[\r\n]+$/, '')
      expect(text.slice(at.start, offset(region.endLine, region.endColumn))).toBe(place)
    }
  })
})

test('rules carry help in both languages, the reader’s first, and a page', () => {
  const run = runOf(resultOf([]), viewOf([], {}, { language: 'zh' }))
  expect(run.language).toBe('zh-CN')
  expect(run.columnKind).toBe('utf16CodeUnits')
  const { rules } = run.tool.driver
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id))
  for (const [i, { id, summary, why }] of RULES.entries()) {
    const { shortDescription, help, helpUri } = rules[i]
    expect(shortDescription.text).toBe(summary.zh)
    expect(help.markdown.indexOf(why.zh)).toBeGreaterThanOrEqual(0)
    expect(help.markdown.indexOf(why.en)).toBeGreaterThan(help.markdown.indexOf(why.zh))
    expect(helpUri).toBe(`https://casectl.dev/rules/${id}`)
  }
})

test('a finding says level, place, fingerprint, fix and whether it is new', () => {
  const text = '\ufeff---\ncategory: wify\n---\n'
  const at = new LineIndex(text).range(15, 19)
  const path = 'cases/路由 100%#1.md'
  const found = [
    finding({ severity: 'note', path, at, fix: [{ path, start: 15, end: 19, text: 'wifi' }] }),
    finding({ path, at: new LineIndex(text).range(1, 4), rule: 'not-listed' }),
  ]
  const view = viewOf(found, { [path]: text }, { base: 'docs' })
  const { results, tool } = runOf(resultOf(found), { ...view, known: new Set(view.fingerprints.slice(0, 1)) })
  const artifactLocation = {
    uri: 'docs/cases/%E8%B7%AF%E7%94%B1%20100%25%231.md',
    uriBaseId: '%SRCROOT%',
  }
  expect(results[0]).toEqual({
    ruleId: 'known-terms',
    ruleIndex: RULES.findIndex(({ id }) => id === 'known-terms'),
    level: 'note',
    message: { text: 'The taxonomy knows no `wify`.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 15 },
        },
      },
    ],
    partialFingerprints: { 'casectlFingerprint/v1': view.fingerprints[0] },
    baselineState: 'unchanged',
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation,
            replacements: [
              { deletedRegion: { charOffset: 14, charLength: 4 }, insertedContent: { text: 'wifi' } },
            ],
          },
        ],
      },
    ],
    properties: { code: 'unknown' },
  })
  expect(results[1].baselineState).toBe('new')
  expect(tool.driver.rules[results[1].ruleIndex]).toEqual({ id: 'not-listed' })
  // A byte order mark takes no column.
  expect(results[1].locations[0].physicalLocation.region).toMatchObject({ startColumn: 1, endColumn: 4 })
})

test('what the cases wave through is listed only when asked, with the reason', () => {
  const suppressed = [{ ...finding(), reason: 'quoted from the [manual](http://x)' }]
  const result = resultOf([finding({ rule: 'links' })], { suppressed })
  expect(runOf(result, viewOf(result.diagnostics)).results).toHaveLength(1)
  const { results } = runOf(result, viewOf(result.diagnostics, {}, { withSuppressed: true }))
  expect(results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
    [],
    [{ kind: 'inSource', status: 'accepted', justification: 'quoted from the [manual] (http://x)' }],
  ])
})

function many(count: number): LintResult {
  return resultOf(
    Array.from({ length: count }, (_, i) =>
      finding({ severity: i % 100 === 99 ? 'error' : 'note', path: `cases/${i}.md` }),
    ),
  )
}

test('the limits of GitHub are said in the log; beyond what it takes the mildest are left out', () => {
  const counts = (count: number): [number, string | undefined, number] => {
    const result = many(count)
    // Compiled checks of so many results take seconds, and say nothing new.
    const [run] = JSON.parse(sarif(result, viewOf(result.diagnostics))).runs
    const errors = run.results.filter(({ level }: { level: string }) => level === 'error').length
    return [run.results.length, run.invocations[0].toolExecutionNotifications[0]?.message.text, errors]
  }
  expect(counts(5000)).toEqual([5000, undefined, 50])
  expect(counts(5001)).toEqual([
    5001,
    'SARIF: GitHub shows the 5000 gravest findings of a run; there are 5001.',
    50,
  ])
  expect(counts(26_000)).toEqual([
    25_000,
    'SARIF: GitHub takes 25000 findings a run and shows 5000; there are 26000. The 1000 least grave ones are left out of the SARIF file.',
    260,
  ])
})

test('whatever a title or path holds, the log is after the schema and leads to the file', () => {
  fc.assert(
    fc.property(nastyFindings, found => {
      const view = viewOf(found)
      expect(sarif(resultOf(found), view)).not.toMatch(UNSAFE)
      const { results } = runOf(resultOf(found), view)
      for (const [i, { locations, message }] of results.entries()) {
        const { uri } = locations[0].physicalLocation.artifactLocation
        expect(decodeURIComponent(uri)).toBe(found[i]?.path.replace(/\p{Cs}/gu, '\ufffd'))
        expect(message.text).not.toContain('](')
      }
    }),
  )
})
