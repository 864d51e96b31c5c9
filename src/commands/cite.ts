import { dayOf } from '../lib/day.js'
import { outOfForce } from '../reply/fit.js'
import { markdownText } from '../report/lint/markdown-text.js'
import { shownLine } from '../report/shown.js'
import { caseLink } from '../workspace/case-link.js'
import { usableCase } from '../workspace/usable-case.js'
import { type Command, envelope } from './context.js'
import { notFound } from './show-missing.js'
import { typedId } from './typed-id.js'
import { countUse, refuse, ticketRef } from './use-case.js'

export interface CiteOptions {
  readonly id: string
  readonly ticket?: string
  readonly format?: 'text' | 'markdown' | 'json'
}

/** `casectl cite`: a case as one line for a ticket; exit 1 for a case that is not in force. */
export const cite: Command<CiteOptions> = async (context, options) => {
  const { terminal, host } = context
  const workspace = await context.openWorkspace()
  const ticket = ticketRef(workspace.config, options.ticket)
  const library = await workspace.library()
  const used = await usableCase(workspace, library, typedId(workspace, options.id), dayOf(host.now()))
  const json = options.format === 'json'
  if (used === undefined) return notFound(context, library, { id: options.id, json }, 'cite')
  const { id, title, path, status } = used.case
  const unfit = outOfForce(used.case, library)
  if (unfit !== undefined) return refuse(context, 'cite', unfit, json)
  const { due, staleRoles } = used.standing
  const link = await caseLink(workspace, path, host.env)
  countUse(context, workspace, {
    case: id,
    kind: 'used',
    via: 'cite',
    ...(ticket === undefined ? {} : { ticket }),
  })
  const stale = status === 'needs-review' || due !== undefined || staleRoles.length > 0
  if (json)
    terminal.json(envelope('cite', { id, title, path, link: link ?? null, ticket: ticket ?? null, stale }))
  else if (options.format === 'markdown') {
    const words = `${id} ${markdownText(title)}`
    terminal.out(link === undefined ? `${words} ${markdownText(path)}` : `[${words}](${link})`)
  } else terminal.out(`${id} ${shownLine(title)} ${link ?? path}`)
  if (stale)
    terminal.say({ en: '{id} is to be reviewed: check it first.', zh: '{id} 待复审，引用前请核对。' }, { id })
  return 0
}
