import { SEARCH_FIELDS } from '../model/config.js'
import type { FieldPostings } from '../store/reader.js'
import type { Evaluation } from './evaluation.js'
import type { LoadedClause } from './load-clauses.js'
import type { Condition } from './presence.js'

/** Of one field: dot ÷ magnitude is what Lunr calls the similarity of query and document. */
export interface FieldScores {
  /** Of the query's vector. Lunr leaves the document's out, so terms that nobody asked for play no part. */
  readonly magnitude: number
  /** By document number. */
  readonly dots: Float64Array
}

/**
 * Adds up the fields of each document in the order in which Lunr meets them: a sum of three numbers
 * depends on it.
 */
export function gather(
  clauses: readonly LoadedClause[],
  parts: readonly FieldScores[],
  condition: Condition,
): Pick<Evaluation, 'found' | 'scores' | 'met'> {
  const sums = new Sums(condition)
  // A list that is asked for again brings nothing new.
  const seen = new Set<FieldPostings>()
  for (const { clause, terms } of clauses) {
    const fields = clause.fields.map(field => SEARCH_FIELDS.indexOf(field))
    for (const { postings } of terms) {
      for (const field of fields) {
        const list = postings.fields[field]
        const part = parts[field]
        if (list === undefined || part === undefined || seen.has(list)) continue
        sums.meet(list, field, part, seen.size)
        seen.add(list)
      }
    }
  }
  return { found: nonZero(sums.fields), scores: sums.scores, met: sums.met }
}

class Sums {
  readonly scores: Float64Array
  readonly met: Uint32Array
  /** By document number: a bit for each field that was met. */
  readonly fields: Uint8Array
  readonly #condition: Condition

  constructor(condition: Condition) {
    const size = condition.passed.length
    this.scores = new Float64Array(size)
    this.met = new Uint32Array(size)
    this.fields = new Uint8Array(size)
    this.#condition = condition
  }

  meet(
    { documents }: FieldPostings,
    field: number,
    { dots, magnitude }: FieldScores,
    position: number,
  ): void {
    const { scores, met, fields } = this
    const { passed, needed } = this.#condition
    const bit = 1 << field
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] as number
      const before = fields[document] as number
      if ((before & bit) !== 0 || passed[document] !== needed) continue
      if (before === 0) met[document] = position
      fields[document] = before | bit
      // Boosts of 0 make a vector without a length: Lunr reads what comes of it as 0.
      scores[document] = (scores[document] as number) + ((dots[document] as number) / magnitude || 0)
    }
  }
}

/** The places that are not 0, ascending. */
export function nonZero(bytes: Uint8Array): Uint32Array {
  let count = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) count++
  const places = new Uint32Array(count)
  for (let i = 0, at = 0; at < count; i++) if (bytes[i] !== 0) places[at++] = i
  return places
}
