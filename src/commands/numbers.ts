import { CasectlError } from '../lib/errors.js'

/**
 * Reads a whole number from an option.
 * @throws CasectlError `usage` for anything else
 */
export function wholeNumber(option: string, text: string | undefined, least = 0): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (/^\d{1,9}$/.test(text) && number >= least) return number
  throw new CasectlError('usage', {
    en: `--${option} takes a whole number from ${least} on, not "${text}".`,
    zh: `--${option} 需要不小于 ${least} 的整数，而不是“${text}”。`,
  })
}
