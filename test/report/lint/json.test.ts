import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { json, jsonl } from '../../../src/report/lint/json.js'
import { finding, LINTED, nastyFindings, resultOf, UNSAFE, viewOf } from './results.js'

const SCHEMA = JSON.parse(readFileSync('schemas/lint-report.schema.json', 'utf8'))
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true })
ajv.addSchema(SCHEMA)
const documentOk = ajv.getSchema(SCHEMA.$id)
const lineOk = ajv.getSchema(`${SCHEMA.$id}#/$defs/line`)

function expectValid(check: typeof documentOk, value: unknown): void {
  const valid = check?.(value)
  expect(check?.errors ?? []).toEqual([])
  expect(valid).toBe(true)
}

test.each(LINTED)('the report of the bad example of $rule is after our schema', ({ found, texts }) => {
  const [result, view] = [resultOf(found), viewOf(found, texts)]
  expectValid(documentOk, JSON.parse(json(result, view)))
  const lines = jsonl(result, view).split('\n')
  expect(lines).toHaveLength(found.length + 1)
  for (const line of lines) expectValid(lineOk, JSON.parse(line))
})

test('an empty run is after our schema, with figures of the rules or without', () => {
  const stats = [{ rule: 'links', time: 1.5, findings: 0 }]
  for (const result of [resultOf([]), resultOf([], { stats })]) {
    expectValid(documentOk, JSON.parse(json(result, viewOf([]))))
    expectValid(lineOk, JSON.parse(jsonl(result, viewOf([]))))
  }
})

test('the schema refuses what a report does not hold', () => {
  const report = JSON.parse(json(resultOf([finding()]), viewOf([finding()])))
  expect(documentOk?.({ ...report, casectl: 2 })).toBe(false)
  expect(documentOk?.({ ...report, colour: 'red' })).toBe(false)
  const [first] = report.diagnostics
  expect(documentOk?.({ ...report, diagnostics: [{ ...first, severity: 'fatal' }] })).toBe(false)
  expect(documentOk?.({ ...report, diagnostics: [{ ...first, colour: 'red' }] })).toBe(false)
  expect(lineOk?.({ type: 'finding', ...first })).toBe(true)
  expect(lineOk?.(first)).toBe(false)
})

test('a finding says place, arguments, edits and its fingerprint; messages are English', () => {
  const fix = [{ path: 'cases/a.md', start: 4, end: 8, text: 'wifi' }]
  const found = [finding({ args: { value: 'wify' }, fix })]
  const view = viewOf(found, {}, { language: 'zh' })
  expect(JSON.parse(json(resultOf(found), view))).toEqual({
    casectl: 1,
    command: 'lint',
    files: 1,
    counts: { error: 1, warning: 0, note: 0 },
    suppressed: 0,
    diagnostics: [
      {
        rule: 'known-terms',
        code: 'unknown',
        severity: 'error',
        path: 'cases/a.md',
        line: 2,
        column: 3,
        start: 4,
        end: 8,
        message: 'The taxonomy knows no `wify`.',
        args: { value: 'wify' },
        fixable: true,
        fix,
        fingerprint: view.fingerprints[0],
      },
    ],
  })
})

test('what a case says comes through unchanged and stands in the text as escapes', () => {
  fc.assert(
    fc.property(nastyFindings, found => {
      const [result, view] = [resultOf(found), viewOf(found)]
      const text = json(result, view)
      expect(text).not.toMatch(UNSAFE)
      const { diagnostics } = JSON.parse(text)
      expect(diagnostics.map(({ path }: { path: string }) => path)).toEqual(found.map(({ path }) => path))
      expect(diagnostics.map(({ message }: { message: string }) => message)).toEqual(
        found.map(({ message }) => message.en),
      )
      const lines = jsonl(result, view)
      expect(lines).not.toMatch(UNSAFE)
      expect(lines.split(/\r|\n|\u2028|\u2029|\u0085/)).toHaveLength(found.length + 1)
    }),
  )
})
