import { expect, test } from 'vitest'
import { tellingShare } from '../../src/search/function-words.js'
import { tokenize } from '../../src/search/tokens.js'

test.each([
  ['设备', 1],
  ['机怎', 0.5],
  ['的设', 0.5],
  ['怎么', 0.25],
  ['请问', 0.25],
  ['应用', 1],
  ['无线', 1],
  ['冷却', 1],
  ['对比', 1],
  ['e-1203', 1],
  ['printer', 1],
  ['between', 0.5],
  ['hope', 0.25],
  ['down', 1],
  ['advanc', 1],
])('%s counts %d of its rarity', (term, share) => {
  expect(tellingShare(term)).toBe(share)
})

test('the words of courtesy are known by the stems of the index', () => {
  const letter =
    'Hello, dear all, hi, hey: please, kindly, thanks, thank you, appreciated, grateful, cheers, regards'
  const polite = tokenize(letter).filter(({ term }) => tellingShare(term) < 1)
  expect(polite.map(({ term }) => term)).toEqual([
    ...['hello', 'dear', 'hi', 'hey', 'pleas', 'kindli', 'thank', 'thank'],
    ...['appreci', 'grate', 'cheer', 'regard'],
  ])
})

test('English function words that Lunr’s list has not count half, by the stems of the index', () => {
  const words =
    'anything someone yourself themselves those many both around before during inside through until without ' +
    'although therefore otherwise whether already always even maybe really sometimes usually today yesterday doesn’t'
  const tokens = tokenize(words)
  expect(tokens.length).toBe(words.split(' ').length)
  expect(tokens.filter(({ term }) => tellingShare(term) !== 0.5)).toEqual([])
})
