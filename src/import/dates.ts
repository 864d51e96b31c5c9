import { type Day, isDay } from '../lib/day.js'

/** Forms that mean one day only, tried where a mapping names none. */
export const PLAIN_FORMS = ['YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD'] as const
/** Forms that are told apart by what they hold only. */
export const DOUBTFUL_FORMS = ['D/M/YYYY', 'M/D/YYYY', 'D.M.YYYY', 'D-M-YYYY'] as const

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
}
// A time of day may follow; the day is what counts.
const TIME = '(?:[T ,]+\\d{1,2}:\\d{2}.{0,40})?'

const compiled = new Map<string, RegExp>()

/** The day that a text names in one of the forms; undefined where none fits or the calendar lacks it. */
export function readDay(text: string, forms: readonly string[]): Day | undefined {
  const plain = text.normalize('NFKC').trim()
  for (const form of forms) {
    const { year, month, day } = patternOf(form).exec(plain)?.groups ?? {}
    if (year === undefined || month === undefined || day === undefined) continue
    const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isDay(found)) return found
  }
  return undefined
}

/** True for a form that names year, month and day, once each. */
export function isDayForm(form: string): boolean {
  const tokens = form.match(/YYYY|MM?|DD?/g) ?? []
  return ['YYYY', 'M', 'D'].every(one => tokens.filter(token => token.startsWith(one)).length === 1)
}

function patternOf(form: string): RegExp {
  const known = compiled.get(form)
  if (known !== undefined) return known
  const source = form
    .split(/(YYYY|MM?|DD?)/)
    .map(part => TOKENS[part] ?? part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('')
  const made = new RegExp(`^${source}${TIME}$`)
  compiled.set(form, made)
  return made
}
