import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeLibrary } from '../library/generate.mjs'
import { bundle } from './bundle.mjs'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const CASECTL = join(ROOT, 'bin/casectl.js')
export const PEERS = join(ROOT, 'bench/search/peers')
// Inside the repository, so that bundles find the packages; ignored by git with all of node_modules.
export const CACHE = join(ROOT, 'node_modules/.cache/casectl-bench')

/** A library of a size with the places of everything that is built from it; written where it is not there yet. */
export async function setUp({ size, seed, dir = join(tmpdir(), 'casectl-bench') }) {
  if (!existsSync(join(PEERS, 'node_modules'))) {
    throw new Error('The peers are missing: npm ci --prefix bench/search/peers')
  }
  if (!existsSync(join(ROOT, 'dist/cli.js'))) throw new Error('casectl is not built: npm run build')
  const folder = join(dir, `${size}-${seed}`)
  const root = join(folder, 'library')
  const done = join(folder, 'written')
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true })
    writeLibrary({ size, seed, out: root })
    mkdirSync(done)
  }
  const parts = await bundle('bench/search/parts.ts', CACHE, 'parts.mjs')
  return {
    size,
    seed,
    folder,
    root,
    index: join(root, '.casectl/index'),
    parts,
    database: join(folder, 'fts5.db'),
    termsOnly: join(folder, 'fts5-terms.db'),
    lunr: join(folder, 'lunr.json'),
    queries: join(folder, 'queries.json'),
  }
}

/** Above this Lunr cannot write its index; at it, it takes a gigabyte. */
export const LUNR_LIMIT = 10_000
