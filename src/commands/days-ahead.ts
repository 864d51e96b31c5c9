import { CasectlError } from '../lib/errors.js'

/** Most days, a hundred years. */
const MOST_DAYS = 36_500

/**
 * `90d`, `12w`, or a plain number of days; undefined for a text of another form.
 * @throws CasectlError `usage` for more than a hundred years
 */
export function readDays(option: string, text: string): number | undefined {
  const [, count, unit] = /^(\d{1,5})([dw]?)$/.exec(text) ?? []
  if (count === undefined) return undefined
  const days = Number(count) * (unit === 'w' ? 7 : 1)
  if (days <= MOST_DAYS) return days
  throw new CasectlError('usage', {
    en: `--${option} ${text} is more than a hundred years.`,
    zh: `--${option} ${text} 超过一百年。`,
  })
}
