import { isDay } from '../lib/day.js'
import { startsWithProvince } from './cn-regions.js'
import { before } from './context.js'
import { acceptedNumbers, type Recogniser } from './recogniser.js'

const NUMBER = /(?<![\dA-Za-z]|\d\.)\d{6}[ -]?\d{6}[ -]?\d{3}(?![\dA-Za-z])/g
const CONTEXT = /身份证|身分证|证件|旧证|老证|一代证|证号|\bid\b|\bidentity/i

/** Resident identity numbers of 15 digits, issued until 1999; they carry no check digit. */
export const cnId15: Recogniser = {
  type: 'cn_id15',
  digits: 15,
  find: (text, numbers) =>
    acceptedNumbers(NUMBER, text, numbers, (match, start) => {
      const id = match[0].replace(/[ -]/g, '')
      const born = `19${id.slice(6, 8)}-${id.slice(8, 10)}-${id.slice(10, 12)}`
      return startsWithProvince(id) && isDay(born) && CONTEXT.test(before(text, start, 20))
    }),
}
