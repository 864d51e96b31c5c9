import { before, namesAThing } from './context.js'
import { acceptedNumbers, type Recogniser } from './recogniser.js'

const COUNTRY = String.raw`(?:(?:\+|00)?86[ )-]{0,2})?`
const GAP = '[ -]{1,2}'
// The ways in which people group eleven digits; any other grouping is a row of numbers.
const GROUPS = [
  String.raw`\(?1[3-9]\d\)?(?:[ -]{0,3}\d{4}){2}`,
  String.raw`1[3-9]\d\.\d{4}\.\d{4}`,
  String.raw`1[3-9]\d${GAP}\d{3}${GAP}\d{5}`,
  String.raw`1[3-9]\d\d${GAP}\d{3}${GAP}\d{4}`,
  String.raw`1[3-9]\d\d${GAP}\d{4}${GAP}\d{3}`,
  String.raw`1[3-9]\d\d${GAP}\d{7}`,
  String.raw`1[3-9]\d{3}${GAP}\d{6}`,
  String.raw`1[3-9]\d{5}${GAP}\d{4}`,
]
const NUMBER = new RegExp(
  String.raw`(?<![\dA-Za-z][-.#¥$€]?|[#¥$€])\(?${COUNTRY}(?:${GROUPS.join('|')})(?![\dA-Za-z]|\.\d|-\d{2})`,
  'g',
)
/** Letters may touch a number only where they say that it is one. */
const CALLED = /(?:tel|phone|mobile|mob|cell|call)$/i
const AFTER_LETTERS = new RegExp(String.raw`(?<=[A-Za-z])(?:${GROUPS[0]})(?![\dA-Za-z])`, 'g')

/** Mobile numbers of mainland China: eleven digits from 13 to 19, with or without +86. */
export const cnMobile: Recogniser = {
  type: 'cn_mobile',
  digits: 11,
  *find(text, numbers) {
    yield* acceptedNumbers(NUMBER, text, numbers, (_, start) => !namesAThing(text, start))
    yield* acceptedNumbers(AFTER_LETTERS, text, numbers, (_, start) => CALLED.test(before(text, start, 8)))
  },
}
