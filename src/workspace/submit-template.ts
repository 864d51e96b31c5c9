import { join } from 'node:path'
import { readText } from '../io/apply.js'
import { readPackageFile } from '../io/package-files.js'
import type { Workspace } from './workspace.js'

/**
 * The text of the first template that there is: of each name the library's own, else the one that ships
 * with casectl.
 * @param names best first
 */
export async function templateText(
  { root, config }: Workspace,
  names: readonly string[],
): Promise<{ readonly path: string; readonly text: string }> {
  for (const name of names) {
    const path = `${config.folders.templates}/${name}`
    const text = (await readText(join(root, path))) ?? (await readPackageFile(`templates/${name}`))
    if (text !== null) return { path, text }
  }
  throw new Error(`none of ${names.join(', ')} is in the package`)
}
