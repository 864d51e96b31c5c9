import { expect, test } from 'vitest'
import { unstyled } from '../../src/lib/style.js'
import { unusualText } from '../../src/report/unusual.js'
import type { Unusual } from '../../src/review/unusual.js'

const late = (i: number): Unusual => ({
  code: 'off-hours',
  commit: `${i}`.padStart(40, '0'),
  args: { author: 'Lin Yue', time: '2026-12-02T02:10:00+08:00' },
})
const jump: Unusual = {
  code: 'status-jump',
  commit: 'f'.repeat(40),
  case: 'CASE-9JSTM',
  args: { case: 'CASE-9JSTM', from: 'draft', to: 'archived' },
}

test('of many of one kind the first are shown and the others counted, and none of another kind is lost', () => {
  const found = [...Array.from({ length: 523 }, (_, i) => late(i)), jump]
  const lines = unstyled(unusualText(found, 'en')).split('\n')
  expect(lines).toHaveLength(22)
  expect(lines[20]).toContain('CASE-9JSTM went from draft to archived')
  expect(lines[21]).toBe('… and 503 more; --format json has all of them.  off-hours')
})

test.each([1, 20])('%d are all shown', count => {
  const lines = unusualText(
    Array.from({ length: count }, (_, i) => late(i)),
    'zh',
  ).split('\n')
  expect(lines).toHaveLength(count)
  expect(lines[0]).toContain('Lin Yue 在工作时段之外提交：2026-12-02T02:10:00+08:00。')
})
