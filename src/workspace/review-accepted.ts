import type { GitHistory } from '../io/git-history.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { baseName } from '../model/repo-path.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { CaseParser } from '../parse/parse-case.js'
import type { Subject } from '../review/gate.js'
import { digestOf } from './case-digest.js'

/**
 * The published cases that were published, with the same words, at the commit at which review began.
 * A file that moved since is known by its name.
 * @throws CasectlError `git` where the commit is not here
 */
export async function acceptedBefore(
  history: GitHistory,
  adopted: string,
  subjects: readonly Subject[],
  parser: CaseParser,
): Promise<Set<CaseId>> {
  const published = subjects.filter(({ after }) => after?.case.status === 'published')
  const accepted = new Set<CaseId>()
  if (published.length === 0) return accepted
  const commit = await history.commit(adopted)
  const blobs = await history.blobs(commit, '')
  const byName = new Map([...blobs.keys()].map((path): [string, RepoPath] => [baseName(path), path]))
  for (const { id, after } of published) {
    if (after === undefined) continue
    const { path } = after.case
    const then = blobs.has(path) ? path : byName.get(baseName(path))
    const text = then === undefined ? undefined : await history.text(commit, then, MAX_FILE_BYTES)
    if (then === undefined || text === undefined) continue
    const file = parser.parseText(then, text)
    const same = file.case?.id === id && file.case.status === 'published'
    if (same && after.digest !== undefined && digestOf(file) === after.digest) accepted.add(id)
  }
  return accepted
}
