// Usage: node fts5-optimise.mjs DATABASE COPY_WITHOUT_DOCUMENTS
import { optimise } from './fts5.mjs'

optimise(process.argv[2], process.argv[3])
