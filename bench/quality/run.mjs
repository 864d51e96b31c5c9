// How well casectl finds: its default order and Lunr's own beside plain BM25 over the same terms.
// Usage: node bench/quality/run.mjs FOLDER [--set PATTERN] [--sample 500] [--json FILE]
// FOLDER has documents.jsonl, queries.tsv and qrels.tsv, or zh.jsonl and en.jsonl of titles with bodies.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from '../search/bundle.mjs'
import { CACHE } from '../search/setup.mjs'
import { readSets } from './corpora.mjs'
import { PlainBm25 } from './plain-bm25.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { set: { type: 'string', default: '' }, sample: { type: 'string' }, json: { type: 'string' } },
})
const [folder] = positionals
if (folder === undefined) throw new Error('Which folder? See the top of this file.')
const casectl = await import(await bundle('bench/quality/parts.ts', CACHE, 'quality.mjs'))

/** A hit further down counts as none. */
const LOOKED_AT = 10

/** What a title may have; the whole of a longer one is told in the body. */
const LONGEST_TITLE = 300

/** The documents as a library, each a case whose body is the text. */
function writeLibrary(documents) {
  const root = mkdtempSync(join(tmpdir(), 'casectl-quality-'))
  mkdirSync(join(root, 'cases'))
  writeFileSync(join(root, 'casectl.config.yml'), 'version: 1\n')
  for (const [i, { title, body, lang }] of documents.entries()) {
    const language = lang === 'en' ? 'en' : 'zh-CN'
    // A case has to have a title; this one no query asks for.
    const short = title.slice(0, LONGEST_TITLE) || '–'
    const text = title === short || title === '' ? body : `${title}\n\n${body}`
    const head = { id: caseId(i), kind: 'faq', title: short, status: 'published', language }
    writeFileSync(join(root, 'cases', `${caseId(i)}.md`), `---\n${JSON.stringify(head)}\n---\n\n${text}\n`)
  }
  return root
}

function caseId(i) {
  return `CASE-${String(i).padStart(5, '0')}`
}

async function measure({ documents, queries }) {
  const root = writeLibrary(documents)
  const opened = await casectl.openLibrary(root)
  const plain = new PlainBm25(documents, casectl.termsOf)
  const places = { 'plain BM25': [], "Lunr's own order": [], casectl: [] }
  for (const { text, id } of sampled(queries)) {
    const right = documents.findIndex(document => document.id === id)
    const place = ids => ids.indexOf(caseId(right)) + 1
    places['plain BM25'].push(place(plain.search(casectl.queryTermsOf(text), LOOKED_AT).map(caseId)))
    places["Lunr's own order"].push(place(await casectl.idsFound(opened, text, 'lunr', LOOKED_AT)))
    places.casectl.push(place(await casectl.idsFound(opened, text, 'default', LOOKED_AT)))
  }
  rmSync(root, { recursive: true })
  return Object.fromEntries(Object.entries(places).map(([name, list]) => [name, figures(list)]))
}

function sampled(queries) {
  const step = Math.ceil(queries.length / Number(values.sample ?? queries.length))
  return queries.filter((_, i) => i % step === 0)
}

/** Of places counted from 1, 0 for none. */
function figures(places) {
  const share = found => places.filter(found).length / places.length
  return {
    queries: places.length,
    'success@1': share(place => place === 1),
    'success@5': share(place => place > 0 && place <= 5),
    MRR: places.reduce((sum, place) => sum + (place === 0 ? 0 : 1 / place), 0) / places.length,
  }
}

const results = {}
for (const set of readSets(folder).filter(({ name }) => name.includes(values.set))) {
  const result = await measure(set)
  results[set.name] = result
  process.stdout.write(`\n${set.name}: ${result.casectl.queries} queries, ${set.documents.length} cases\n`)
  for (const [system, { 'success@1': first, 'success@5': five, MRR: mrr }] of Object.entries(result)) {
    const [a, b, c] = [first, five, mrr].map(value => value.toFixed(3))
    process.stdout.write(`  ${system.padEnd(18)} success@1 ${a}   success@5 ${b}   MRR ${c}\n`)
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`)
