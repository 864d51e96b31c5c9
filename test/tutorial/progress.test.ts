import { expect, test } from 'vitest'
import { progressText, readProgress } from '../../src/tutorial/progress.js'

test('where a role stands is read as it was written', () => {
  const progress = { last: 'author', roles: { author: { done: 3, values: { id: 'CASE-AAAAA' } } } } as const
  expect(readProgress(progressText(progress))).toEqual(progress)
})

test.each(['', '[]', '{}', '{"casectlTutorial":1}', '{"casectlTutorial":2,"roles":{}}'])(
  '%j is no mark of a sandbox',
  text => {
    expect(readProgress(text)).toBeUndefined()
  },
)

test('a stage that cannot be is passed over', () => {
  const text =
    '{"casectlTutorial":1,"last":"king","roles":{"agent":{"done":-1,"values":{}},"owner":{"done":1}}}'
  expect(readProgress(text)).toEqual({ roles: {} })
})
