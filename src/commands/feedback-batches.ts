import type { FeedbackEvent } from '../feedback/event.js'
import { readEvents } from '../feedback/read-events.js'
import type { BadLine } from '../feedback/read-line.js'
import { decodeText, readStdinBytes, readTextInput } from '../io/stdin.js'
import type { Message } from '../lib/message.js'
import { shownLine } from '../report/shown.js'
import { addEvents, compactFeedback, syncSpool, type Written } from '../workspace/feedback-batches.js'
import { type Command, type Context, type ExitCode, envelope } from './context.js'
import { maskerOf } from './use-case.js'

interface BatchCommandOptions {
  /** False with `--no-commit`. */
  readonly commit?: boolean
  readonly json?: boolean
}

export interface FeedbackAddOptions extends BatchCommandOptions {
  readonly from: string
}

export interface FeedbackCompactOptions extends BatchCommandOptions {
  readonly dryRun?: boolean
}

/** `casectl feedback sync`: commits what waits in the spool as one batch. */
export const feedbackSync: Command<BatchCommandOptions> = async (context, options) => {
  const workspace = await context.openWorkspace()
  const commit = options.commit !== false
  return tell(
    context,
    'feedback sync',
    await syncSpool(workspace, { commit, env: context.host.env }),
    options,
  )
}

/** Largest list of events on stdin, in MiB: a million of them. */
const MOST_MEBIBYTES = 256

/** `casectl feedback add`: events that a page or a ticket system collected; exit 1 where lines were set aside. */
export const feedbackAdd: Command<FeedbackAddOptions> = async (context, options) => {
  const { host } = context
  const text =
    options.from === '-'
      ? decodeText(await readStdinBytes(host.stdin, MOST_MEBIBYTES), '-')
      : await readTextInput(host, options.from)
  const workspace = await context.openWorkspace()
  const read = readEvents(text.replace(/^\ufeff/, ''))
  const masked = (event: FeedbackEvent): FeedbackEvent => {
    const masker = maskerOf(workspace.config, /\p{Script=Han}/u.test(event.text ?? '') ? 'zh' : 'en')
    return {
      ...event,
      ...(event.text === undefined ? {} : { text: masker.mask(event.text).text }),
      ...(event.ticket === undefined ? {} : { ticket: masker.mask(event.ticket).text }),
    }
  }
  const events = { events: read.events.map(masked), bad: read.bad }
  const commit = options.commit !== false
  return tell(context, 'feedback add', await addEvents(workspace, events, { commit, env: host.env }), options)
}

/** `casectl feedback compact`: folds the batches of each month. */
export const feedbackCompact: Command<FeedbackCompactOptions> = async (context, options) => {
  const { terminal, host } = context
  const workspace = await context.openWorkspace()
  const { dryRun = false, commit = true } = options
  const fold = await compactFeedback(workspace, { dryRun, commit, env: host.env })
  const files = fold.changes.filter(({ after }) => after !== null).map(({ path }) => path)
  const gone = fold.changes.filter(({ after }) => after === null).map(({ path }) => path)
  const { kept, repeated } = fold
  if (options.json === true) {
    const done = { written: files, removed: gone, kept, repeated, commit: fold.commit ?? null }
    terminal.json(envelope('feedback compact', { dryRun, ...done }))
  } else for (const path of files) terminal.out(path)
  for (const path of kept)
    terminal.say(
      { en: 'Left as it is, some lines are no event: {path}', zh: '有无法识别的行，保持原样：{path}' },
      { path },
    )
  terminal.say(FOLDED, { files: files.length, gone: gone.length, repeated })
  return 0
}

function tell(
  { terminal }: Context,
  command: string,
  written: Written,
  { json }: BatchCommandOptions,
): ExitCode {
  const { paths, added, known, bad, setAside, commit } = written
  if (json === true) {
    const aside = bad.map(({ line, reason }) => ({ line, reason }))
    terminal.json(
      envelope(command, {
        added,
        known,
        paths,
        bad: aside,
        setAside: setAside ?? null,
        commit: commit ?? null,
      }),
    )
  } else for (const path of paths) terminal.out(path)
  for (const { line, reason } of bad.slice(0, MOST_TOLD)) {
    terminal.complain(`  ${line}: ${terminal.text(REASONS[reason])}`)
  }
  if (bad.length > 0) terminal.say(SET_ASIDE, { bad: bad.length, place: shownLine(setAside ?? '–') })
  terminal.say(commit === undefined ? ADDED : COMMITTED, { added, known, commit: commit?.slice(0, 12) ?? '' })
  return bad.length > 0 ? 1 : 0
}

/** Lines that are told one by one. */
const MOST_TOLD = 20

const REASONS: Readonly<Record<BadLine, Message>> = {
  'too-long': { en: 'longer than 4096 characters', zh: '超过 4096 个字符' },
  'not-json': { en: 'no JSON', zh: '不是 JSON' },
  'not-object': { en: 'no JSON object', zh: '不是 JSON 对象' },
  event: {
    en: '`event` is missing or no id (letters, digits, _ and -, at most 64)',
    zh: '缺少 `event`，或不是 id（字母、数字、_ 和 -，最多 64 个）',
  },
  case: { en: '`case` is missing or no id', zh: '缺少 `case`，或不是案例 id' },
  kind: {
    en: '`kind` is not used, solved, unsolved or outdated',
    zh: '`kind` 不是 used、solved、unsolved 或 outdated',
  },
  day: { en: '`day` is no day such as 2026-11-22', zh: '`day` 不是 2026-11-22 这样的日期' },
  rating: { en: '`rating` is not 1 to 5', zh: '`rating` 不是 1 到 5' },
  text: { en: '`text` is no text', zh: '`text` 不是文本' },
}
const SET_ASIDE = {
  en: 'Lines that are no event: {bad}, kept in {place}.',
  zh: '无法识别的行：{bad}，保存在 {place}。',
} as const
const ADDED = {
  en: 'New events: {added}. Known already: {known}.',
  zh: '新增事件：{added}。已有：{known}。',
} as const
const COMMITTED = {
  en: 'New events: {added}. Known already: {known}. Committed as {commit}.',
  zh: '新增事件：{added}。已有：{known}。已提交为 {commit}。',
} as const
const FOLDED = {
  en: 'Files written: {files}, removed: {gone}; repeated events dropped: {repeated}.',
  zh: '写入 {files} 个文件，删除 {gone} 个；去除重复事件 {repeated} 个。',
} as const
