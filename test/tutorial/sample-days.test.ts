import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { daysSinceSamples, laterCase, laterProducts } from '../../src/tutorial/sample-days.js'
import { UNAPPROVED } from '../../src/tutorial/sandbox-files.js'

const text = readFileSync('cases/home-router/CASE-TV17B-router-pppoe-691-mac-lock.md', 'utf8')

test('samples are as old as on their day, whatever the clock says', () => {
  expect(daysSinceSamples('2026-11-22')).toBe(0)
  expect(daysSinceSamples('2026-11-02')).toBe(-20)
  expect(laterCase(text, -1)).toContain('\nupdated: 2026-08-19\n')
  expect(daysSinceSamples('2027-11-22')).toBe(365)
  expect(laterCase(text, 0)).toBe(text)
})

test('the days of the fields come later, and nothing else changes', () => {
  const later = laterCase(text, 365)
  expect(later).toContain('\ncreated: 2027-04-02\nupdated: 2027-08-20\n')
  expect(later).toContain('\nopened: 2027-03-30\n')
  const others = (all: string): string[] =>
    all.split('\n').filter(line => !/^(created|updated|opened):/.test(line))
  expect(others(later)).toEqual(others(text))
  expect(laterProducts(readFileSync('products.yml', 'utf8'), 1)).toContain('released: 2026-06-16')
})

test('the words that are changed without an approval stand in the sample', () => {
  expect(readFileSync(UNAPPROVED.path, 'utf8').split(UNAPPROVED.from)).toHaveLength(2)
})
