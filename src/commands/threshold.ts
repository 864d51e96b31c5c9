import type { Context } from './context.js'
import { share } from './numbers.js'

/**
 * The likeness from which on a case counts: `--threshold`, else `related.threshold` of the
 * configuration.
 * @throws CasectlError `usage` for anything but a number from 0 to 1
 */
export async function thresholdFor(context: Context, typed: string | undefined): Promise<number> {
  if (typed === undefined) return (await context.openWorkspace()).config.related.threshold
  return share('threshold', typed)
}
