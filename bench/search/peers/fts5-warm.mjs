// Times queries in one process. Usage: node fts5-warm.mjs DATABASE MATCHES.json ROUNDS
import { readFileSync } from 'node:fs'
import { timeQueries } from '../rounds.mjs'
import { openIndex } from './fts5.mjs'

const [file, list, rounds] = process.argv.slice(2)
const ask = openIndex(file)
const matches = JSON.parse(readFileSync(list, 'utf8'))
const times = await timeQueries(matches, match => (match === '' ? 0 : ask(match).length), Number(rounds))
process.stdout.write(JSON.stringify(times))
