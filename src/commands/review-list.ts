import { CasectlError } from '../lib/errors.js'
import { reviewList as listText, waitingJson } from '../report/review-list.js'
import { personKey } from '../review/policy.js'
import type { Waiting } from '../review/waiting.js'
import { waitingCases } from '../workspace/review-waiting.js'
import { type Command, envelope } from './context.js'
import { reviewerOf } from './review-person.js'

export interface ReviewListOptions {
  readonly role?: string
  /** Only what the person at the keyboard may review. */
  readonly mine?: boolean
  readonly as?: string
  readonly json?: boolean
}

/** `casectl review list`: what waits, for whom, since when; exit 0 also where nothing does. */
export const reviewList: Command<ReviewListOptions> = async (context, options) => {
  const { terminal } = context
  const workspace = await context.openWorkspace()
  const { role, mine, json } = options
  if (role !== undefined && !workspace.config.review.roles.has(role)) throw unknownRole(role)
  let waiting = await waitingCases(workspace)
  if (role !== undefined) waiting = only(waiting, own => own.role === role)
  if (mine === true) {
    const key = personKey(await reviewerOf(context, workspace.root, options.as))
    waiting = only(waiting, own => own.reviewers.some(name => isPerson(name, key)))
  }
  if (json === true) terminal.json(envelope('review list', waitingJson(waiting)))
  else if (waiting.length > 0) {
    terminal.out(listText(waiting, terminal.language, terminal.screen ? terminal.width : undefined))
  }
  terminal.say({ en: 'Cases that wait: {count}.', zh: '等待中的案例：{count}。' }, { count: waiting.length })
  return 0
}

function only(waiting: readonly Waiting[], keep: (role: Waiting['roles'][number]) => boolean): Waiting[] {
  return waiting
    .map(each => ({ ...each, roles: each.roles.filter(keep), returnedBy: [] }))
    .filter(({ roles }) => roles.length > 0)
}

/** Whether a name, `Name <address>` or an address, is that of a person. */
function isPerson(name: string, key: string): boolean {
  return personKey({ email: /<([^<>]+)>$/.exec(name)?.[1] ?? name }) === key
}

function unknownRole(role: string): CasectlError {
  return new CasectlError('usage', {
    en: `The library has no role "${role}" in review.roles.`,
    zh: `review.roles 中没有角色“${role}”。`,
  })
}
