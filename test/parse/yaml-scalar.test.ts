import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { LineIndex } from '../../src/model/range.js'
import { readFrontMatter } from '../../src/parse/front-matter.js'
import { yamlList, yamlScalar } from '../../src/parse/yaml-scalar.js'

function readBack(yaml: string): unknown {
  const text = `---\nkey: ${yaml} # a comment\nnext: 1\n---\n`
  const { frontMatter, problems } = readFrontMatter(text, new LineIndex(text))
  expect(problems).toEqual([])
  return frontMatter?.values['key']
}

// Any text, and text made of what YAML gives a meaning to.
const tricky = fc.string({
  unit: fc.constantFrom(...': #-?,[]{}&*!|>\'"%@`\\=~.0aé停\t\u3000\u2028\u202e\ufeff'),
})
const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), tricky)
// A lone surrogate has no UTF-8 and cannot stand in a file.
const noSurrogate = (text: string): boolean => !/\p{Cs}/u.test(text)

test('any text reads back through our front-matter parser as exactly the same text', () => {
  fc.assert(
    fc.property(texts.filter(noSurrogate), text => {
      expect(readBack(yamlScalar(text))).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

test('any list of texts reads back as the same list', () => {
  fc.assert(
    fc.property(fc.array(texts.filter(noSurrogate), { minLength: 1, maxLength: 4 }), list => {
      expect(readBack(yamlList(list))).toEqual(list)
    }),
    { numRuns: 500 },
  )
})

test.each(['空压机 E-1203 停机', 'W-104', 'zh-CN', '2026-11-05', "It's gone", '缺纸？有纸！'])(
  'ordinary text stays unquoted: %s',
  text => {
    expect(yamlScalar(text)).toBe(text)
  },
)

test.each(['null', 'Yes', 'on', '1203', '0x80070005', '1e5', '1_000', '.inf', '~'])(
  'what other YAML readers take for another type is quoted: %s',
  text => {
    expect(yamlScalar(text)).toBe(`"${text}"`)
    expect(parse(yamlScalar(text))).toBe(text)
  },
)

test('an empty list is an absent value', () => {
  expect(yamlList([])).toBe('')
})

test('characters that reorder text on screen are written as escapes', () => {
  expect(yamlScalar('a\u202eb')).toBe('"a\\u202eb"')
})
