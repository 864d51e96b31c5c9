// Reads and cuts a library as casectl does and feeds the terms to FTS5.
// Usage: node fts5-build.mjs PARTS LIBRARY DATABASE
import { createIndex } from './fts5.mjs'

const [parts, library, file] = process.argv.slice(2)
const { eachDocument } = await import(parts)
const index = createIndex(file)
await eachDocument(library, (document, fields) => index.add(document, fields))
process.stdout.write(`${index.close()}\n`)
