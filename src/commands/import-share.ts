import { share } from './numbers.js'

/**
 * Reads a share that may be written as a percentage: `30%` as well as `0.3`.
 * @throws CasectlError `usage` for anything else
 */
export function percentShare(option: string, text: string): number {
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text)?.[1]
  return share(option, percent === undefined ? text : String(Number(percent) / 100))
}
