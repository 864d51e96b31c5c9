import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn, runNode } from '../measure.mjs'
import { COMMON_WORDS } from '../queries.mjs'
import { CASECTL, LUNR_LIMIT, PEERS } from '../setup.mjs'

/** One search as a whole process, two common words; the disk's cache is warm for all alike. */
export async function cold({ root, size, parts, database, lunr }, runs) {
  const { WarmIndex, toMatch } = await import(parts)
  const clauses = await new WarmIndex(root).typed(COMMON_WORDS)
  const commands = {
    'node -e 0': ['-e', '0'],
    'casectl search': [CASECTL, 'search', ...COMMON_WORDS.split(' ')],
    'FTS5 in Node': [join(PEERS, 'fts5-search.mjs'), database, toMatch(clauses)],
  }
  if (size <= LUNR_LIMIT) {
    if (!existsSync(lunr)) runNode([join(PEERS, 'lunr-build.mjs'), parts, root, lunr])
    commands['lunr 2.3.9 from JSON'] = [
      join(PEERS, 'lunr-search.mjs'),
      lunr,
      ...clauses.map(clause => clause.term),
    ]
  }
  return inTurn(commands, { runs, cwd: root })
}
