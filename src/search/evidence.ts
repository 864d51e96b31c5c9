import type { FieldPostings } from '../store/reader.js'
import type { Evaluation, Evidence } from './evaluation.js'

/** What speaks for a document: the terms of the query that it has in any field, asked for there or not. */
export function evidenceOf({ terms }: Pick<Evaluation, 'terms'>, document: number): Evidence[] {
  const evidence: Evidence[] = []
  for (const [term, { postings }] of terms.entries()) {
    const places = postings.fields.map(list => (list === undefined ? -1 : placeOf(list.documents, document)))
    if (places.every(place => place === -1)) continue
    const read = (column: 'frequencies' | 'lengths'): number[] =>
      places.map((place, field) => postings.fields[field]?.[column][place] ?? 0)
    evidence.push({ term, frequencies: read('frequencies'), lengths: read('lengths') })
  }
  return evidence
}

/** Where a document stands in a list, -1 where it does not. */
function placeOf(documents: FieldPostings['documents'], document: number): number {
  let from = 0
  let to = documents.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((documents[middle] ?? 0) < document) from = middle + 1
    else to = middle
  }
  return documents[from] === document ? from : -1
}
