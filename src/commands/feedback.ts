import { MAX_TEXT } from '../feedback/read-line.js'
import { CasectlError } from '../lib/errors.js'
import { addEvents } from '../workspace/feedback-batches.js'
import { eventNow, recordEvent } from '../workspace/record-feedback.js'
import { type Command, envelope } from './context.js'
import { notFound } from './show-missing.js'
import { typedId } from './typed-id.js'
import { maskerOf, ticketRef } from './use-case.js'

export interface FeedbackOptions {
  readonly id?: string
  readonly solved?: boolean
  readonly unsolved?: boolean
  readonly outdated?: boolean
  readonly rating?: string
  readonly message?: string
  readonly ticket?: string
  readonly commit?: boolean
  readonly json?: boolean
}

/** `casectl feedback ID`: whether a case helped, into the spool, or committed at once. */
export const feedback: Command<FeedbackOptions> = async (context, options) => {
  const { terminal, host } = context
  const kind = kindOf(options)
  const rating = ratingOf(options.rating)
  const workspace = await context.openWorkspace()
  const { config } = workspace
  const ticket = ticketRef(config, options.ticket)
  const library = await workspace.library()
  const id = typedId(workspace, options.id ?? '')
  const found = library.byId.get(id)?.[0]
  if (found === undefined) return notFound(context, library, { ...options, id: options.id ?? '' }, 'feedback')
  const { text, counts } = maskerOf(config, found.language).mask(messageOf(options.message))
  const event = eventNow(
    {
      ...{ case: found.id, kind },
      ...(rating === undefined ? {} : { rating }),
      ...(ticket === undefined ? {} : { ticket }),
      ...(text === '' ? {} : { text }),
    },
    host,
  )
  if (counts.size > 0) terminal.say(MASKED)
  if (options.commit === true) {
    const written = await addEvents(workspace, { events: [event], bad: [] }, { commit: true, env: host.env })
    if (options.json === true) terminal.json(envelope('feedback', { event, paths: written.paths }))
    else terminal.say(WRITTEN, { path: written.paths.join(', ') })
    return 0
  }
  if (!recordEvent(workspace, event)) throw cannotSpool()
  if (options.json === true) terminal.json(envelope('feedback', { event, paths: [] }))
  else terminal.say(SPOOLED)
  return 0
}

function kindOf({ solved, unsolved, outdated }: FeedbackOptions): 'solved' | 'unsolved' | 'outdated' {
  const given = { solved, unsolved, outdated }
  const kinds = (['solved', 'unsolved', 'outdated'] as const).filter(kind => given[kind] === true)
  const [kind, ...others] = kinds
  if (kind !== undefined && others.length === 0) return kind
  throw new CasectlError('usage', {
    en: 'Say one of --solved, --unsolved, --outdated.',
    zh: '请从 --solved、--unsolved、--outdated 中选择一个。',
  })
}

function ratingOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-5]$/.test(text)) return Number(text)
  throw new CasectlError('usage', {
    en: `--rating takes 1 to 5, not "${text}".`,
    zh: `--rating 需要 1 到 5，而不是“${text}”。`,
  })
}

function messageOf(text = ''): string {
  const trimmed = text.trim()
  if (trimmed.length <= MAX_TEXT) return trimmed
  throw new CasectlError('usage', {
    en: `The message has ${trimmed.length} characters; at most ${MAX_TEXT}.`,
    zh: `留言有 ${trimmed.length} 个字符，最多 ${MAX_TEXT} 个。`,
  })
}

function cannotSpool(): CasectlError {
  return new CasectlError(
    'cannot-write',
    { en: '.casectl/spool/ cannot be written; nothing was kept.', zh: '.casectl/spool/ 不可写，没有保存。' },
    { en: 'Check permissions and free space.', zh: '请检查写入权限和剩余空间。' },
  )
}

const MASKED = { en: 'Personal data in the message was masked.', zh: '留言中的个人数据已打码。' } as const
const WRITTEN = { en: 'Recorded in {path}.', zh: '已记录到 {path}。' } as const
const SPOOLED = {
  en: 'Recorded. `casectl feedback sync` commits what was recorded here.',
  zh: '已记录。`casectl feedback sync` 会提交这里的记录。',
} as const
