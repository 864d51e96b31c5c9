import type { RepoPath } from '../model/case.js'
import { idKey, type Source } from './sources.js'

/** What becomes of a case: it comes (no `before`), leaves (no `after`) or is another one now. */
export interface CaseChange {
  readonly before?: Source
  readonly after?: Source
}

/**
 * The changes of the cases with the given ids. Of several files with one id the first by path is in
 * the index; when it goes, the next takes its place.
 * @param renewed keys of ids whose case is to be written anew though its file is the same
 */
export function changesOf(
  before: readonly Source[],
  after: readonly Source[],
  touched: ReadonlySet<string>,
  renewed: ReadonlySet<string>,
): CaseChange[] {
  const keys = new Set([...touched, ...renewed])
  const [old, now] = [ownersOf(before, keys), ownersOf(after, keys)]
  const changes: CaseChange[] = []
  for (const key of keys) {
    const [was, is] = [old.get(key), now.get(key)]
    const same = was?.path === is?.path && was?.hash === is?.hash
    if (same && !(is !== undefined && renewed.has(key))) continue
    changes.push({
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    })
  }
  return changes
}

function ownersOf(files: readonly Source[], keys: ReadonlySet<string>): Map<string, Source> {
  const owners = new Map<string, Source>()
  for (const file of files) {
    const key = idKey(file.id)
    if (key !== '' && keys.has(key) && !owners.has(key)) owners.set(key, file)
  }
  return owners
}

/** Files of a library by what they are to its index. */
export interface FileCounts {
  /** Files that are no sound case. */
  readonly unsound: number
  /** The paths of cases whose id another one has, which stands before them. */
  readonly duplicates: readonly RepoPath[]
}

export function countFiles(files: readonly Source[]): FileCounts {
  const seen = new Set<string>()
  const duplicates: RepoPath[] = []
  let unsound = 0
  for (const { id, path } of files) {
    if (id === '') unsound++
    else if (seen.has(idKey(id))) duplicates.push(path)
    else seen.add(idKey(id))
  }
  return { unsound, duplicates }
}
