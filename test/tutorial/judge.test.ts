import { expect, test } from 'vitest'
import { keptValues, misfit } from '../../src/tutorial/judge.js'
import { both, type CommandStep } from '../../src/tutorial/step.js'

const step: CommandStep = {
  why: both('why'),
  line: both('casectl intake'),
  shows: [both('{word}')],
  keep: { id: /(CASE-\w+)/ },
}
const values = { word: 'inbox' }
const good = { code: 0, stdout: 'cases/inbox/CASE-AAAAA-a.md\n', stderr: '' }

test('what comes out as it should is kept for the steps after', () => {
  expect(misfit(step, good, values, 'en')).toBeUndefined()
  expect(keptValues(step, good, values)).toEqual({ word: 'inbox', id: 'CASE-AAAAA' })
})

test.each([
  [{ ...good, code: 2 }, 'Exit code 2; 0 was expected.'],
  [{ ...good, stdout: 'CASE-AAAAA' }, 'The output does not say "inbox".'],
  [{ ...good, stdout: '', stderr: 'inbox CASE-AAAAA' }, 'The output does not say "id".'],
])('%j is told', (outcome, told) => {
  expect(misfit(step, outcome, values, 'en')?.en).toBe(told)
})
