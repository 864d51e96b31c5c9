import { readFileSync, writeFileSync } from 'node:fs'
import lunr from 'lunr'

const BOOSTS = { id: 10, title: 6, error_codes: 8, customer_phrases: 4, symptoms: 3, facets: 2, body: 1 }

/** Builds an index over terms that are cut already, and writes it as Lunr does. */
export async function writeIndex(eachDocument, library, file) {
  const builder = new lunr.Builder()
  // The trimmer would drop every Chinese term; the terms are stemmed.
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  builder.tokenizer = terms => terms.map(term => new lunr.Token(term, {}))
  builder.ref('ref')
  for (const [field, boost] of Object.entries(BOOSTS)) builder.field(field, { boost })
  const names = Object.keys(BOOSTS)
  await eachDocument(library, (document, fields) => {
    const texts = Object.fromEntries(names.map((name, i) => [name, fields[i]]))
    builder.add({ ...texts, ref: document.id })
  })
  writeFileSync(file, JSON.stringify(builder.build()))
}

/** Loads the JSON and asks for any of the terms: the ten best. */
export function searchIndex(file, terms) {
  const index = lunr.Index.load(JSON.parse(readFileSync(file, 'utf8')))
  const found = index.query(query => {
    for (const term of terms) query.term(term, {})
  })
  return found.slice(0, 10).map(({ ref, score }) => ({ ref, score }))
}
