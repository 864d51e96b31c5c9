// Usage: node lunr-build.mjs PARTS LIBRARY FILE
import { writeIndex } from './lunr.mjs'

const [parts, library, file] = process.argv.slice(2)
const { eachDocument } = await import(parts)
await writeIndex(eachDocument, library, file)
