import { SEARCH_FIELDS } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { IndexReader } from '../store/reader.js'
import { fieldTexts } from './fields.js'
import { tokenize } from './tokens.js'

/** A word of the library that a term stands for: `temperatur` → `temperature`. */
export async function surfaceOf(reader: IndexReader, term: string, taxonomy: Taxonomy): Promise<string> {
  const postings = await reader.postings(term)
  for (const [i, field] of SEARCH_FIELDS.entries()) {
    const number = postings?.fields[i]?.documents[0]
    if (number === undefined) continue
    const [document] = await reader.documents([number])
    for (const text of document === undefined ? [] : fieldTexts(document, field, taxonomy)) {
      const token = tokenize(text).find(found => found.term === term)
      if (token !== undefined) return text.slice(token.start, token.end)
    }
  }
  return term
}
