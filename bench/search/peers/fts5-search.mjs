// One search as a whole process; the query comes ready cut.
// Usage: node fts5-search.mjs DATABASE MATCH
import { openIndex } from './fts5.mjs'

const [file, match] = process.argv.slice(2)
process.stdout.write(`${JSON.stringify(openIndex(file)(match))}\n`)
