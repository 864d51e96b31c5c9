import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compact } from '../../../src/report/lint/compact.js'
import { finding, nastyFindings, resultOf, UNSAFE, viewOf } from './results.js'

const FOUND = [
  finding(),
  finding({
    rule: 'empty-section',
    severity: 'warning',
    path: 'cases/路由器 一.md',
    message: { en: 'The section "Steps" is empty.', zh: '“操作步骤”章节是空的。' },
  }),
]

test('a finding is a line as compilers print it', () => {
  expect(compact(resultOf(FOUND), viewOf(FOUND)).split('\n')).toEqual([
    'cases/a.md:2:3: error: known-terms: The taxonomy knows no `wify`.',
    'cases/路由器 一.md:2:3: warning: empty-section: The section "Steps" is empty.',
  ])
})

test('messages are in the language of the reader, severities in English', () => {
  const [line] = compact(resultOf(FOUND), viewOf(FOUND, {}, { language: 'zh' })).split('\n')
  expect(line).toBe('cases/a.md:2:3: error: known-terms: 术语表中没有 `wify`。')
})

test('no findings, no lines', () => {
  expect(compact(resultOf([]), viewOf([]))).toBe('')
})

test('no title or path makes a line of its own or reaches the terminal raw', () => {
  fc.assert(
    fc.property(nastyFindings, found => {
      const text = compact(resultOf(found), viewOf(found))
      expect(text).not.toMatch(UNSAFE)
      const lines = text.split('\n')
      expect(lines).toHaveLength(found.length)
      for (const line of lines)
        expect(line).toMatch(/^cases\/.*\.md:2:3: (error|warning|note): known-terms: M/)
    }),
  )
})
