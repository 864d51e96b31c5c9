import { isDay } from '../lib/day.js'
import { mod112 } from './checksums.js'
import { startsWithProvince } from './cn-regions.js'
import { acceptedNumbers, type Recogniser } from './recogniser.js'

const NUMBER = /(?<!\d\.?)\d(?:[ -]{0,2}\d){16}[ -]{0,2}[\dXx](?![\dA-Za-z])/g

/** Resident identity numbers of 18 digits (GB 11643-1999), those of foreigners with a 9 in front. */
export const cnId: Recogniser = {
  type: 'cn_id',
  digits: 17,
  find: (text, numbers) =>
    acceptedNumbers(NUMBER, text, numbers, match => isResident(match[0].replace(/[ -]/g, '').toUpperCase())),
}

function isResident(id: string): boolean {
  const region = startsWithProvince(id) || (id.startsWith('9') && startsWithProvince(id.slice(1)))
  return region && isBirthday(id.slice(6, 14)) && mod112(id.slice(0, 17)) === id[17]
}

/** A day from 1800 to 2099: without a clock nothing nearer can be said. */
function isBirthday(digits: string): boolean {
  return /^(?:18|19|20)/.test(digits) && isDay(dayOf(digits))
}

function dayOf(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
}
