import type { Day } from '../lib/day.js'
import type { Library } from '../library/library.js'
import type { Case, CaseFile } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Standing } from '../reply/fit.js'
import { judgeCases } from './review-due.js'
import type { Workspace } from './workspace.js'

/** A case that somebody wants to use, and what review and calendar say of it. */
export interface UsableCase {
  readonly file: CaseFile
  readonly case: Case
  readonly standing: Standing
}

/**
 * Finds a case, judged as `review due` judges it; of several with one id the first by path.
 * @returns undefined where no case has the id
 * @throws CasectlError `settings`, of `products.yml` as well
 */
export async function usableCase(
  workspace: Workspace,
  library: Library,
  id: CaseId,
  today: Day,
): Promise<UsableCase | undefined> {
  const found = library.byId.get(id)?.[0]
  const file = found === undefined ? undefined : library.fileAt.get(found.path)
  if (found === undefined || file === undefined) return undefined
  const judged = (await judgeCases(workspace, library, today, new Set([found.id]))).get(found.id)
  const { stale = new Map(), missing = [] } = judged?.standing ?? {}
  const staleRoles = missing.filter(role => stale.has(role))
  const due = judged?.due
  return { file, case: found, standing: { staleRoles, due: due?.due === true ? due : undefined } }
}
