import { addDays, type Day, dayOf, isDay } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import { type GivenException, newException } from '../review/new-exception.js'
import { writeException } from '../review/write-exception.js'
import { openCaseReview } from '../workspace/case-review.js'
import type { Command } from './context.js'
import { readDays } from './days-ahead.js'
import { maskTyped } from './masking.js'
import { reviewerOf } from './review-person.js'
import { saveRecord } from './review-save.js'
import { notFound } from './show-missing.js'

export interface GrantOptions {
  readonly id: string
  readonly role?: readonly string[]
  readonly audience?: NonNullable<GivenException['audience']>
  readonly until?: string
  readonly message?: string
  readonly as?: string
  readonly json?: boolean
}

/** `casectl review grant`: an exception from review, or a wider audience, for a time and a reason. */
export const reviewGrant: Command<GrantOptions> = async (context, options) => {
  const { host } = context
  const what = whatOf(options)
  const day = dayOf(host.now())
  const until = untilOf(options.until, day)
  if (options.message === undefined) throw usage(NO_REASON)
  const workspace = await context.openWorkspace()
  const given = await openCaseReview(workspace, options.id)
  if (given.case === undefined) return notFound(context, given.library, options)
  const { case: found, policy } = given
  const approver = await reviewerOf(context, workspace.root, options.as)
  const typed = { reason: options.message }
  const { reason } = await maskTyped(context, workspace.config, found.language, typed, {})
  const exception = newException({ ...what, approver, day, until, reason }, found, policy)
  await saveRecord(
    context,
    workspace.root,
    writeException(exception, n => host.random(n)),
    {
      command: 'review grant',
      told: { exception },
      subject: `Exception for ${found.id}`,
      json: options.json === true,
    },
  )
  return 0
}

function whatOf({ role, audience }: GrantOptions): Pick<GivenException, 'roles' | 'audience'> {
  const roles = [...new Set(role ?? [])]
  if (roles.length > 0 === (audience !== undefined)) throw usage(ONE_OF_TWO)
  return audience === undefined ? { roles } : { audience }
}

/** A day, or days from today. */
function untilOf(text: string | undefined, today: Day): Day {
  if (text === undefined) throw usage(NO_END)
  if (isDay(text)) return text
  const days = readDays('until', text)
  if (days !== undefined) return addDays(today, days)
  throw usage({
    en: `--until takes a day or a time from today, 2026-12-31, 30d or 4w, not "${text}".`,
    zh: `--until 需要日期或从今天起的时长，如 2026-12-31、30d 或 4w，而不是“${text}”。`,
  })
}

const ONE_OF_TWO: Message = {
  en: 'What is granted? Give --role ROLE, whose approval may be missing, or --audience partner|public.',
  zh: '批准什么？请用 --role 角色 指定可以缺少的批准，或用 --audience partner|public 指定可见范围。',
}
const NO_END: Message = {
  en: 'Until when? An exception has an end: --until DAY.',
  zh: '到何时为止？例外必须有期限：--until 日期。',
}
const NO_REASON: Message = {
  en: 'Why? An exception has a reason: -m TEXT.',
  zh: '为什么？例外必须有理由：-m 文字。',
}

function usage(text: Message): CasectlError {
  return new CasectlError('usage', text)
}
