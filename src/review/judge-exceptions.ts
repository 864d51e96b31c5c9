import type { Day } from '../lib/day.js'
import type { Audience, Case } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { ExceptionFile, ExceptionRecord } from '../model/exception.js'
import { isInTime, isNeeded, readExceptionPath } from './exceptions.js'
import type { History } from './history.js'
import { identityFault } from './identity.js'
import { finding, findingOf } from './messages.js'
import { type Policy, personKey, personName } from './policy.js'

export interface ExceptionInput {
  readonly case: Case
  /** The exceptions in the case's folder. */
  readonly files: readonly ExceptionFile[]
  readonly policy: Policy
  readonly defaultAudience: Audience
  /** Required roles that have not approved the text as it is. */
  readonly missing: readonly string[]
  /** The day that is judged; without it nothing has expired. */
  readonly day?: Day | undefined
  readonly history?: History | undefined
}

/** What exceptions come to: the roles that need not have approved, and what is to be said of them. */
export interface Exceptions {
  readonly freed: ReadonlySet<string>
  readonly findings: readonly Diagnostic[]
}

/**
 * Weighs the exceptions of a case. One counts in its time, if somebody granted it who may; of one that
 * counts there is a note, of one that has expired an error as long as the case lives by it.
 */
export function judgeExceptions(input: ExceptionInput): Exceptions {
  const freed = new Set<string>()
  const findings: Diagnostic[] = []
  for (const file of input.files) {
    findings.push(...file.problems.map(problem => findingOf(problem, file.path)))
    if (file.record === undefined) continue
    const faults = [...faultsOf(file, file.record, input)]
    findings.push(...faults)
    const { record } = file
    const inTime = isInTime(record, input.day)
    const counts = faults.length === 0 && inTime
    if ((counts || !inTime) && isNeeded(record, input.case, input.missing, input.defaultAudience)) {
      findings.push(told(file, record, inTime))
    }
    if (!counts) continue
    for (const role of record.roles ?? []) freed.add(role)
  }
  return { freed, findings }
}

function told(file: ExceptionFile, record: ExceptionRecord, inTime: boolean): Diagnostic {
  const { until, reason, roles, audience = '' } = record
  const what = roles === undefined ? `audience: ${audience}` : `roles: ${roles.join(', ')}`
  const args = { case: record.case, until, reason, what }
  const at = file.fields.get('/until')?.value
  if (!inTime) return finding('exception-expired', args, file.path, at)
  const approver = personName(record.approver)
  return finding('exception', { ...args, approver }, file.path, at, 'note')
}

function* faultsOf(
  file: ExceptionFile,
  record: ExceptionRecord,
  { case: found, policy, history, day: today }: ExceptionInput,
): Iterable<Diagnostic> {
  const { path, fields } = file
  const { approver: person, day } = record
  const name = readExceptionPath(path)
  if (name?.case !== record.case || name.day !== day || name.kind !== record.kind) {
    yield finding('exception-name', {}, path, undefined)
  }
  const at = fields.get('/approver')?.value
  const args = { approver: personName(person), case: found.id }
  const roles = policy.review.exceptions.filter(role => policy.fault(person, role, found, day) === undefined)
  if (roles.length === 0) yield finding('exception-by-nobody', args, path, at)
  if (today !== undefined && day > today) {
    yield finding('future-day', { day, today }, path, fields.get('/day')?.value)
  }
  if (history?.authors.get(found.id)?.has(personKey(person)) === true) {
    yield finding('exception-own-case', args, path, at)
  }
  const added = history?.added.get(path)
  if (history === undefined || added === undefined) return
  const login = roles.map(role => policy.find(role, person.email)?.login).find(known => known !== undefined)
  const fault = identityFault({ path, person, at, login }, added, history, policy)
  if (fault !== undefined) yield fault
}
