import { join } from 'node:path'

/** What this file needs of the bundles beside it. */
interface QuickBundle {
  quickSearch(process: NodeJS.Process): Promise<boolean>
}

/**
 * Starts casectl as this process: `search` out of its own bundle, whatever else, and whatever that
 * leaves, out of the whole program.
 * @param folder absolute path of the bundles
 * @param require loads what the bundles leave out
 */
export async function launch(
  process: NodeJS.Process,
  folder: string,
  require: NodeJS.Require,
): Promise<void> {
  if (process.argv[2] === 'search') {
    // Nothing else needs what these load of Node.
    const { codeCacheFolder, requireCached } = await import('../io/code-cache.js')
    const { optimiseLate } = await import('../io/short-run.js')
    optimiseLate()
    const bundle = join(folder, 'search.cjs')
    const { exports, keep } = requireCached(bundle, require, codeCacheFolder(process.env))
    const { quickSearch } = exports as QuickBundle
    if (await quickSearch(process)) {
      // When the answer stands: nobody waits for it.
      process.once('exit', keep)
      return
    }
  }
  const { start } = await import('./start.js')
  start(process)
}
