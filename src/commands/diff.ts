import type { Message } from '../lib/message.js'
import { readCaseId } from '../model/case-id.js'
import { placeLines, sidesJson } from '../report/case-history.js'
import { comparisonLines } from '../report/comparison.js'
import { compareVersions, isSame } from '../review/compare-versions.js'
import { shortCommit } from '../review/history.js'
import { caseSides, type Side } from '../workspace/case-difference.js'
import { type Command, envelope } from './context.js'
import { notFound } from './show-missing.js'

export interface DiffOptions {
  readonly id: string
  /** `A..B`, or `A` for what has changed since on disk. */
  readonly revisions?: string
  readonly json?: boolean
}

/** `casectl diff`: a case at two moments in fields and sections; exit 0 whether they differ or not. */
export const diff: Command<DiffOptions> = async (context, options) => {
  const { terminal, host } = context
  const { language } = terminal
  const workspace = await context.openWorkspace()
  const id = readCaseId(options.id) ?? readCaseId(`${workspace.config.idPrefix}-${options.id}`)
  const sides = id === undefined ? undefined : await caseSides(workspace, id, options.revisions, host.env)
  const { from, to } = sides ?? {}
  if (id === undefined || from === undefined || to === undefined || isNowhere(from, to)) {
    return notFound(context, await workspace.library(), options, 'diff')
  }
  const comparison = compareVersions(from.version, to.version)
  const [before, after] = [from.version, to.version]
  if (options.json === true) {
    const ends = { from: from.commit ?? null, to: to.commit ?? null }
    terminal.json(envelope('diff', { id, revisions: ends, ...sidesJson(before, after, comparison) }))
    return 0
  }
  const lines = [...placeLines(before, after, language), ...comparisonLines(comparison, language)]
  if (lines.length > 0) terminal.out(lines.join('\n'))
  const names = { id, from: nameOf(from, terminal.text(DISK)), to: nameOf(to, terminal.text(DISK)) }
  terminal.say(isSame(comparison) ? SAME : DIFFER, names)
  return 0
}

function isNowhere(from: Side, to: Side): boolean {
  return from.version === undefined && to.version === undefined
}

function nameOf({ commit }: Side, disk: string): string {
  return commit === undefined ? disk : shortCommit(commit)
}

const DISK: Message = { en: 'the files on disk', zh: '磁盘上的文件' }
const SAME: Message = {
  en: '{id} says the same in {from} and {to}.',
  zh: '{id} 在 {from} 与 {to} 中内容相同。',
}
const DIFFER: Message = { en: '{id}: from {from} to {to}.', zh: '{id}：从 {from} 到 {to}。' }
