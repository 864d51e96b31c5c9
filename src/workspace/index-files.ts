import { listCasePaths, lookAt, type SeenFile } from '../io/scan.js'
import type { RepoPath } from '../model/case.js'
import type { Indexable } from './indexable.js'

/** The paths below the case folders that look like cases, sorted. */
export function casePathsOf({ root, config }: Pick<Indexable, 'root' | 'config'>): RepoPath[] {
  return listCasePaths(root, [config.folders.cases, config.folders.archive])
}

/** The same, with what each file looks like. */
export function seenCases(library: Pick<Indexable, 'root' | 'config'>): SeenFile[] {
  return lookAt(library.root, casePathsOf(library))
}
