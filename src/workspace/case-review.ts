import type { Library } from '../library/library.js'
import type { Case, CaseFile } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { readCaseId } from '../model/case-id.js'
import type { ReviewFile } from '../model/review.js'
import { openPolicy, type Policy } from '../review/policy.js'
import { type Standing, standingOf } from '../review/standing.js'
import { digestOf } from './case-digest.js'
import { readReviews } from './review-files.js'
import type { Workspace } from './workspace.js'

/** One case in review: its text, what it says, its reviews, and where it stands. */
export interface CaseReview {
  readonly library: Library
  readonly file: CaseFile
  readonly case: Case
  /** Undefined where the case cannot be read. */
  readonly digest: string | undefined
  readonly reviews: readonly ReviewFile[]
  readonly policy: Policy
  readonly standing: Standing
}

/**
 * Opens the reviews of a case.
 * @param typed an id; the prefix may be left out
 * @returns the library alone where no case has the id
 * @throws CasectlError `settings`
 */
export async function openCaseReview(
  workspace: Workspace,
  typed: string,
): Promise<CaseReview | { readonly library: Library; readonly case?: undefined }> {
  const library = await workspace.library()
  const id = readCaseId(typed) ?? readCaseId(`${workspace.config.idPrefix}-${typed}`)
  const found = id === undefined ? undefined : library.byId.get(id)?.[0]
  const file = library.files.find(candidate => candidate.case === found)
  if (found === undefined || file === undefined) return { library }
  const policy = openPolicy(workspace.config, workspace.taxonomy)
  const reviews = await readReviews(workspace.root, new Set<CaseId>([found.id]))
  const digest = digestOf(file)
  const standing = standingOf({ case: found, digest, files: reviews, policy, otherOf: () => undefined })
  return { library, file, case: found, digest, reviews, policy, standing }
}
