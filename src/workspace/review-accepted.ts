import type { GitHistory } from '../io/git-history.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { baseName } from '../model/repo-path.js'
import type { CarryRecord, ReviewFile } from '../model/review.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { CaseParser } from '../parse/parse-case.js'
import type { Subject } from '../review/gate.js'
import { sameTexts } from '../review/same-texts.js'
import { digestOf } from './case-digest.js'
import { objectName } from './object-name.js'

/**
 * The carry-overs of a case among its records, but those that do not hold.
 * @param broken paths of the latter
 */
export function carriesAmong(
  reviews: readonly ReviewFile[],
  broken: ReadonlyMap<RepoPath, unknown> = new Map(),
): (id: CaseId) => CarryRecord[] {
  return id => reviews.flatMap(({ path, carry }) => (carry?.case === id && !broken.has(path) ? [carry] : []))
}

/**
 * The published cases that were published, with the same words, at the commit at which review began.
 * A file that moved since is known by its name; one that is the same to the byte is not read.
 * @param textOf the texts of the subjects' files
 * @param carriesOf commands that made one text of a case of another
 * @throws CasectlError `git` where the commit is not here
 */
export async function acceptedBefore(
  history: GitHistory,
  adopted: string,
  subjects: readonly Subject[],
  textOf: (path: RepoPath) => string | undefined,
  parser: CaseParser,
  carriesOf: (id: CaseId) => readonly CarryRecord[],
): Promise<Set<CaseId>> {
  const accepted = new Set<CaseId>()
  const commit = await history.commit(adopted)
  const blobs = await history.blobs(commit, '')
  const byName = new Map([...blobs.keys()].map((path): [string, RepoPath] => [baseName(path), path]))
  for (const { id, after } of subjects) {
    if (after?.case.status !== 'published') continue
    const { path } = after.case
    const then = blobs.has(path) ? path : byName.get(baseName(path))
    const blob = blobs.get(then ?? '')
    if (then === undefined || blob === undefined) continue
    const isSame =
      blob === objectName('blob', textOf(path) ?? '', blob.length) || (await saidThen(then, id, after.digest))
    if (isSame) accepted.add(id)
  }
  return accepted

  /** Whether a file was the case, published and with the same words. */
  async function saidThen(path: RepoPath, id: CaseId, digest: string | undefined): Promise<boolean> {
    const text = await history.text(commit, path, MAX_FILE_BYTES)
    if (text === undefined || digest === undefined) return false
    const file = parser.parseText(path, text)
    const was = digestOf(file)
    const isSame = was !== undefined && sameTexts(digest, carriesOf(id)).has(was)
    return file.case?.id === id && file.case.status === 'published' && isSame
  }
}
