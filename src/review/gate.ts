import type { Day } from '../lib/day.js'
import { addTo } from '../lib/groups.js'
import type { Audience, Case, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.js'
import type { ExceptionFile } from '../model/exception.js'
import type { ReviewFile } from '../model/review.js'
import { idOfException } from './exceptions.js'
import type { History } from './history.js'
import { shortCommit } from './history.js'
import { judgeExceptions } from './judge-exceptions.js'
import { finding, findingOf } from './messages.js'
import { type Policy, personName } from './policy.js'
import { idOfRecord } from './record-path.js'
import { namesOf, type Standing, standingOf } from './standing.js'
import { mayBecome, nextOf } from './transitions.js'

/** A case at one moment. */
export interface CaseState {
  readonly case: Case
  /** Undefined where it cannot be read. */
  readonly digest: string | undefined
  /** False where it has no digest. A digest takes long, so this is asked where none is needed. */
  readonly readable?: boolean
}

/** A case before and after; one of both is there. */
export interface Subject {
  readonly id: CaseId
  /** Undefined for a new case, and where nothing is compared. */
  readonly before?: Case | undefined
  /** Undefined for a case that is gone. */
  readonly after?: CaseState | undefined
  /** The file in which the case was, where it cannot be read any more. */
  readonly unreadable?: RepoPath | undefined
}

export interface GateInput {
  readonly policy: Policy
  readonly subjects: readonly Subject[]
  /** Every review of the subjects as they are after, and those of cases that are not there. */
  readonly reviews: readonly ReviewFile[]
  /** Every exception of the subjects as they are after, and those of cases that are not there. */
  readonly exceptions: readonly ExceptionFile[]
  readonly defaultAudience: Audience
  /** The case whose text has a digest, if one of the library has. */
  readonly otherOf: (digest: string) => CaseId | undefined
  /** What the commits say; undefined where a tree is judged by itself, without a before. */
  readonly history?: History | undefined
  /** Cases that were published, as they are, before review began. */
  readonly accepted: ReadonlySet<CaseId>
  /** Without it a review may be of any day. */
  readonly day?: Day | undefined
}

/** Everything that keeps a pull request or a tree from being merged, in the one order of findings. */
export function judge(input: GateInput): Diagnostic[] {
  const byCase = new Map<CaseId, ReviewFile[]>()
  for (const file of input.reviews) {
    const id = idOfRecord(file.path) ?? ''
    byCase.set(id, [...(byCase.get(id) ?? []), file])
  }
  const exceptions = new Map<CaseId, ExceptionFile[]>()
  for (const file of input.exceptions) addTo(exceptions, idOfException(file.path) ?? '', file)
  const found: Diagnostic[] = []
  for (const subject of input.subjects) {
    if (input.history !== undefined) found.push(...transition(subject))
    if (subject.after === undefined) continue
    const own = { reviews: byCase.get(subject.id) ?? [], exceptions: exceptions.get(subject.id) ?? [] }
    found.push(...judgeCase(subject.id, subject.after, own, input))
  }
  const there = new Set(input.subjects.flatMap(({ id, after }) => (after === undefined ? [] : [id])))
  for (const [id, files] of byCase) if (!there.has(id)) found.push(...strays(files, input))
  for (const [id, files] of exceptions) if (!there.has(id)) found.push(...strayExceptions(files, input))
  for (const { path, how, commit } of input.history?.tampered ?? []) {
    const code = how === 'edited' ? 'record-edited' : 'record-removed'
    found.push(finding(code, { commit: shortCommit(commit) }, path, undefined))
  }
  return found.sort(compareDiagnostics)
}

function* transition({ id, before, after, unreadable }: Subject): Iterable<Diagnostic> {
  if (after === undefined) {
    const status = before?.status ?? 'draft'
    if (status === 'draft') return
    if (unreadable !== undefined) yield finding('no-digest', {}, unreadable, undefined)
    else yield finding('case-removed', { id, status }, before?.path ?? '', undefined)
    return
  }
  const from = before?.status ?? 'new'
  const to = after.case.status
  if (mayBecome(from, to)) return
  const at = after.case.fields.get('/status')?.value
  yield finding('illegal-transition', { from, to, next: nextOf(from).join(', ') }, after.case.path, at)
}

/** The records in the folders of a case. */
interface Records {
  readonly reviews: readonly ReviewFile[]
  readonly exceptions: readonly ExceptionFile[]
}

function judgeCase(
  id: CaseId,
  state: CaseState,
  { reviews: files, exceptions }: Records,
  input: GateInput,
): Diagnostic[] {
  const { case: found } = state
  const at = found.fields.get('/status')?.value
  const isAccepted = input.accepted.has(id)
  // A whole library may have been accepted: no digest is worked out that nothing is held against.
  if (isAccepted && files.length + exceptions.length === 0) {
    const roles = input.policy.required(found)
    return roles.length === 0 ? [] : [finding('accepted-before', listOf(roles), found.path, at, 'note')]
  }
  // Without reviews there is nothing to hold a digest against.
  const digest = files.length === 0 && state.readable === true ? '' : state.digest
  if (digest === undefined) {
    return found.status === 'published' ? [finding('no-digest', {}, found.path, at)] : []
  }
  const { policy, day, history } = input
  const { otherOf } = input
  const standing = standingOf({ case: found, digest, files, policy, day, history, otherOf })
  const { missing } = standing
  const { defaultAudience } = input
  const judged = judgeExceptions({
    ...{ case: found, files: exceptions, policy, defaultAudience, day, history },
    // What needs no approval needs no exception.
    missing: isAccepted ? [] : missing,
  })
  const freed = { accepted: isAccepted, freed: judged.freed }
  const lacks = found.status === 'published' ? lacking(id, state, standing, freed) : []
  return [...standing.faults, ...judged.findings, ...lacks]
}

/**
 * What a published case lacks.
 * @param freed roles that an exception frees
 */
export function* lacking(
  id: CaseId,
  { case: found }: CaseState,
  { missing, stale, returns }: Standing,
  { accepted = false, freed = new Set() }: { accepted?: boolean; freed?: ReadonlySet<string> } = {},
): Iterable<Diagnostic> {
  const { path } = found
  const at = found.fields.get('/status')?.value
  for (const { file, record } of returns) {
    const reviewer = personName(record.reviewer)
    yield finding('returned', { reviewer, role: record.role, file: file.path }, path, at)
  }
  if (accepted) {
    if (missing.length > 0) yield finding('accepted-before', listOf(missing), path, at, 'note')
    return
  }
  for (const role of missing) {
    if (freed.has(role)) continue
    const former = stale.get(role) ?? []
    if (former.length === 0) yield finding('unapproved', { id, role }, path, at)
    else yield finding('stale', { role, files: namesOf(former) }, path, at)
  }
}

/** Reviews of cases that are not there. */
function strays(files: readonly ReviewFile[], { subjects }: GateInput): Diagnostic[] {
  const gone = new Set(subjects.filter(({ after }) => after === undefined).map(({ id }) => id))
  return files.flatMap((file): Diagnostic[] => {
    if (file.record === undefined && file.carry === undefined)
      return file.problems.map(problem => findingOf(problem, file.path))
    const folder: RepoPath = idOfRecord(file.path) ?? ''
    if (gone.has(folder)) return []
    const at = file.fields.get('/case')?.value
    return [finding('unknown-case', { case: record(file) }, file.path, at)]
  })
}

function strayExceptions(files: readonly ExceptionFile[], { subjects }: GateInput): Diagnostic[] {
  const gone = new Set(subjects.filter(({ after }) => after === undefined).map(({ id }) => id))
  return files.flatMap((file): Diagnostic[] => {
    const { record, path, problems, fields } = file
    if (record === undefined) return problems.map(problem => findingOf(problem, path))
    const folder = idOfException(path)
    if (folder === undefined) return [finding('exception-name', {}, path, undefined)]
    if (gone.has(folder)) return []
    return [finding('unknown-case', { case: record.case }, path, fields.get('/case')?.value)]
  })
}

function record(file: ReviewFile): CaseId {
  return file.record?.case ?? file.carry?.case ?? ''
}

function listOf(roles: readonly string[]): { readonly roles: string; readonly rolesZh: string } {
  return { roles: roles.join(', '), rolesZh: roles.join('、') }
}
