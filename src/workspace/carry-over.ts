import { gitPerson } from '../io/git-person.js'
import type { Host } from '../io/host.js'
import { listFiles } from '../io/scan.js'
import { dayOf } from '../lib/day.js'
import type { CaseId } from '../model/case-id.js'
import type { FileChange } from '../model/change.js'
import type { CarryCommand, CarryRecord, ReviewFile } from '../model/review.js'
import { idOfRecord, REVIEWS } from '../review/record-path.js'
import { sameTexts } from '../review/same-texts.js'
import { writeCarry } from '../review/write-carry.js'
import { changedCases } from './changed-digests.js'
import { readReviews } from './review-files.js'
import type { Workspace } from './workspace.js'

/** A command as a carry-over names it. */
export interface CarriedCommand {
  readonly command: CarryCommand
  readonly arguments: CarryRecord['arguments'] | ((id: CaseId) => CarryRecord['arguments'])
  /** Cases whose meaning it changes: they need new approvals. */
  readonly meant?: readonly CaseId[]
}

/**
 * The carry-overs that belong to what a command changes, as further changes: one for each case whose
 * text somebody has approved or returned, and for each that was accepted before review began.
 */
export async function carryOvers(
  workspace: Workspace,
  changes: readonly FileChange[],
  { command, arguments: args, meant = [] }: CarriedCommand,
  host: Pick<Host, 'env' | 'now' | 'random'>,
): Promise<FileChange[]> {
  const { root, config } = workspace
  if (config.review.roles.size === 0) return []
  const accepting = config.review.adopted !== undefined
  const reviewed = new Set(listFiles(root, [REVIEWS], /\.yml$/i).map(path => idOfRecord(path) ?? ''))
  const wanted = (id: CaseId): boolean => !meant.includes(id) && (accepting || reviewed.has(id))
  const changed = changedCases(changes, await workspace.parser(), wanted)
  if (changed.length === 0) return []
  const reviews = await readReviews(root, new Set(changed.map(({ id }) => id)))
  const by = await gitPerson(root, host.env)
  const day = dayOf(host.now())
  return changed.flatMap(({ id, status, from, to }): FileChange[] => {
    const files = reviews.filter(({ path }) => idOfRecord(path) === id)
    if (!(accepting && status === 'published') && !isJudged(files, from)) return []
    const own = typeof args === 'function' ? args(id) : args
    const record = { case: id, command, arguments: own, ...(by === undefined ? {} : { by }), day, from, to }
    return [writeCarry(record, n => host.random(n))]
  })
}

/** Whether somebody approved or returned a text. */
function isJudged(files: readonly ReviewFile[], digest: string): boolean {
  const same = sameTexts(
    digest,
    files.flatMap(({ carry }) => (carry === undefined ? [] : [carry])),
  )
  return files.some(
    ({ record }) =>
      record?.digest !== undefined &&
      (record.verdict === 'approve' || record.verdict === 'return') &&
      same.has(record.digest),
  )
}
