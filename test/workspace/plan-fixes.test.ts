import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, type TextEdit } from '../../src/model/change.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import { planFixes } from '../../src/workspace/plan-fixes.js'

const PATH = 'cases/a.md'

/** A finding whose fix replaces `start`–`end` each. */
function finding(
  rule: string,
  ...edits: readonly [start: number, end: number, text: string, path?: string][]
): Diagnostic {
  const fix: TextEdit[] = edits.map(([start, end, text, path = PATH]) => ({ path, start, end, text }))
  return { rule, code: 'x', args: {}, message: { en: '', zh: '' }, severity: 'error', path: PATH, fix }
}

const planned = (text: string, ...findings: readonly Diagnostic[]) => {
  const { changes, fixed } = planFixes(findings, new Map([[PATH, text]]))
  return { after: changes[0]?.after, fixed: fixed.get(PATH) }
}

test('of two fixes that touch the same text the first is applied', () => {
  expect(planned('abcdef', finding('r', [1, 4, 'X']), finding('s', [3, 5, 'Y']))).toEqual({
    after: 'aXef',
    fixed: 1,
  })
  expect(planned('abcdef', finding('r', [2, 2, 'X']), finding('s', [2, 2, 'Y']))).toEqual({
    after: 'abXcdef',
    fixed: 1,
  })
  expect(planned('abcdef', finding('r', [1, 4, '']), finding('s', [2, 2, 'Y']))).toEqual({
    after: 'aef',
    fixed: 1,
  })
})

test('fixes side by side are applied together', () => {
  expect(planned('abcdef', finding('r', [0, 2, 'X']), finding('s', [2, 4, 'Y']))).toEqual({
    after: 'XYef',
    fixed: 2,
  })
})

test('a fix of several edits is applied as a whole or not at all', () => {
  const both = finding('s', [0, 1, 'A'], [3, 5, 'Y'])
  expect(planned('abcdef', finding('r', [1, 4, 'X']), both)).toEqual({ after: 'aXef', fixed: 1 })
  expect(planned('abcdef', finding('r', [1, 4, 'X'], [2, 3, 'Y']))).toEqual({
    after: undefined,
    fixed: undefined,
  })
})

test('a fix reaches no other file than its finding', () => {
  expect(planned('abc', finding('r', [0, 1, 'X', 'cases/b.md']))).toEqual({
    after: undefined,
    fixed: undefined,
  })
})

test('a file that may not change is named with its rules', () => {
  const plan = planFixes(
    [finding('r', [0, 1, 'X']), finding('s', [0, 1, 'Y'])],
    new Map([[PATH, 'abc']]),
    () => false,
  )
  expect([plan.changes, [...plan.passedOver]]).toEqual([[], [[PATH, ['r', 's']]]])
})

const touches = (a: TextEdit, b: TextEdit): boolean =>
  a.start === b.start || (a.start < b.end && b.start < a.end)

test('of any fixes those are applied that touch none before them and not themselves', () => {
  const text = 'abcdefghijklmnopqrst'
  const edit = fc
    .tuple(fc.nat(20), fc.nat(4), fc.constantFrom('', 'X', 'YZ'))
    .map(([start, length, by]) => [start, Math.min(20, start + length), by] as [number, number, string])
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 9 }), fixes => {
      const findings = fixes.map(edits => finding('r', ...edits))
      const taken: TextEdit[] = []
      let count = 0
      for (const { fix: own = [] } of findings) {
        if (own.some((one, i) => [...own.slice(0, i), ...taken].some(other => touches(one, other)))) continue
        taken.push(...own)
        count++
      }
      const { after, fixed } = planned(text, ...findings)
      expect(after ?? text).toBe(applyEdits(text, taken))
      expect(fixed ?? 0).toBe(count)
    }),
  )
})
