import { CasectlError } from '../lib/errors.js'

/**
 * Reads a share from an option.
 * @throws CasectlError `usage` for anything but a number from 0 to 1
 */
export function share(option: string, text: string): number {
  const number = Number(text)
  if (/^\d*\.?\d+$/.test(text) && number <= 1) return number
  throw new CasectlError('usage', {
    en: `--${option} takes a share from 0 to 1, not "${text}".`,
    zh: `--${option} 需要 0 到 1 之间的比例，而不是“${text}”。`,
  })
}

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
