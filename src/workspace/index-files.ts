import { listCasePaths, lookAt, type SeenFile } from '../io/scan.js'
import { folderSignature } from '../io/stamp.js'
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

export interface ScannedCases {
  readonly paths: readonly RepoPath[]
  /** What each folder looked like before it was read, for the stamp. */
  readonly folders: Readonly<Record<RepoPath, string>>
}

export function scanCases({ root, config }: Pick<Indexable, 'root' | 'config'>): ScannedCases {
  const folders: Record<RepoPath, string> = {}
  const paths = listCasePaths(root, [config.folders.cases, config.folders.archive], folder => {
    folders[folder] ??= folderSignature(root, folder)
  })
  return { paths, folders }
}
