import { expect, test } from 'vitest'
import type { RuleSetting } from '../../src/model/config.js'
import { toDiagnostic } from '../../src/rules/diagnose.js'
import { exampleCase } from '../../src/rules/example.js'
import { reviewDue } from '../../src/rules/review-due.js'
import { found } from './lint-text.js'

// The tests' today is 2026-11-22.
test('a case is due 18 months after its last change, to the day', () => {
  const changed = (updated: string) => found('review-due', exampleCase({ created: '2020-01-01', updated }))
  expect(changed('2025-05-22')).toEqual(['old 8:10 note'])
  expect(changed('2025-05-23')).toEqual([])
  expect(found('review-due', exampleCase(), { options: { 'review-due': { months: 8 } } })).toEqual([
    'old 8:10 note',
  ])
})

test('a wished review counts before the months do', () => {
  const wished = (day: string) => found('review-due', exampleCase({ review_by: day }))
  expect(wished('2026-11-22')).toEqual(['passed 16:12 note'])
  expect(wished('2026-11-23')).toEqual([])
})

test('what is no longer or not yet in force is not due', () => {
  for (const status of ['draft', 'withdrawn', 'superseded']) {
    const text = exampleCase({ status, created: '2020-01-01', updated: '2020-01-02' })
    expect(found('review-due', text)).toEqual([])
  }
})

test('whatever the configuration says, it is a note', () => {
  const configured: Exclude<RuleSetting, 'off'> = 'error'
  const finding = { code: 'old', args: { day: '2020-01-02', months: 18 } }
  const active = { rule: reviewDue, severity: configured }
  expect(toDiagnostic(active, finding, 'cases/a.md', undefined).severity).toBe('note')
})
