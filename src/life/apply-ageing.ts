import type { Proposal } from './ageing.js'
import { type CaseMove, planCaseMoves, withStatus } from './move.js'
import type { LifeSources, Rewrite } from './rewrite.js'

/** The moves into the archive that proposals come to. */
export function archiveMoves(proposals: readonly Proposal[]): CaseMove[] {
  return proposals.flatMap(({ case: found, to }): CaseMove[] =>
    to === undefined ? [] : [{ id: found.id, to, status: 'archived' }],
  )
}

/**
 * Everything that proposals come to, as one rewriting: cases go to the archive with their assets, others
 * are marked, links follow.
 * @throws CasectlError as `planCaseMoves`
 */
export function planAgeing(sources: LifeSources, proposals: readonly Proposal[]): Rewrite {
  const { changes, moves } = planCaseMoves(sources, archiveMoves(proposals))
  const byPath = new Map(changes.map(change => [change.path, change]))
  for (const { case: found, action } of proposals) {
    if (action !== 'needs-review') continue
    const { path } = found
    const before = sources.library.fileAt.get(path)?.text ?? ''
    // A link of the same case may have changed already.
    const now = sources.parse(path, byPath.get(path)?.after ?? before)
    byPath.set(path, { path, before, after: withStatus(now, 'needs-review', sources.parse) })
  }
  return { changes: [...byPath.values()], moves }
}
