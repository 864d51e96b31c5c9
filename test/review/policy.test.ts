import { expect, test } from 'vitest'
import { addMonths } from '../../src/lib/day.js'
import { STATUSES } from '../../src/model/case.js'
import { resolveReview } from '../../src/model/resolve-review.js'
import { readReviewText } from '../../src/parse/read-review.js'
import { drawRecordPath, readRecordPath } from '../../src/review/record-path.js'
import { reviewDay } from '../../src/review/review-day.js'
import { mayBecome, nextOf, TRANSITIONS } from '../../src/review/transitions.js'
import { reviewText } from '../../src/review/write-review.js'

test('every status can be reached from a new case and left again', () => {
  const reached = new Set(TRANSITIONS.new)
  for (const status of reached) for (const next of TRANSITIONS[status]) reached.add(next)
  expect([...reached].sort()).toEqual([...STATUSES].sort())
  for (const status of STATUSES) expect(nextOf(status).length).toBeGreaterThan(0)
})

test.each([
  ['draft', 'published', true],
  ['published', 'published', true],
  ['archived', 'published', true],
  ['draft', 'needs-review', false],
  ['withdrawn', 'in-review', false],
  ['new', 'superseded', false],
  ['superseded', 'archived', true],
] as const)('from %s to %s: %s', (from, to, may) => {
  expect(mayBecome(from, to)).toBe(may)
})

test.each([
  ['2026-11-22', 18, '2028-05-22'],
  ['2026-08-31', 18, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-10-31', 1, '2026-11-30'],
  ['2026-12-31', 12, '2027-12-31'],
  ['9999-12-31', 0, '9999-12-31'],
])('%s and %i months is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later)
})

const POLICY = resolveReview({ months_by: { kind: { sop: 24, faq: 12 }, urgency: { critical: 6 } } })
const day = (input: Partial<Parameters<typeof reviewDay>[0]>): [string | undefined, string[]] => {
  const { day: found, reasons } = reviewDay(
    { kind: 'case', urgency: [], approvals: ['2026-02-01', '2026-03-01'], ...input },
    POLICY,
  )
  return [found, reasons.map(({ en }) => en)]
}

test('the next review is so long after the last approval, or when its author wishes, whichever is first', () => {
  expect(day({})).toEqual(['2027-09-01', ['2027-09-01: 18 months after the approval of 2026-03-01']])
  expect(day({ kind: 'sop' })[0]).toBe('2028-03-01')
  expect(day({ kind: 'sop', urgency: ['critical'] })).toEqual([
    '2026-09-01',
    ['2026-09-01: 6 months (urgency critical) after the approval of 2026-03-01'],
  ])
  expect(day({ wish: '2026-06-01' })[0]).toBe('2026-06-01')
  expect(day({ wish: '2030-01-01' })[0]).toBe('2027-09-01')
  expect(day({ approvals: [] })).toEqual([undefined, ['no approval is in force']])
  expect(day({ approvals: [], wish: '2026-06-01' })[0]).toBe('2026-06-01')
  expect(day({ urgency: ['constructor', '__proto__'] })[0]).toBe('2027-09-01')
})

test('what is written as a review is read as the same review', () => {
  const record = {
    case: 'CASE-7F3KQ',
    role: 'technical',
    verdict: 'approve',
    reviewer: { name: '李 "Wei": #1', email: 'a.b+c@example.com' },
    day: '2026-11-28',
    digest: `v1:${'0'.repeat(64)}`,
    scores: { authenticity: 5, typicality: 4, reusability: 1 },
    comment: 'Two lines:\n- one\u202e\n  "two" # no comment',
  } as const
  const read = readReviewText('reviews/CASE-7F3KQ/x.yml', reviewText(record))
  expect(read.problems).toEqual([])
  expect(JSON.parse(JSON.stringify(read.record))).toEqual(record)
})

test('a path says case, day and role', () => {
  const name = { case: 'CASE-7F3KQ', day: '2026-11-28', role: 'second-look' }
  expect(readRecordPath(drawRecordPath(name, n => new Uint8Array(n).fill(7)))).toEqual(name)
  expect(readRecordPath('reviews/CASE-7F3KQ/note.yml')).toBeUndefined()
})
