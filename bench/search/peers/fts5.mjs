import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'

const COLUMNS = ['id', 'title', 'error_codes', 'customer_phrases', 'symptoms', 'facets', 'body']
/** The boosts of casectl's fields; sorting by `rank` is the way that FTS5 is fastest in. */
const RANK = 'bm25(10.0, 6.0, 8.0, 4.0, 3.0, 2.0, 1.0)'

/**
 * A new FTS5 index. It does not keep what it is fed (`content=''`), which nobody asks for; the
 * documents, out of which hits are shown, stand in a table of their own. The tokens come ready cut,
 * so the plainest tokenizer will do.
 */
export function createIndex(file) {
  rmSync(file, { force: true })
  const db = new Database(file)
  // A build that fails is thrown away, so nothing has to survive it.
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('cache_size = -65536')
  db.exec(
    `CREATE VIRTUAL TABLE cases USING fts5(${COLUMNS.join(', ')}, content='', tokenize="ascii tokenchars '-_.'")`,
  )
  db.prepare("INSERT INTO cases (cases, rank) VALUES ('rank', ?)").run(RANK)
  db.exec('CREATE TABLE shown (number INTEGER PRIMARY KEY, id TEXT, document TEXT)')
  const terms = db.prepare(
    `INSERT INTO cases (rowid, ${COLUMNS.join(', ')}) VALUES (?, ${COLUMNS.map(() => '?').join(', ')})`,
  )
  const shown = db.prepare('INSERT INTO shown VALUES (?, ?, ?)')
  let number = 0
  db.exec('BEGIN')
  return {
    add(document, fields) {
      number += 1
      terms.run(number, ...fields.map(list => list.join(' ')))
      shown.run(number, document.id, JSON.stringify(document))
    },
    close() {
      db.exec('COMMIT')
      db.close()
      return number
    },
  }
}

/**
 * Merges the index into one b-tree: it is then as small and as fast as it gets. A copy without the
 * documents goes to `terms`.
 */
export function optimise(file, terms) {
  const db = new Database(file)
  db.exec("INSERT INTO cases (cases) VALUES ('optimize')")
  db.exec('VACUUM')
  rmSync(terms, { force: true })
  db.prepare('VACUUM INTO ?').run(terms)
  db.close()
  const copy = new Database(terms)
  copy.exec('DROP TABLE shown')
  copy.exec('VACUUM')
  copy.close()
}

/** Opens an index for asking: a function from a MATCH expression to the ten best. */
export function openIndex(file) {
  const db = new Database(file, { readonly: true })
  db.pragma('mmap_size = 1073741824')
  const best = db.prepare(
    `SELECT shown.*, found.score FROM (
       SELECT rowid AS number, rank AS score FROM cases WHERE cases MATCH ? ORDER BY rank LIMIT 10
     ) AS found JOIN shown USING (number) ORDER BY found.score`,
  )
  return match => best.all(match)
}
