import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn } from '../measure.mjs'
import { CASECTL, PEERS } from '../setup.mjs'

/** The whole index from files, where none was: time and peak memory of whole processes. */
export function full({ root, parts, database, size }) {
  const commands = {
    'casectl index --full': [CASECTL, 'index', '--full'],
    'FTS5, same reading and cutting': [join(PEERS, 'fts5-build.mjs'), parts, root, database],
    'reading and cutting alone': [join(PEERS, 'cut-only.mjs'), parts, root],
  }
  // Packs are named by their contents: one that is there already would not be written again.
  const before = {
    'casectl index --full': () => rmSync(join(root, '.casectl'), { recursive: true, force: true }),
  }
  return inTurn(commands, { runs: size > 20_000 ? 3 : 5, warmups: size > 20_000 ? 0 : 1, cwd: root, before })
}
