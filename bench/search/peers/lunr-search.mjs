// One search as a whole process. Usage: node lunr-search.mjs FILE TERM…
import { searchIndex } from './lunr.mjs'

const [file, ...terms] = process.argv.slice(2)
process.stdout.write(`${JSON.stringify(searchIndex(file, terms))}\n`)
