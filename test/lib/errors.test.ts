import { expect, test } from 'vitest'
import { CasectlError, systemCode } from '../../src/lib/errors.js'

test('an expected failure carries its code, both sentences and a hint', () => {
  const error = new CasectlError('locked', { en: 'Busy.', zh: '忙。' }, { en: 'Wait.', zh: '请稍候。' })
  expect(error).toBeInstanceOf(Error)
  expect([error.code, error.message, error.text.zh, error.hint?.zh]).toEqual([
    'locked',
    'Busy.',
    '忙。',
    '请稍候。',
  ])
  expect(error.details).toEqual([])
})

test.each([
  [Object.assign(new Error('x'), { code: 'ENOENT' }), 'ENOENT'],
  [Object.assign(new Error('x'), { code: 5 }), undefined],
  [new Error('x'), undefined],
  [null, undefined],
  ['ENOENT', undefined],
])('the system code of %s is %s', (error, expected) => {
  expect(systemCode(error)).toBe(expected)
})
