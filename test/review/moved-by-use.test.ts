import { expect, test } from 'vitest'
import { movedByUse } from '../../src/review/moved-by-use.js'

const PERIOD = { last: '2026-01-01', day: '2027-01-01' }
const SHARES = { solved: 0.5, unsolved: 0.1 }
const dayOf = (uses: { solved?: string[]; unsolved?: string[] }, shares = SHARES): string | undefined =>
  movedByUse({ ...PERIOD, ...uses }, shares)?.day

test('the last solved use within the period moves the day by its share; how many there are does not matter', () => {
  // 100 days after the review: 50 days later.
  expect(dayOf({ solved: ['2026-04-11'] })).toBe('2027-02-20')
  expect(dayOf({ solved: ['2026-02-01', '2026-04-11', '2026-04-11'] })).toBe('2027-02-20')
  expect(movedByUse({ ...PERIOD, solved: ['2026-04-11'] }, SHARES)?.reason).toEqual({
    en: '50 days later since it solved a problem on 2026-04-11',
    zh: '因 2026-04-11 解决过问题而推迟 50 天',
  })
})

test('uses outside the period, or with a share of 0, move nothing', () => {
  expect(dayOf({ solved: ['2025-12-31', '2026-01-01', '2027-01-02'] })).toBeUndefined()
  expect(dayOf({ unsolved: ['2025-12-31', '2026-01-01'] })).toBeUndefined()
  expect(
    dayOf({ solved: ['2026-04-11'], unsolved: ['2026-04-11'] }, { solved: 0, unsolved: 0 }),
  ).toBeUndefined()
  expect(dayOf({})).toBeUndefined()
})

test('unsolved uses bring it forward, at the earliest to the last of them; both together are weighed', () => {
  // A tenth of 365 days each.
  expect(dayOf({ unsolved: ['2026-03-01'] })).toBe('2026-11-25')
  expect(dayOf({ unsolved: Array(30).fill('2026-03-01') })).toBe('2026-03-01')
  expect(dayOf({ unsolved: Array(30).fill('2027-03-01') })).toBe('2027-01-01')
  expect(dayOf({ solved: ['2026-04-11'], unsolved: ['2026-05-01'] })).toBe('2027-01-14')
})
