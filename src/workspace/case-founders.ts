import { findRepository } from '../io/git.js'
import { type LoggedChange, logCommits } from '../io/git-log.js'
import type { Host } from '../io/host.js'
import type { Library } from '../library/library.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { baseName } from '../model/repo-path.js'

/**
 * Who first committed each case, by name. A file that moved keeps its author: one of the same content or
 * the same file name that went in the same commit. One process of git.
 * @throws CasectlError `git`
 */
export async function foundersOf(
  library: Library,
  root: string,
  env: Host['env'],
): Promise<Map<CaseId, string>> {
  const top = await findRepository(root)
  if (top === undefined) return new Map()
  const commits: { name: string; changes: readonly LoggedChange[] }[] = []
  for await (const { author, changes } of logCommits(top, root, env)) {
    const cases = changes.filter(({ path }) => /\.md$/i.test(path))
    if (cases.length > 0) commits.push({ name: author.name, changes: cases })
  }
  const founders = new Map<RepoPath, string>()
  for (const { name, changes } of commits.reverse()) {
    const gone = changes.filter(({ before, after }) => before !== undefined && after === undefined)
    for (const { path, before, after } of changes) {
      if (before !== undefined || after === undefined) continue
      const from = gone.find(old => old.before === after || baseName(old.path) === baseName(path))
      founders.set(path, (from === undefined ? undefined : founders.get(from.path)) ?? name)
    }
  }
  return new Map(
    library.cases.flatMap(({ id, path }): [CaseId, string][] => {
      const name = founders.get(path)
      return name === undefined ? [] : [[id, name]]
    }),
  )
}
