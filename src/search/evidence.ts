import { SEARCH_FIELDS } from '../model/config.js'
import type { FieldPostings } from '../store/reader.js'
import type { Evaluation, Evidence } from './evaluation.js'

/**
 * What speaks for a document: the terms of the query that it has in any field, asked for there or
 * not. Asked for a hundred documents of each query: plain loops, and nothing made for what is not there.
 */
export function evidenceOf({ terms }: Pick<Evaluation, 'terms'>, document: number): Evidence[] {
  const evidence: Evidence[] = []
  for (let term = 0; term < terms.length; term++) {
    const fields = terms[term]?.postings.fields ?? []
    let frequencies: number[] | undefined
    let lengths: number[] = []
    for (let field = 0; field < fields.length; field++) {
      const list = fields[field]
      const place = list === undefined ? -1 : placeOf(list.documents, document)
      if (place === -1) continue
      if (frequencies === undefined) {
        frequencies = NONE.slice()
        lengths = NONE.slice()
      }
      frequencies[field] = list?.frequencies[place] ?? 0
      lengths[field] = list?.lengths[place] ?? 0
    }
    if (frequencies !== undefined) evidence.push({ term, frequencies, lengths })
  }
  return evidence
}

const NONE: readonly number[] = SEARCH_FIELDS.map(() => 0)

/** Where a document stands in a list, -1 where it does not. */
function placeOf(documents: FieldPostings['documents'], document: number): number {
  let from = 0
  let to = documents.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((documents[middle] as number) < document) from = middle + 1
    else to = middle
  }
  return documents[from] === document ? from : -1
}
