import { join } from 'node:path'
import { MODULES } from './bundle-modules.js'

/** What this file needs of the bundles beside it. */
interface SearchBundle {
  quickSearch(process: NodeJS.Process): Promise<boolean>
}
interface IndexBundle {
  quickIndex(process: NodeJS.Process): Promise<'left' | 'same' | 'changed'>
}
interface LintBundle {
  quickLint(process: NodeJS.Process): Promise<boolean>
}

/**
 * Starts casectl as this process: `search` and `index` out of bundles of their own, `lint` out of one
 * that leaves nothing; whatever else, and what the others leave, out of the whole program.
 * @param folder absolute path of the bundles
 * @param require loads what the bundles leave out
 */
export async function launch(
  process: NodeJS.Process,
  folder: string,
  require: NodeJS.Require,
): Promise<void> {
  const command = process.argv[2]
  if (command === 'search' || command === 'index') {
    // Nothing else needs what these load of Node.
    const { codeCacheFolder, requireCached } = await import('../io/code-cache.js')
    const { optimiseAsUsual, optimiseLate } = await import('../io/short-run.js')
    for (const name of MODULES[command]) require(name)
    optimiseLate()
    const bundle = join(folder, `quick-${command}.cjs`)
    const { exports, keep } = requireCached(bundle, require, codeCacheFolder(process.env))
    const done = command === 'search' ? await search(process, exports) : await index(process, exports)
    // When the answer stands: nobody waits for it.
    if (done === 'keep') process.once('exit', () => keep())
    if (done !== 'left') return
    optimiseAsUsual()
  }
  if (command === 'lint') return lint(process, folder, require)
  if (command === 'import') {
    const { collectEarly } = await import('../io/short-run.js')
    collectEarly(90)
  }
  const { start } = await import('./start.js')
  start(process)
}

/** `keep` where the functions that have run are those that the next time runs. */
type Done = 'left' | 'done' | 'keep'

async function search(process: NodeJS.Process, exports: unknown): Promise<Done> {
  return (await (exports as SearchBundle).quickSearch(process)) ? 'keep' : 'left'
}

async function index(process: NodeJS.Process, exports: unknown): Promise<Done> {
  const done = await (exports as IndexBundle).quickIndex(process)
  return done === 'changed' ? 'keep' : done === 'same' ? 'done' : 'left'
}

async function lint(process: NodeJS.Process, folder: string, require: NodeJS.Require): Promise<void> {
  const { codeCacheFolder, requireCached } = await import('../io/code-cache.js')
  const { lintAtLength } = await import('../io/short-run.js')
  for (const name of MODULES.lint) require(name)
  lintAtLength()
  const bundle = join(folder, 'quick-lint.cjs')
  const { exports, keep } = requireCached(bundle, require, codeCacheFolder(process.env))
  if (!(await (exports as LintBundle).quickLint(process))) return
  process.once('exit', () => {
    const { user, system } = process.cpuUsage()
    keep((user + system) / 1000)
  })
}
