import { accepted, type Recogniser } from './recogniser.js'

const DOCUMENT = 'passports?|护照|通行证|台胞证|回乡证|travel document'
// Ordinary, diplomatic and service passports, the travel permits, and what other countries print.
const NUMBER = String.raw`[A-Z]{1,2}\d{6,9}|[A-Z]\d[A-Z]\d{5,6}|E[A-Z]\d{7}|[A-Z]\d{7}[A-Z]|\d{8,9}`
const PASSPORT = new RegExp(
  String.raw`(?:${DOCUMENT})([^\n\dA-Za-z]{0,8}(?:(?:no|number|num|nr|id|is)\b[^\n\dA-Za-z]{0,4}){0,2})(?:${NUMBER})(?![\dA-Za-z])`,
  'gi',
)
const LEADING = new RegExp(`(?:${NUMBER})$`)

/** Numbers of passports and travel permits, which only the word before them tells from a part number. */
export const passport: Recogniser = {
  type: 'passport',
  words: { anyCase: ['passport', '护照', '通行证', '台胞证', '回乡证', 'travel document'] },
  find: text =>
    accepted(PASSPORT, text, match => {
      const number = LEADING.exec(match[0].toUpperCase())?.[0]
      if (number === undefined) return undefined
      const end = match.index + match[0].length
      return { start: end - number.length, end }
    }),
}
