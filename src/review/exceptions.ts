import type { Day } from '../lib/day.js'
import { AUDIENCES, type Audience, type Case, type RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { ExceptionFile, ExceptionRecord } from '../model/exception.js'
import { drawName } from './record-path.js'

/** Where exceptions lie, relative to the library's root. */
export const EXCEPTIONS = 'exceptions'

const FORM = /^exceptions\/([^/]+)\/(\d{4}-\d{2}-\d{2})-(review|visibility)-[0-9a-z]{10}\.yml$/

/** A path that no other exception takes. */
export function drawExceptionPath(
  { case: id, day, kind }: Pick<ExceptionRecord, 'case' | 'day' | 'kind'>,
  random: (n: number) => Uint8Array,
): RepoPath {
  return `${EXCEPTIONS}/${id}/${day}-${kind}-${drawName(random)}.yml`
}

/** What the name of an exception says; undefined for a name that none has. */
export function readExceptionPath(
  path: RepoPath,
): { readonly case: CaseId; readonly day: Day; readonly kind: string } | undefined {
  const match = FORM.exec(path)
  if (match === null) return undefined
  const [, id = '', day = '', kind = ''] = match
  return { case: id, day, kind }
}

/** The id in whose folder a file lies, or undefined for what lies elsewhere. */
export function idOfException(path: RepoPath): CaseId | undefined {
  return /^exceptions\/([^/]+)\/[^/]+$/.exec(path)?.[1]
}

/** An exception that could be read. */
export interface Exception {
  readonly file: ExceptionFile
  readonly record: ExceptionRecord
}

/** Those that could be read. */
export function readable(files: readonly ExceptionFile[]): Exception[] {
  return files.flatMap(file => (file.record === undefined ? [] : [{ file, record: file.record }]))
}

/** Whether a day is still within the time of an exception. */
export function isInTime({ until }: ExceptionRecord, day: Day | undefined): boolean {
  return day === undefined || day <= until
}

/**
 * Whether a case still lives by an exception: a role that it frees has not approved, or the case is
 * still open to the audience that it opens it to. What nobody needs any more may expire in silence.
 * @param missing required roles that have not approved the text as it is
 */
export function isNeeded(
  { kind, roles = [], audience }: ExceptionRecord,
  found: Case,
  missing: readonly string[],
  defaultAudience: Audience,
): boolean {
  if (found.status === 'archived' || found.status === 'withdrawn' || found.status === 'superseded')
    return false
  if (kind === 'review') return found.status === 'published' && roles.some(role => missing.includes(role))
  const [granted, now] = [audience ?? 'public', found.audience ?? defaultAudience]
  return AUDIENCES.indexOf(now) >= AUDIENCES.indexOf(granted)
}
