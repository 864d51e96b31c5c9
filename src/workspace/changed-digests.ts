import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { FileChange } from '../model/change.js'
import type { CaseParser } from '../parse/parse-case.js'
import { digestOf } from './case-digest.js'

/** What a case said before changes and says after them. */
export interface ChangedCase {
  readonly id: CaseId
  readonly status: string
  readonly from: string
  readonly to: string
}

/** The cases that changes make say something else, by id; one that is only there before or after is left out. */
export function changedCases(
  changes: readonly FileChange[],
  parser: CaseParser,
  wanted: (id: CaseId) => boolean,
): ChangedCase[] {
  const before = new Map<CaseId, { status: string; digest: string | undefined }>()
  const after = new Map<CaseId, string | undefined>()
  for (const { path, before: was, after: is } of changes) {
    if (!/\.md$/i.test(path)) continue
    const former = read(parser, path, was)
    if (former !== undefined && wanted(former.id)) before.set(former.id, former)
    const now = read(parser, path, is)
    if (now !== undefined && wanted(now.id)) after.set(now.id, now.digest)
  }
  return [...before].flatMap(([id, { status, digest: from }]): ChangedCase[] => {
    const to = after.get(id)
    return from === undefined || to === undefined || from === to ? [] : [{ id, status, from, to }]
  })
}

function read(
  parser: CaseParser,
  path: RepoPath,
  text: string | null,
): { id: CaseId; status: string; digest: string | undefined } | undefined {
  if (text === null) return undefined
  const file = parser.parseText(path, text)
  const { case: found } = file
  return found === undefined ? undefined : { id: found.id, status: found.status, digest: digestOf(file) }
}
