import type { Evaluation, Evidence } from './evaluation.js'
import { evidenceOf } from './evidence.js'
import type { Placement } from './visibility.js'

/** What speaks for a document: its own terms, or those of the superseded case whose score it has. */
export function evidenceFor(
  evaluation: Evaluation,
  placement: Placement,
  document: number,
): readonly Evidence[] {
  const sources = [document, ...(placement.via.get(document) ?? [])]
  const score = placement.scores[document]
  const source = sources.find(found => evaluation.scores[found] === score) ?? document
  return evidenceOf(evaluation, source)
}

/** The terms by which a document, or a superseded one that led to it, was found. */
export function termsOf(evaluation: Evaluation, placement: Placement, document: number): readonly string[] {
  const sources = [document, ...(placement.via.get(document) ?? [])]
  const found = sources.flatMap(source => evidenceOf(evaluation, source))
  return [...new Set(found.map(({ term }) => evaluation.terms[term]?.term ?? ''))]
}
