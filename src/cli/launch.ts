import { join } from 'node:path'
import { codeCacheFolder, requireCached } from '../io/code-cache.js'

/** What this file needs of the bundles beside it. */
interface QuickBundle {
  quickSearch(process: NodeJS.Process): Promise<boolean>
}

/**
 * Starts casectl as this process: `search` out of its own bundle, whatever else, and whatever that
 * leaves, out of the whole program.
 * @param folder absolute path of the bundles
 */
export async function launch(process: NodeJS.Process, folder: string): Promise<void> {
  if (process.argv[2] === 'search') {
    const bundle = join(folder, 'search.cjs')
    const { exports, keep } = requireCached(bundle, codeCacheFolder(process.env))
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
