import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, found, lintText } from './lint-text.js'

test('findings come in one order: path, place, rule, code', () => {
  const text = exampleCase({ status: 'done', category: '断线', urgency: 'very' }, exampleBody('Use', 'TODO'))
  const order = lintText({ 'cases/b.md': text, 'cases/a.md': text }).map(
    ({ path, at }) => `${path} ${String(at?.start ?? 0).padStart(5, '0')}`,
  )
  expect(order).toEqual([...order].sort())
  expect(order.length).toBeGreaterThanOrEqual(8)
})

test('a case may wave a rule through, but none of those that guard the reading', () => {
  const body = exampleBody('Use channel 36.', 'TODO')
  const lint = '{ disable: [{ rule: template-text, reason: quoted }, duplicate-key] }'
  expect(findings('template-text', exampleCase({ lint }, body))).toEqual([])
  expect(found('duplicate-key', exampleCase({ lint, urgency: 'low\nurgency: low' }))).toEqual([
    'duplicate 13:1',
  ])
})
