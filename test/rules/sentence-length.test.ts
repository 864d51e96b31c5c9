import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { sentencesOf } from '../../src/rules/sentences.js'
import { findings, found } from './lint-text.js'

const RULE = 'sentence-length'
const withText = (text: string) => exampleCase({}, exampleBody('Use channel 36.', text))
const split = (text: string) => [...sentencesOf(text)].map(({ start, end }) => text.slice(start, end))

test('sentences end with their marks, not with abbreviations, versions or initials', () => {
  expect(split('先断电。再上电！好了？“行。”完')).toEqual(['先断电。', '再上电！', '好了？', '“行。”', '完'])
  expect(split('Use v5.1, e.g. V5.1 or no. 5 at 3 V. Then stop! A. Smith agrees.')).toEqual([
    'Use v5.1, e.g. V5.1 or no. 5 at 3 V.',
    'Then stop!',
    'A. Smith agrees.',
  ])
})

test('Chinese is counted in characters, Latin words and code as one each', () => {
  const long = (count: number) => `${'长'.repeat(count)} Wi-Fi \`code\`。`
  expect(found(RULE, withText(long(78)))).toEqual([])
  expect(
    findings(RULE, withText(`短句。${long(79)}`)).map(({ code, args, at }) => [
      code,
      args['count'],
      at?.column,
    ]),
  ).toEqual([['chinese', 81, 4]])
})

test('other languages are counted in words', () => {
  const words = (count: number) => `${'word '.repeat(count - 1)}**end**.`
  expect(found(RULE, withText(words(40)))).toEqual([])
  expect(found(RULE, withText(words(41)))).toEqual(['words 34:1 note'])
  expect(found(RULE, withText(`${words(30)} ${words(30).replace('word', 'Word')}`))).toEqual([])
})

test('a hard line break ends a sentence, a soft one does not; quotations are not judged', () => {
  const half = 'word '.repeat(25).trim()
  expect(found(RULE, withText(`${half}\\\n${half}`))).toEqual([])
  expect(found(RULE, withText(`${half}\n${half}`))).toEqual(['words 34:1 note'])
  expect(found(RULE, withText(`> ${half} ${half}`))).toEqual([])
})

test('the limits are options', () => {
  const options = { [RULE]: { maxCharacters: 20, maxWords: 10 } }
  expect(found(RULE, withText('一二三四五六七八九十一二三四五六七八九十一。'), { options })).toEqual([
    'chinese 34:1 note',
  ])
})
