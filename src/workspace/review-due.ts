import type { LastFeedback } from '../feedback/uses.js'
import { readSettingsFile } from '../io/settings-file.js'
import { addDays, type Day } from '../lib/day.js'
import { addTo } from '../lib/groups.js'
import type { Library } from '../library/library.js'
import type { Case, CaseFile } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Config } from '../model/config.js'
import type { Products } from '../model/products.js'
import type { ReviewFile } from '../model/review.js'
import { readProducts } from '../parse/read-products.js'
import { type Calendar, type DueCase, dueCase, inDueOrder } from '../review/due.js'
import { type Exception, isInTime, isNeeded, readable } from '../review/exceptions.js'
import { openPolicy } from '../review/policy.js'
import { idOfRecord } from '../review/record-path.js'
import { type Standing, standingOf } from '../review/standing.js'
import { digestOf } from './case-digest.js'
import { readExceptions } from './exception-files.js'
import { lookAtFeedback } from './index-feedback.js'
import { readReviews } from './review-files.js'
import { settingsError } from './settings-error.js'
import type { Workspace } from './workspace.js'

/** What a library has to read again, as of a day. */
export interface DueRun {
  readonly today: Day
  /** The last day that was looked at. */
  readonly last: Day
  /** Those whose day is not after the last one, the first day first. */
  readonly cases: readonly DueCase[]
  /** Exceptions that have expired and that a case still lives by. */
  readonly expired: readonly Exception[]
}

/**
 * Gathers the cases in force that are to be read again by some days from today on.
 * @param window days beyond today
 * @throws CasectlError `settings`, of `products.yml` as well
 */
export async function dueCases(workspace: Workspace, today: Day, window: number): Promise<DueRun> {
  const { root, config } = workspace
  const last = addDays(today, window)
  const { judged } = await judgedCases(workspace, today)
  const cases = [...judged.values()].flatMap(({ due }) => (due !== undefined && due.day <= last ? [due] : []))
  const exceptions = readable(await readExceptions(root))
  const expired = exceptions.filter(({ record }) => {
    const of = judged.get(record.case)
    if (of === undefined || isInTime(record, today)) return false
    return isNeeded(record, of.case, of.standing.missing, config.defaultAudience)
  })
  return { today, last, cases: inDueOrder(cases), expired }
}

/**
 * Every sound case with where it stands in review and when it is to be read again, by id.
 * @param feedback what readers said, where it was read already
 * @throws CasectlError `settings`, of `products.yml` as well
 */
export async function judgedCases(
  workspace: Workspace,
  today: Day,
  feedback?: LastFeedback,
): Promise<{ readonly library: Library; readonly judged: ReadonlyMap<CaseId, Judged> }> {
  const library = await workspace.library()
  return { library, judged: await judgeCases(workspace, library, today, undefined, feedback) }
}

/**
 * The same of a library that was read already.
 * @param ids only these; all where left out
 */
export async function judgeCases(
  workspace: Workspace,
  library: Library,
  today: Day,
  ids?: ReadonlySet<CaseId>,
  feedback?: LastFeedback,
): Promise<Map<CaseId, Judged>> {
  const calendar = await openCalendar(workspace, today, feedback)
  const reviews = new Map<CaseId, ReviewFile[]>()
  for (const file of await readReviews(workspace.root, ids)) addTo(reviews, idOfRecord(file.path) ?? '', file)
  const judged = new Map<CaseId, Judged>()
  for (const file of library.files) {
    if (file.case?.sound !== true || ids?.has(file.case.id) === false) continue
    judged.set(file.case.id, judge(file, file.case, reviews.get(file.case.id) ?? [], calendar))
  }
  return judged
}

/** What decides over every case of a library, as of a day. @throws CasectlError `settings`, of `products.yml` as well */
export async function openCalendar(
  { root, config, taxonomy }: Workspace,
  today: Day,
  feedback?: LastFeedback,
): Promise<Calendar> {
  const policy = openPolicy(config, taxonomy)
  const products = await openProducts(root, config)
  return { policy, taxonomy, products, feedback: feedback ?? lookAtFeedback(root).last(), today }
}

/** A case, and what review and calendar say of it. */
export interface Judged {
  readonly case: Case
  readonly standing: Standing
  readonly due: DueCase | undefined
}

function judge(file: CaseFile, found: Case, files: readonly ReviewFile[], calendar: Calendar): Judged {
  // Without reviews there is nothing to hold a digest against.
  const digest = files.length === 0 ? undefined : digestOf(file)
  const { policy } = calendar
  const standing = standingOf({ case: found, digest, files, policy, otherOf: () => undefined })
  return { case: found, standing, due: dueCase(found, standing, calendar) }
}

async function openProducts(root: string, config: Config): Promise<Products> {
  const read = readProducts((await readSettingsFile(root, config.products)) ?? '')
  if (read.value === undefined) throw settingsError(config.products, read.problems)
  return read.value
}
