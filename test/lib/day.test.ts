import { expect, test } from 'vitest'
import { dayOf, isDay } from '../../src/lib/day.js'

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2024-02-31', false],
  ['2024-04-31', false],
  ['2024-12-31', true],
  ['2024-00-10', false],
  ['2024-13-01', false],
  ['2024-01-00', false],
  ['2024-1-1', false],
  ['24-01-01', false],
  ['2024-01-01 ', false],
  ['2024-01-01T00:00:00Z', false],
  ['２０２４-01-01', false],
  ['', false],
])('%j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test('every day of four centuries agrees with the calendar of Date', () => {
  for (let year = 1800; year < 2200; year += 7) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 28; day <= 32; day++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const instant = new Date(Date.UTC(year, month - 1, day))
        expect(isDay(text), text).toBe(instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day)
      }
    }
  }
})

test('the day of an instant is that of UTC, whatever the zone of the machine', () => {
  expect(dayOf(new Date('2026-11-22T23:59:59+08:00'))).toBe('2026-11-22')
  expect(dayOf(new Date('2026-11-22T01:00:00+08:00'))).toBe('2026-11-21')
})
