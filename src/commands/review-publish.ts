import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import type { Case } from '../model/case.js'
import { applyEdits } from '../model/change.js'
import { pretty } from '../report/pretty.js'
import { lacking } from '../review/gate.js'
import { judgeExceptions } from '../review/judge-exceptions.js'
import { mayBecome } from '../review/transitions.js'
import { countBySeverity } from '../rules/run.js'
import { openCaseReview } from '../workspace/case-review.js'
import { readExceptions } from '../workspace/exception-files.js'
import { type Command, envelope } from './context.js'
import { notFound } from './show-missing.js'

export interface ReviewPublishOptions {
  readonly id: string
  readonly json?: boolean
}

/** `casectl review publish`: sets the status once every role has approved the text as it is; exit 1 before. */
export const reviewPublish: Command<ReviewPublishOptions> = async (context, options) => {
  const { terminal } = context
  const workspace = await context.openWorkspace()
  const given = await openCaseReview(workspace, options.id)
  if (given.case === undefined) return notFound(context, given.library, options)
  const { case: found, file, digest, standing, policy } = given
  const status = found.fields.get('/status')?.value
  if (status === undefined || digest === undefined || !found.sound) throw unreadable(found)
  if (!mayBecome(found.status, 'published')) throw notFrom(found)
  const exceptions = judgeExceptions({
    ...{ case: { ...found, status: 'published' }, policy, day: dayOf(context.host.now()) },
    files: await readExceptions(workspace.root, new Set([found.id])),
    missing: standing.missing,
    defaultAudience: workspace.config.defaultAudience,
  })
  const { freed } = exceptions
  const lacks = [...lacking(found.id, { case: found, digest }, standing, { freed })]
  const diagnostics = [...standing.faults, ...exceptions.findings, ...lacks]
  const done = lacks.length === 0 && found.status !== 'published'
  if (done) {
    const edit = { path: found.path, start: status.start, end: status.end, text: 'published' }
    await workspace.apply([{ path: found.path, before: file.text, after: applyEdits(file.text, [edit]) }])
  }
  const result = { diagnostics, suppressed: [], files: 1, counts: countBySeverity(diagnostics) }
  if (options.json === true) {
    terminal.json(envelope('review publish', { id: found.id, published: lacks.length === 0, diagnostics }))
  } else if (diagnostics.length > 0) terminal.out(pretty(result, { language: terminal.language }))
  if (done) terminal.say(PUBLISHED, { id: found.id, path: found.path })
  return lacks.length === 0 ? 0 : 1
}

const PUBLISHED = {
  en: '{id} is published ({path}). `casectl lint` judges it as such from now on.',
  zh: '{id} 已发布（{path}）。此后 `casectl lint` 会按已发布案例检查。',
} as const

function unreadable(found: Case): CasectlError {
  return new CasectlError(
    'review',
    { en: `${found.path} cannot be read as a case.`, zh: `${found.path} 无法作为案例读取。` },
    { en: '`casectl lint` says why.', zh: '运行 `casectl lint` 可查看原因。' },
  )
}

function notFrom({ id, status }: Case): CasectlError {
  return new CasectlError('review', {
    en: `${id} is ${status}; from there it cannot be published.`,
    zh: `${id} 的状态是 ${status}，不能直接发布。`,
  })
}
