import { expect, test } from 'vitest'
import { fill, languageOf } from '../../src/lib/message.js'

test('arguments go into both sentences, as often as they are named', () => {
  const message = { en: '{n} of {all}, {n} left', zh: '共 {all} 个，剩 {n} 个' }
  expect(fill(message, { n: 3, all: 'ten' })).toEqual({ en: '3 of ten, 3 left', zh: '共 ten 个，剩 3 个' })
})

test('an argument is put in as it is: braces, dollars and names inside it mean nothing', () => {
  expect(fill({ en: '{a} {b}', zh: '{b}' }, { a: '{b} $& $1', b: '$$' })).toEqual({
    en: '{b} $& $1 $$',
    zh: '$$',
  })
})

test('a brace that no argument fills stays, also one named like a method of every object', () => {
  const message = { en: 'cases/{toString}.md {constructor} {gone}', zh: '{valueOf}' }
  expect(fill(message, {})).toEqual(message)
})

test.each([
  ['zh_CN.UTF-8', 'zh'],
  ['zh-Hant-TW', 'zh'],
  ['ZH', 'zh'],
  ['Chinese (Simplified)_China.936', 'zh'],
  ['en_US.UTF-8', 'en'],
  ['C', 'en'],
  ['de_DE', 'en'],
  ['zha_CN', 'en'],
  ['', undefined],
  [undefined, undefined],
])('the language of locale %j is %s', (locale, expected) => {
  expect(languageOf(locale)).toBe(expected)
})
