import { luhn } from './checksums.js'
import { around, namesAThing } from './context.js'
import { acceptedNumbers, type Recogniser } from './recogniser.js'

const START = String.raw`(?<![\dA-Za-z*][-._]?|\d )`
const END = String.raw`(?![-_ ]?\d|[A-Za-z]|\.\d)`
const NUMBER = new RegExp(
  String.raw`${START}(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{5}|\d{6}[ -]\d{13})${END}`,
  'g',
)
// Which networks issue how many digits (ISO/IEC 7812): UnionPay with the older Chinese cards,
// Mastercard, Visa, American Express, JCB, Discover.
const ISSUERS: readonly (readonly [prefix: RegExp, lengths: readonly number[]])[] = [
  [/^(?:62|81\d|9558|6013|60382|68\d|69\d)/, [16, 17, 18, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^4/, [16, 19]],
  [/^3[47]/, [15]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^6(?:011|4[4-9]|5)/, [16]],
]
/** Lengths that bar codes and time stamps share: they ask for a word that names a card. */
const RARE: readonly (readonly [prefix: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13]],
  [/^3(?:0[0-5]|[68])/, [14]],
]
const CARD = /卡|银行|账号|账户|\bcard\b|visa|mastercard|diners|\bpan\b/i

/** Numbers of payment cards: an issuer's prefix and length, Luhn's check digit. */
export const bankCard: Recogniser = {
  type: 'bank_card',
  digits: 13,
  find: (text, numbers) =>
    acceptedNumbers(NUMBER, text, numbers, (match, start) => {
      const digits = match[0].replace(/[ -]/g, '')
      const issued = (list: typeof ISSUERS): boolean =>
        list.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits))
      if (!luhn(digits) || namesAThing(text, start)) return false
      return issued(ISSUERS) || (issued(RARE) && CARD.test(around(text, start, 24, 40)))
    }),
}
