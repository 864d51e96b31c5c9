import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Bundles a TypeScript file of the repository for Node, packages left outside. Returns the new file. */
export async function bundle(entry, folder, name) {
  mkdirSync(folder, { recursive: true })
  // Packages are found from the folder of the file, so it has to lie inside the repository.
  const outfile = join(folder, name)
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  })
  return outfile
}
