import { before } from './context.js'
import { acceptedNumbers, type Recogniser } from './recogniser.js'

// E.164: a country code and 8 to 15 digits in all. China's own numbers have their recognisers.
const NUMBER =
  /(?<![\dA-Za-z+.])\+(?!86|0)[1-9]\d{0,2}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){1,4}(?![\dA-Za-z]|\.\d)/g
const NATIONAL = /(?<![\dA-Za-z][-.]?)\(?[2-9]\d{2}(?:\) ?|[ .-])[2-9]\d{2}[ .-]\d{4}(?![\dA-Za-z]|[.-]\d)/g
const CALLED = /(?:电话|手机|\btel|phone|mobile|\bcell|\bfax|\bcall|whatsapp)[^\d\n]{0,12}$/i

/** Numbers of other countries: with their country code, or North American ones that a word names. */
export const phone: Recogniser = {
  type: 'phone',
  digits: 8,
  *find(text, numbers) {
    yield* acceptedNumbers(NUMBER, text, numbers, ({ 0: number }, start) => {
      const digits = number.replace(/\D/g, '').length
      const grouped = /\d[ .()-]+\d/.test(number)
      return digits >= 8 && digits <= 15 && (grouped || CALLED.test(before(text, start, 24)))
    })
    yield* acceptedNumbers(NATIONAL, text, numbers, (_, start) => CALLED.test(before(text, start, 24)))
  },
}
