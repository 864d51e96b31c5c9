import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { HARD_BREAK, isQuoted, LEFT_OUT, ProseText, passagesOf } from '../../src/rules/prose-text.js'
import { parse } from '../parse/parsing.js'

function passages(text: string) {
  const file = parse(exampleCase({}, exampleBody('Use channel 36.', text)))
  const found = file.case
  if (found === undefined) throw new Error('no case')
  return [...passagesOf(found)].map(passage => ({
    section: passage.section?.id,
    type: passage.block.type,
    quoted: isQuoted(passage, found),
    prose: new ProseText(passage.prose, file.text),
    source: file.text,
  }))
}
const proseOf = (text: string) => passages(text).filter(({ section }) => section === 'resolution')

test('markup joins, code and addresses leave a mark, hard breaks too', () => {
  const texts = (text: string) => proseOf(text).map(({ prose }) => prose.text)
  expect(texts('a **b** [c](d.md "t") e')).toEqual(['a b c e'])
  expect(texts('a `b` c')).toEqual([`a ${LEFT_OUT} c`])
  expect(texts('a https://x.org/y c')).toEqual([`a ${LEFT_OUT} c`])
  expect(texts('a\\\nb')).toEqual([`a${HARD_BREAK}b`])
  expect(texts('> a\n> b')).toEqual(['a\nb'])
})

test('every piece of the text leads back to its place in the file', () => {
  const [passage] = proseOf('先**断**电 `x` 再 [上](a.md) 电')
  if (passage === undefined) throw new Error('no passage')
  const { prose, source } = passage
  for (const [i, char] of [...prose.text].entries()) {
    if (char === LEFT_OUT) continue
    expect(source.slice(prose.place(i, i + 1).start, prose.place(i, i + 1).end)).toBe(char)
  }
  expect(prose.text).toBe(`先断电 ${LEFT_OUT} 再 上 电`)
  const { start, end } = prose.place(0, 3)
  expect(source.slice(start, end)).toBe('先**断**电')
  const code = prose.place(3, 5)
  expect(source.slice(code.start, code.end)).toBe(' `x`')
  expect([prose.isLiteral(0, 1), prose.isLiteral(0, 2), prose.isLiteral(4, 5)]).toEqual([true, false, false])
})

test('a passage knows its section, its block and whether it is quoted', () => {
  const found = passages('text\n\n### sub\n\n> - quoted\n\n| a |\n| - |\n| b |')
  const brief = found.map(
    ({ section, type, quoted }) => `${section ?? '-'} ${type}${quoted ? ' quoted' : ''}`,
  )
  expect(brief.slice(brief.indexOf('resolution paragraph'), brief.indexOf('steps paragraph'))).toEqual([
    'resolution paragraph',
    'resolution heading',
    'resolution paragraph quoted',
    'resolution table',
    'resolution table',
    '- heading',
  ])
})
