import type { SearchField } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { IndexDocument } from '../store/document.js'
import { fieldTexts } from './fields.js'
import type { TextPart } from './said.js'

/** What says what a case is about, and how loudly. The body tells the solution: it would drown that. */
const WEIGHTS: readonly (readonly [SearchField, number])[] = [
  ['title', 3],
  ['error_codes', 3],
  ['customer_phrases', 1],
  ['symptoms', 1],
  ['facets', 1],
]

/** A case as a text to find others by. */
export function partsOfCase(document: IndexDocument, taxonomy: Taxonomy): TextPart[] {
  return WEIGHTS.flatMap(([field, weight]) =>
    fieldTexts(document, field, taxonomy).map(text => ({ text, weight })),
  )
}
