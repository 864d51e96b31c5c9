import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { baseName } from '../model/repo-path.js'
import type { ReviewRecord } from '../model/review.js'
import { personKey, personName } from '../review/policy.js'
import type { Review } from '../review/standing.js'
import { withdrawable } from '../review/withdrawable.js'
import { writeReview } from '../review/write-review.js'
import { openCaseReview } from '../workspace/case-review.js'
import type { Command, Context } from './context.js'
import { reviewerOf } from './review-person.js'
import { saveRecord } from './review-save.js'
import { notFound } from './show-missing.js'

export interface WithdrawOptions {
  readonly id: string
  /** Name or path of the review; not needed where the person has given one only. */
  readonly file?: string
  readonly message?: string
  readonly as?: string
  readonly json?: boolean
}

/** `casectl review withdraw`: takes one of one's own reviews back, by another file. */
export const reviewWithdraw: Command<WithdrawOptions> = async (context, options) => {
  const { host } = context
  const workspace = await context.openWorkspace()
  const given = await openCaseReview(workspace, options.id)
  if (given.case === undefined) return notFound(context, given.library, options)
  const reviewer = await reviewerOf(context, workspace.root, options.as)
  const own = withdrawable(given.reviews).filter(
    ({ record }) => personKey(record.reviewer) === personKey(reviewer),
  )
  const target = await choose(context, own, options.file, personName(reviewer))
  const review: ReviewRecord = {
    case: given.case.id,
    role: target.record.role,
    verdict: 'withdraw',
    reviewer,
    day: dayOf(host.now()),
    withdraws: baseName(target.file.path),
    ...(options.message === undefined ? {} : { comment: options.message }),
  }
  const change = writeReview(review, n => host.random(n))
  await saveRecord(context, workspace.root, change, {
    command: 'review withdraw',
    told: { review },
    subject: `Review ${review.case}`,
    json: options.json === true,
  })
  return 0
}

async function choose(
  { terminal, host }: Context,
  own: readonly Review[],
  file: string | undefined,
  person: string,
): Promise<Review> {
  const named = file === undefined ? own : own.filter(review => baseName(review.file.path) === baseName(file))
  const [only, ...more] = named
  if (only !== undefined && more.length === 0) return only
  if (only !== undefined && terminal.interactive) {
    const { openPrompts } = await import('../io/prompts.js')
    const prompts = await openPrompts(host, terminal.language)
    const question = terminal.text({ en: 'Which review?', zh: '撤回哪一份？' })
    const path = await prompts.select(
      question,
      named.map(review => ({ value: review.file.path, name: baseName(review.file.path) })),
    )
    return named.find(review => review.file.path === path) ?? only
  }
  const list = own.map(review => baseName(review.file.path)).join(', ') || '–'
  throw new CasectlError(
    'review',
    {
      en: `${person} has no review of this name, or several: name one.`,
      zh: `${person} 没有这份评审，或有多份：请指明其中一份。`,
    },
    { en: `To be withdrawn: ${list}`, zh: `可撤回：${list}` },
  )
}
