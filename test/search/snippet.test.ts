import { expect, test } from 'vitest'
import { cells } from '../../src/lib/text.js'
import { marksOf, type Snippet, snippetOf } from '../../src/search/snippet.js'
import { document, says } from './open-documents.js'

const weights = (...terms: string[]): Map<string, number> => new Map(terms.map(term => [term, 1]))
const marked = ({ text, marks }: Pick<Snippet, 'text' | 'marks'>): string =>
  marks.reduceRight(
    (out, [start, end]) => `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`,
    text,
  )

const LONG = '这一段与问题无关。'.repeat(30)

test('the snippet shows the whole sentence of the hit where it fits', () => {
  const found = says('T-00001', `${LONG}设备停机，屏幕报 E-1203。${LONG}`)
  expect(marked(snippetOf(found, weights('停机', 'e1203'), 40))).toBe(
    '设备[停机]，屏幕报 [E-1203]。这一段与问题…',
  )
})

test('bigrams that touch are one mark', () => {
  expect(marksOf('设备停机了', weights('设备', '备停', '停机'))).toEqual([[0, 4]])
  expect(marksOf('停机，停气', weights('停机', '停气'))).toEqual([
    [0, 2],
    [3, 5],
  ])
})

test('marks stand right behind line breaks and characters that NFKC lengthens', () => {
  const found = says('T-00001', '重 ½ ㎏\nﬁlter 停机')
  const snippet = snippetOf(found, weights('kg', '停机', 'filter'))
  expect(marked(snippet)).toBe('重 ½ [㎏] [ﬁlter] [停机]')
})

test('the section with the most distinct terms is shown', () => {
  const found = document('T-00001', {
    sections: [
      { id: 'problem', title: '问题描述', text: '停机。停机。停机。' },
      { id: 'diagnosis', title: '诊断过程', text: '先复位，再看是否停机。' },
    ],
  })
  const { section, ...snippet } = snippetOf(found, weights('停机', '复位'))
  expect(section).toEqual({ id: 'diagnosis', title: '诊断过程' })
  expect(marked(snippet)).toBe('先[复位]，再看是否[停机]。')
})

test('a rare term weighs more than a common one', () => {
  const found = document('T-00001', {
    sections: [
      { title: 'Background', text: 'The shop and the till.' },
      { title: 'Cause', text: 'Varnish on the bearings.' },
    ],
  })
  const terms = new Map([
    ['shop', 0.2],
    ['till', 0.2],
    ['varnish', 3],
  ])
  expect(snippetOf(found, terms).section?.title).toBe('Cause')
})

test('what only a customer said is shown as such', () => {
  const found = says('T-00001', '与此无关', { customerPhrases: ['一到下午就自己停了'] })
  expect(snippetOf(found, weights('下午'))).toEqual({
    section: { id: 'customer_phrases', title: '' },
    text: '一到下午就自己停了',
    marks: [[2, 4]],
  })
})

test('sections about other cases stand back', () => {
  const found = document('T-00001', {
    sections: [
      { id: 'resolution', title: '解决方案', text: '清洗散热器。' },
      { id: 'related', title: '关联案例', text: '散热器堵塞，停机。' },
    ],
  })
  expect(snippetOf(found, weights('散热', '停机')).section?.id).toBe('resolution')
})

test('without a hit the problem is shown from its beginning', () => {
  const found = document('T-00001', {
    sections: [
      { title: '', text: '引言' },
      { id: 'problem', title: '问题描述', text: LONG },
    ],
  })
  const snippet = snippetOf(found, new Map(), 30)
  expect(snippet).toMatchObject({ section: { id: 'problem' }, marks: [] })
  expect(snippet.text).toBe('这一段与问题无关。')
  expect(snippetOf(document('T-00002'), weights('停机'))).toEqual({ text: '', marks: [] })
})

test.each([
  ['a word', 'The discharge temperature of the compressor climbs', 30, '…[temperature] of the…'],
  ['an address', '原来的地址是 192.168.100.100/24，后来停机。', 20, '…后来[停机]。'],
])('a snippet never ends inside %s', (_, text, width, expected) => {
  const term = text.includes('停机') ? '停机' : 'temperatur'
  expect(marked(snippetOf(says('T-00001', text), weights(term), width))).toBe(expected)
})

test('a snippet keeps to its width', () => {
  for (const text of [
    LONG,
    'a long English sentence without an end '.repeat(9),
    '停'.repeat(300),
    'x'.repeat(300),
  ]) {
    for (const width of [20, 40, 80]) {
      const snippet = snippetOf(says('T-00001', `${text}停机${text}`), weights('停机'), width)
      expect(cells(snippet.text)).toBeLessThanOrEqual(width)
      expect(marked(snippet)).toContain('停机]')
    }
  }
})
