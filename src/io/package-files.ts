import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemCode } from '../lib/errors.js'

let known: string | undefined

/** The folder that this package is installed in, found upward from the running code. */
async function packageRoot(): Promise<string> {
  if (known !== undefined) return known
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const text = await readFile(join(at, 'package.json'), 'utf8').catch(() => '')
    if (text.includes('"name": "casectl"') || dirname(at) === at) {
      known = at
      return at
    }
  }
}

/** Where a file of the package lies on this machine. */
export async function packagePath(path: string): Promise<string> {
  return join(await packageRoot(), path)
}

/** The text of a file that ships with casectl, by its path in the package; null where there is none. */
export async function readPackageFile(path: string): Promise<string | null> {
  try {
    return await readFile(await packagePath(path), 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Every file below a folder of the package: path relative to that folder → text. */
export async function readPackageFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const root = await packagePath(folder)
  const files = new Map<string, string>()
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const full = join(entry.parentPath, entry.name)
    files.set(full.slice(root.length + 1).replaceAll('\\', '/'), await readFile(full, 'utf8'))
  }
  return files
}

/** The version of this package. */
export async function packageVersion(): Promise<string> {
  const manifest: { version?: unknown } = JSON.parse((await readPackageFile('package.json')) ?? '{}')
  return String(manifest.version)
}
