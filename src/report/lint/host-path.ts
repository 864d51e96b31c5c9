import type { RepoPath } from '../../model/case.js'
import type { View } from '../reporter.js'

/** A path as the CI host knows it: from the root of the repository. */
export function hostPath({ base }: View, path: RepoPath): string {
  return base === '' ? path : `${base}/${path}`
}
