import fc from 'fast-check'
import { STATUSES } from '../../src/model/case.js'
import { SEARCH_FIELDS } from '../../src/model/config.js'
import { type Cut, document } from './support.js'

/** Few different terms, so that they meet: Chinese, an emoji, half a surrogate pair, a long one. */
const TERMS = [
  '设备',
  '备停',
  '停机',
  '机',
  'motor',
  'e1203',
  '😀',
  '\ud83d',
  '',
  'a',
  'ab',
  'x'.repeat(70),
  '\uffff',
]
const term = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TERMS) },
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const field = fc.array(term, { maxLength: 6 })
const day = fc.constantFrom(undefined, '2024-02-29', '1999-12-31', '1970-01-01', 'no day')

export const ID: fc.Arbitrary<string> = fc.nat(60).map(n => `CASE-${String(n).padStart(5, '0')}`)

/** A document of this id with random contents. */
export function cut(id: string): fc.Arbitrary<Cut> {
  return fc
    .record({
      fields: fc.tuple(...SEARCH_FIELDS.map(() => field)),
      words: fc.array(fc.constantFrom('motors', 'leaking', 'stopped', 'pumps'), { maxLength: 4 }),
      status: fc.constantFrom(...STATUSES),
      updated: day,
      uses: fc.constantFrom(undefined, 1, 300),
      supersededBy: fc.option(ID, { nil: undefined }),
      product: fc.subarray(['pump', 'press', '泵']),
      text: fc.string({ unit: 'grapheme', maxLength: 20 }),
    })
    .map(({ fields, words, status, product, text, ...maybe }) => {
      const given = Object.fromEntries(Object.entries(maybe).filter(([, value]) => value !== undefined))
      const more = { status, facets: { product }, sections: [{ title: '', text }], ...given }
      return { document: document(id, more), terms: { fields, words } }
    })
}

/** Documents with different ids. */
export function cuts(max: number): fc.Arbitrary<Cut[]> {
  return fc
    .uniqueArray(ID, { minLength: 1, maxLength: max })
    .chain(ids => fc.tuple(...ids.map(cut)).map(found => [...found]))
}
