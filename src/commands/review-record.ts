import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { SCORES, type Score } from '../model/review.js'
import { checkRoles, type GivenReview, newReview } from '../review/new-review.js'
import { writeReview } from '../review/write-review.js'
import { openCaseReview } from '../workspace/case-review.js'
import type { Command, Context } from './context.js'
import { maskTyped } from './masking.js'
import { wholeNumber } from './numbers.js'
import { reviewerOf } from './review-person.js'
import { askForReview } from './review-questions.js'
import { saveRecord } from './review-save.js'
import { notFound } from './show-missing.js'

export interface ReviewOptions extends Partial<Record<Score, string>> {
  readonly id: string
  readonly role?: string
  readonly message?: string
  readonly as?: string
  readonly json?: boolean
}

/** `casectl review approve`: the case as it is may be published, as far as a role goes. */
export const reviewApprove: Command<ReviewOptions> = (context, options) => record(context, 'approve', options)

/** `casectl review return`: the case must change first. */
export const reviewReturn: Command<ReviewOptions> = (context, options) => record(context, 'return', options)

/** `casectl review comment`: words that decide nothing. */
export const reviewComment: Command<ReviewOptions> = (context, options) => record(context, 'comment', options)

async function record(
  context: Context,
  verdict: GivenReview['verdict'],
  options: ReviewOptions,
): Promise<0 | 1 | 2> {
  const { host } = context
  const workspace = await context.openWorkspace()
  const given = await openCaseReview(workspace, options.id)
  if (given.case === undefined) return notFound(context, given.library, options)
  const { case: found, digest, policy } = given
  checkRoles(policy)
  if (digest === undefined) throw unreadable(found.path)
  const reviewer = await reviewerOf(context, workspace.root, options.as)
  const day = dayOf(host.now())
  const roles = [...policy.review.roles.keys()].filter(
    role => policy.fault(reviewer, role, found, day) === undefined,
  )
  const typed = { role: options.role, scores: scoresOf(options), comment: options.message }
  const answers = await askForReview(context, verdict, roles, typed)
  const { comment } = await maskTyped(
    context,
    workspace.config,
    found.language,
    { comment: answers.comment },
    {},
  )
  const { role } = answers
  if (role === undefined) throw whichRole(roles)
  const review = newReview(
    { verdict, role, reviewer, day, scores: answers.scores, comment },
    found,
    digest,
    policy,
  )
  await saveRecord(
    context,
    workspace.root,
    writeReview(review, n => host.random(n)),
    {
      command: `review ${verdict}`,
      told: { review },
      subject: `Review ${found.id}`,
      json: options.json === true,
    },
  )
  return 0
}

function scoresOf(options: ReviewOptions): GivenReview['scores'] {
  const scores: Partial<Record<Score, number>> = {}
  for (const name of SCORES) {
    const value = wholeNumber(name, options[name])
    if (value !== undefined && (value < 1 || value > 5)) throw outOfBounds(name)
    if (value !== undefined) scores[name] = value
  }
  return scores
}

function outOfBounds(name: Score): CasectlError {
  return new CasectlError('usage', { en: `--${name} is 1 to 5.`, zh: `--${name} 应为 1 到 5。` })
}

function whichRole(roles: readonly string[]): CasectlError {
  const list = roles.join(', ') || '–'
  return new CasectlError('usage', {
    en: `In which role? Give --role; yours are: ${list}.`,
    zh: `以哪个角色评审？请用 --role 指定；你的角色：${list}。`,
  })
}

function unreadable(path: string): CasectlError {
  return new CasectlError(
    'review',
    { en: `${path} cannot be read as a case.`, zh: `${path} 无法作为案例读取。` },
    { en: '`casectl lint` says why.', zh: '运行 `casectl lint` 可查看原因。' },
  )
}
