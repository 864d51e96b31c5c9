import type { FileChange } from '../model/change.js'
import { type ReviewRecord, SCORES } from '../model/review.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import { drawRecordPath } from './record-path.js'

/** A review as a new file. */
export function writeReview(record: ReviewRecord, random: (n: number) => Uint8Array): FileChange {
  const { case: id, day, role } = record
  const path = drawRecordPath({ case: id, day, role }, random)
  return { path, before: null, after: reviewText(record) }
}

/** A review as YAML: its schema is schemas/review.schema.json. */
export function reviewText(record: ReviewRecord): string {
  const { reviewer, scores } = record
  const lines = [
    `case: ${record.case}`,
    `role: ${record.role}`,
    `verdict: ${record.verdict}`,
    'reviewer:',
    ...(reviewer.name === undefined ? [] : [`  name: ${yamlScalar(reviewer.name)}`]),
    `  email: ${yamlScalar(reviewer.email)}`,
    `day: ${record.day}`,
    ...(record.digest === undefined ? [] : [`digest: ${record.digest}`]),
    ...(record.withdraws === undefined ? [] : [`withdraws: ${record.withdraws}`]),
  ]
  if (scores !== undefined) {
    const given = SCORES.flatMap(name => (scores[name] === undefined ? [] : [`  ${name}: ${scores[name]}`]))
    lines.push('scores:', ...given)
  }
  if (record.comment !== undefined) lines.push(`comment: ${yamlScalar(record.comment)}`)
  return `${lines.join('\n')}\n`
}
