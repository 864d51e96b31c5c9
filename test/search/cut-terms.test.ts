import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEARCH_FIELDS } from '../../src/model/config.js'
import { documentTerms } from '../../src/search/cut-terms.js'
import { TextCutter } from '../../src/search/cut-text.js'
import { documentsOf } from '../../src/search/document.js'
import { fieldTexts } from '../../src/search/fields.js'
import { type Unit, unitsOf } from '../../src/search/tokens.js'
import type { IndexDocument } from '../../src/store/document.js'
import { readSampleLibrary } from './sample-library.js'

const library = readSampleLibrary()
const cutter = new TextCutter()

interface Said {
  readonly terms: readonly string[]
  readonly words: readonly string[]
}

const sorted = (terms: readonly string[], words: readonly string[]): Said => ({
  terms: [...terms].sort(),
  words: [...new Set(words)].sort(),
})

function fast(text: string): Said {
  const cut = { terms: [], words: [] }
  cutter.cut(text, cut)
  return sorted(cut.terms, cut.words)
}

/** What the tokenizer says, without its places. */
function slow(units: readonly Unit[]): Said {
  const terms = units.flatMap(({ exact, parts }) => [...exact, ...parts].map(token => token.term))
  const stemmed = units.filter(({ kind, text, exact }) => kind === 'word' && exact[0]?.term !== text)
  return sorted(
    terms,
    stemmed.map(unit => unit.text),
  )
}

function agree(text: string): void {
  expect(fast(text)).toEqual(slow(unitsOf(text)))
}

// Scripts, codes, versions, and whatever folds together with its neighbours.
const PIECES = [
  ...[
    '设备',
    '停机',
    '々',
    '〇',
    '𠮷',
    'ー',
    'データ',
    'か',
    'ｱ',
    'ﾞ',
    '\u3099',
    '한',
    '국',
    'ㅎ',
    '\u1161',
    '\u11a8',
  ],
  ...[
    '\u0301',
    '\u0338',
    '\u20dd',
    'e',
    'é',
    'ñ',
    'ß',
    'İ',
    'ı',
    'Σ',
    'ς',
    'ﬀ',
    'µ',
    'ก',
    'นि',
    'ا',
    '\u05bf',
    'ﷺ',
    '㍿',
  ],
  ...[
    'E-1203',
    'v2.1.3',
    '192.168.1.1',
    '0x1F',
    '3a2g2',
    "customer's",
    'don’t',
    'running',
    'Overheating',
    '1',
    'a',
    'B',
  ],
  ...[
    '-',
    '_',
    '.',
    "'",
    '’',
    '‘',
    '–',
    '—',
    '…',
    '‥',
    '·',
    '，',
    '。',
    '：',
    '．',
    '－',
    'Ａ',
    '１',
    '①',
    '²',
    '¼',
    '℃',
    '㎡',
  ],
  ...[
    ' ',
    '\n',
    '\t',
    '\u3000',
    '\u00a0',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\0',
    '\ud800',
    '\udc00',
    '😀',
    '(',
    '/',
    '+',
    '~',
    '|',
  ],
]

test.each([
  '设备停机 E-1203，固件 v2.1.3 overheating; don’t restart',
  'abc①设备²㎡, 10–20℃',
  'モーターが止まる 설정값',
  'a-\u200bb c-① ，\u0301d',
  'x'.repeat(100),
])('a text is cut as the tokenizer cuts it: %s', agree)

test('texts of every script, in any mixture', () => {
  const mixed = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 2 })), {
    maxLength: 18,
  })
  fc.assert(
    fc.property(mixed, pieces => agree(pieces.join(''))),
    { numRuns: 5000, seed: 1 },
  )
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), agree), { numRuns: 1000, seed: 2 })
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), agree), { numRuns: 1000, seed: 3 })
})

test('every character beside a letter, a digit, a sign that joins, and Han', () => {
  for (let code = 0; code < 0x10000; code++) {
    // All Han are alike, and all syllables of Hangul.
    if (code === 0x4e10) code = 0x9ff0
    if (code === 0xac10) code = 0xd790
    const char = String.fromCharCode(code)
    agree(`a${char}b-${char}1 设${char}备`)
  }
})

/** What Lunr is fed: of an id all but its prefix. */
function oracle(document: IndexDocument): Said[] {
  return SEARCH_FIELDS.map(field => {
    const units = fieldTexts(document, field, library.taxonomy).flatMap(unitsOf)
    if (field !== 'id') return slow(units)
    return slow(units.map(unit => ({ ...unit, parts: unit.parts.filter(part => part.end === unit.end) })))
  })
}

const IDS = ['CASE-7F3KQ', 'A1-123456789', 'X-00000', 'é-1', 'running', 'CASE', 'a.b']

test('documents are cut field by field, the prefix of their ids apart', () => {
  const documents = documentsOf(library)
  const [first] = documents
  const others = first === undefined ? [] : IDS.map(id => ({ ...first, id }))
  for (const document of [...documents, ...others]) {
    const { fields, words } = documentTerms(document, library.taxonomy)
    const expected = oracle(document)
    expect(fields.map(terms => [...terms].sort())).toEqual(expected.map(said => said.terms))
    expect([...new Set(words)].sort()).toEqual([...new Set(expected.flatMap(said => said.words))].sort())
  }
})
