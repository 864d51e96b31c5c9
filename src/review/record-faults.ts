import type { Day } from '../lib/day.js'
import type { Case } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { type CarryRecord, type ReviewFile, type ReviewRecord, SCORES } from '../model/review.js'
import { type History, shortCommit } from './history.js'
import { finding } from './messages.js'
import { type Policy, type PolicyFault, personName } from './policy.js'
import { idOfRecord, readCarryPath, readRecordPath } from './record-path.js'

/** Whether a review lies where it says that it belongs. */
export function* placeFaults(file: ReviewFile, record: ReviewRecord): Iterable<Diagnostic> {
  const { path, fields } = file
  const name = readRecordPath(path)
  const folder = idOfRecord(path) ?? ''
  if (folder !== record.case) {
    const at = fields.get('/case')?.value
    yield finding('other-case', { case: record.case, folder }, path, at)
  } else if (name?.day !== record.day || name.role !== record.role) {
    yield finding('file-name', {}, path, undefined)
  }
}

/** The same for a carry-over, and what the commits say of it. */
export function* carryFaults(
  { path, fields }: ReviewFile,
  carry: CarryRecord,
  history: History | undefined,
): Iterable<Diagnostic> {
  const name = readCarryPath(path)
  const folder = idOfRecord(path) ?? ''
  if (folder !== carry.case) {
    yield finding('other-case', { case: carry.case, folder }, path, fields.get('/case')?.value)
  } else if (name?.day !== carry.day) yield finding('carry-file-name', {}, path, undefined)
  const fault = history?.broken.get(path)
  if (fault === undefined) return
  const args = { command: commandText(carry), commit: shortCommit(fault.commit), case: carry.case }
  const at = fields.get(fault.code === 'carry-other-to' ? '/to' : '/command')?.value
  if (fault.code === 'carry-fails') {
    const { en, zh } = fault.reason ?? { en: '', zh: '' }
    yield finding(fault.code, { ...args, reason: en, reasonZh: zh }, path, at)
  } else yield finding(fault.code, args, path, at)
}

/** A command with its arguments, for a sentence. */
function commandText({ command, arguments: args }: CarryRecord): string {
  return [command, ...Object.entries(args).map(([name, value]) => `${name}=${value}`)].join(' ')
}

/** Whether a review may count for a case, beyond what it says of the text. */
export function* countFaults(
  file: ReviewFile,
  record: ReviewRecord,
  found: Case,
  policy: Policy,
  today: Day | undefined,
): Iterable<Diagnostic> {
  const { path, fields } = file
  const { role, day } = record
  const fault = policy.fault(record.reviewer, role, found, day)
  if (fault !== undefined) yield policyFault(fault, file, record, found.id)
  if (today !== undefined && day > today) {
    yield finding('future-day', { day, today }, path, fields.get('/day')?.value)
  }
  if (record.verdict === 'approve') yield* scoreFaults(file, record, policy)
}

function policyFault(fault: PolicyFault, file: ReviewFile, record: ReviewRecord, id: CaseId): Diagnostic {
  const { path, fields } = file
  const { role } = record
  const reviewer = personName(record.reviewer)
  const at = fields.get('/reviewer')?.value
  switch (fault) {
    case 'unknown-role':
      return finding(fault, { role }, path, fields.get('/role')?.value)
    case 'not-for-case':
      return finding(fault, { reviewer, role, case: id }, path, at)
    default:
      return finding(fault, { reviewer, role }, path, at)
  }
}

function* scoreFaults(file: ReviewFile, { scores }: ReviewRecord, policy: Policy): Iterable<Diagnostic> {
  const { path, fields } = file
  const missing = SCORES.filter(name => scores?.[name] === undefined)
  if (missing.length > 0) {
    const at = fields.get('/scores')?.key ?? fields.get('/verdict')?.value
    yield finding('missing-scores', { missing: missing.join(', ') }, path, at)
    return
  }
  const average = averageOf(scores ?? {})
  const { threshold } = policy.review
  if (average < threshold) {
    const at = fields.get('/scores')?.value
    yield finding('below-threshold', { average: average.toFixed(2), threshold }, path, at)
  }
}

/** The average of the three scores; 0 for a score that is missing. */
export function averageOf(scores: NonNullable<ReviewRecord['scores']>): number {
  return SCORES.reduce((sum, name) => sum + (scores[name] ?? 0), 0) / SCORES.length
}
