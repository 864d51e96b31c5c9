// Times queries in one process. Usage: node warm-casectl.mjs PARTS LIBRARY QUERIES.json ROUNDS
import { readFileSync } from 'node:fs'
import { timeQueries } from './rounds.mjs'

const [parts, library, list, rounds] = process.argv.slice(2)
const { WarmIndex } = await import(parts)
const index = new WarmIndex(library)
const queries = JSON.parse(readFileSync(list, 'utf8'))
process.stdout.write(JSON.stringify(await timeQueries(queries, text => index.search(text), Number(rounds))))
