import { dayOf } from '../lib/day.js'
import { caseView } from '../report/case-view.js'
import { WIDEST } from '../report/markdown.js'
import { type ReviewSheet, reviewSheet, sheetJson } from '../report/review-view.js'
import { checklist } from '../review/checklist.js'
import { nextReview } from '../review/due.js'
import { openCaseReview } from '../workspace/case-review.js'
import { lintWorkspace } from '../workspace/lint.js'
import { nearestTo } from '../workspace/nearest.js'
import { publishedVersion } from '../workspace/published-version.js'
import { openCalendar } from '../workspace/review-due.js'
import { type Command, envelope } from './context.js'
import { notFound } from './show-missing.js'

export interface ReviewShowOptions {
  readonly id: string
  readonly json?: boolean
}

/** `casectl review show`: the case, and all that a reviewer wants to know of it. */
export const reviewShow: Command<ReviewShowOptions> = async (context, options) => {
  const { terminal, host } = context
  const workspace = await context.openWorkspace()
  const given = await openCaseReview(workspace, options.id)
  if (given.case === undefined) return notFound(context, given.library, options)
  const { case: found, file, library, digest, reviews, standing } = given
  const { diagnostics } = await lintWorkspace(workspace, [], { library, listed: [found.path] })
  const sheet: ReviewSheet = {
    ...{ path: found.path, text: file.text, standing, reviews, lint: diagnostics },
    day: nextReview(found, standing, await openCalendar(workspace, dayOf(host.now()))),
    checklist: checklist(found, workspace.config.kinds[found.kind]),
    published: await publishedVersion(workspace, found, host.env),
    near: await nearestTo(workspace, found),
  }
  if (options.json === true) {
    const head = { id: found.id, path: found.path, status: found.status, digest: digest ?? null }
    terminal.json(envelope('review show', { ...head, ...sheetJson(sheet) }))
  } else {
    const { language } = terminal
    const view = { language, width: Math.min(WIDEST, terminal.width) }
    terminal.out(`${caseView(file, found, library, view)}\n\n${reviewSheet(sheet, language)}`)
  }
  return 0
}
