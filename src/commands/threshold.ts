import { CasectlError } from '../lib/errors.js'
import type { Context } from './context.js'

/**
 * The likeness from which on a case counts: `--threshold`, else `related.threshold` of the
 * configuration.
 * @throws CasectlError `usage` for anything but a number from 0 to 1
 */
export async function thresholdFor(context: Context, typed: string | undefined): Promise<number> {
  if (typed === undefined) return (await context.openWorkspace()).config.related.threshold
  const number = Number(typed)
  if (/^\d*\.?\d+$/.test(typed) && number <= 1) return number
  throw new CasectlError('usage', {
    en: `--threshold takes a number from 0 to 1, not "${typed}".`,
    zh: `--threshold 需要 0 到 1 之间的数，而不是“${typed}”。`,
  })
}
