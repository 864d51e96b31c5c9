import { addTo } from '../lib/groups.js'
import type { CaseId } from '../model/case-id.js'
import type { ReviewFile } from '../model/review.js'
import { openPolicy } from '../review/policy.js'
import { idOfRecord } from '../review/record-path.js'
import { standingOf } from '../review/standing.js'
import { inOrder, isAsking, type Waiting, waitingFor } from '../review/waiting.js'
import { digestOf } from './case-digest.js'
import { readReviewed } from './review-cases.js'
import { readReviews } from './review-files.js'
import type { Workspace } from './workspace.js'

/** Every case of a library that waits for a review or for its author, longest first. */
export async function waitingCases(workspace: Workspace): Promise<Waiting[]> {
  const policy = openPolicy(workspace.config, workspace.taxonomy)
  const reviews = new Map<CaseId, ReviewFile[]>()
  for (const file of await readReviews(workspace.root)) addTo(reviews, idOfRecord(file.path) ?? '', file)
  const files = await readReviewed(
    workspace,
    (id, status) => isAsking(status) && (status !== 'published' || reviews.has(id)),
  )
  const waiting = files.flatMap(file => {
    const found = file.case
    if (found === undefined || !found.sound) return []
    const own = reviews.get(found.id) ?? []
    // Nobody is told to review again what was accepted before review began.
    const isReviewed = own.some(({ carry }) => carry === undefined)
    if (!isReviewed && found.status === 'published') return []
    // Without reviews there is nothing to hold a digest against.
    const digest = own.length === 0 ? undefined : digestOf(file)
    const standing = standingOf({ case: found, digest, files: own, policy, otherOf: () => undefined })
    return waitingFor(found, standing, policy) ?? []
  })
  return inOrder(waiting)
}
