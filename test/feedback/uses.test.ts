import { expect, test } from 'vitest'
import { countUses } from '../../src/feedback/uses.js'

const line = (event: unknown, id: unknown, kind: unknown): string =>
  JSON.stringify({ event, case: id, kind, day: '2026-11-22' })

test('distinct events of use and of solution count, whatever letter case the id has', () => {
  const first = [
    line('a', 'CASE-7F3KQ', 'used'),
    line('b', 'case-7f3kq', 'solved'),
    line('c', 'CASE-7F3KR', 'used'),
  ]
  const second = [line('a', 'CASE-7F3KQ', 'used'), line('d', 'CASE-7F3KQ', 'used')]
  expect([...countUses([first.join('\n'), `${second.join('\r\n')}\n`])]).toEqual([
    ['CASE-7F3KQ', 3],
    ['CASE-7F3KR', 1],
  ])
})

test('other kinds and lines of any other form count for nothing', () => {
  const lines = [
    line('a', 'CASE-7F3KQ', 'unsolved'),
    line('b', 'CASE-7F3KQ', 'outdated'),
    line('c', 7, 'used'),
    line(undefined, 'CASE-7F3KQ', 'used'),
    line('d', 'CASE-7F3KQ', ['used']),
    line('x'.repeat(5000), 'CASE-7F3KQ', 'used'),
    '{"event":"e","case":"CASE-7F3KQ","kind":"used"',
    '[]',
    'null',
    '',
    '  ',
    '\ufffd\0',
  ]
  expect(countUses([lines.join('\n')]).size).toBe(0)
  expect(countUses([]).size).toBe(0)
})
