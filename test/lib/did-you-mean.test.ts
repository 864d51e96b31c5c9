import { expect, test } from 'vitest'
import { didYouMean } from '../../src/lib/did-you-mean.js'

test('suggestions become one sentence a language, none become nothing', () => {
  expect(didYouMean([])).toEqual({ suggestion: '', suggestionZh: '' })
  expect(didYouMean(['tags', 'tools'])).toEqual({
    suggestion: ' Did you mean `tags` or `tools`?',
    suggestionZh: '是否想写 `tags` 或 `tools`？',
  })
})
