import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from '../../src/lib/word-diff.js'

test('words of Latin letters and single Han characters are told apart', () => {
  expect(wordDiff('Restart the router.', 'Restart the modem.')).toEqual([
    { sign: ' ', text: 'Restart the ' },
    { sign: '-', text: 'router' },
    { sign: '+', text: 'modem' },
    { sign: ' ', text: '.' },
  ])
  expect(wordDiff('重启路由器', '重启光猫')).toEqual([
    { sign: ' ', text: '重启' },
    { sign: '-', text: '路由器' },
    { sign: '+', text: '光猫' },
  ])
})

test('a space between two changed words goes with them', () => {
  expect(wordDiff('a b c', 'x y c').map(({ text }) => text)).toEqual(['a b', 'x y', ' c'])
})

test('both texts can be put together again', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '重', '.', '1') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = wordDiff(before, after)
      const side = (other: string): string =>
        found
          .filter(({ sign }) => sign !== other)
          .map(one => one.text)
          .join('')
      expect(side('+')).toBe(before)
      expect(side('-')).toBe(after)
    }),
  )
})
