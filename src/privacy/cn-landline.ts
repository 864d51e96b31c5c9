import { before, namesAThing } from './context.js'
import { acceptedNumbers, type Recogniser } from './recogniser.js'

// Area codes: 010, 02x, and three digits behind the 0 elsewhere. No number begins with 0 or 1.
const AREA = String.raw`(?:10|2\d|[3-9]\d{2})`
const LOCAL = String.raw`[2-9]\d{2,3}[ -]?\d{4}`
const EDGE = String.raw`(?<![\dA-Za-z][-.]?)`
const END = String.raw`(?![\dA-Za-z]|\.\d|-\d{5})`
const WITH_AREA = new RegExp(
  String.raw`${EDGE}(?:(?:\+|00)?86[ -]{0,2})?(?:\(0${AREA}\)[ -]{0,2}|0${AREA}[ -]{1,3})${LOCAL}${END}`,
  'g',
)
const ABROAD = new RegExp(String.raw`${EDGE}(?:\+|00)86[ -]{0,2}\(?${AREA}\)?[ -]{0,2}${LOCAL}${END}`, 'g')
const RUN_TOGETHER = new RegExp(String.raw`${EDGE}0${AREA}[2-9]\d{6,7}${END}`, 'g')
const LOCAL_ONLY = new RegExp(`${EDGE}${LOCAL}${END}`, 'g')
const CALLED =
  /(?:电话|座机|固话|传真|致电|拨打|\btel|\bphone|\bfax|\bcall)(?:号码?|number|no)?[ \t]*[.:=]?[ \t]*$/i

/** Landline numbers of mainland China. Those without an area code ask for a word that names them. */
export const cnLandline: Recogniser = {
  type: 'cn_landline',
  digits: 7,
  *find(text, numbers) {
    const called = (start: number): boolean => CALLED.test(before(text, start, 16))
    yield* acceptedNumbers(WITH_AREA, text, numbers, (_, start) => !namesAThing(text, start))
    yield* acceptedNumbers(ABROAD, text, numbers, () => true)
    yield* acceptedNumbers(RUN_TOGETHER, text, numbers, (_, start) => called(start))
    yield* acceptedNumbers(LOCAL_ONLY, text, numbers, (_, start) => called(start))
  },
}
