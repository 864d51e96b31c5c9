import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { CommitFacts } from '../model/commit.js'
import type { CaseVersion } from '../review/case-version.js'
import { type Comparison, compareVersions, isSame } from '../review/compare-versions.js'
import { commitLine } from './commit-line.js'
import { comparisonLines } from './comparison.js'
import { shownLine } from './shown.js'

/** A commit and a case before and after it. */
export interface HistoryItem {
  readonly commit: CommitFacts
  readonly before: CaseVersion | undefined
  readonly after: CaseVersion | undefined
}

/** Lines shown of one section: enough to recognise a change, and `casectl diff` shows it whole. */
const MOST_LINES = 4

/** The commits of a case, each with what it changed. */
export function historyText(items: readonly HistoryItem[], language: Language): string {
  return items
    .map(({ commit, before, after }) => {
      const lines = [...placeLines(before, after, language), ...changeLines(before, after, language)]
      return [commitLine(commit, language), ...lines.map(line => `  ${line}`)].join('\n')
    })
    .join('\n\n')
}

/** Where a case came to, went to, or moved. */
export function placeLines(
  before: CaseVersion | undefined,
  after: CaseVersion | undefined,
  language: Language,
): string[] {
  const say = (message: Message): string =>
    fill(message, { from: shownLine(before?.path ?? ''), to: shownLine(after?.path ?? '') })[language]
  if (before === undefined) return [style.green(say(WORDS.added))]
  if (after === undefined) return [style.red(say(WORDS.removed))]
  return before.path === after.path ? [] : [say(WORDS.moved)]
}

function changeLines(
  before: CaseVersion | undefined,
  after: CaseVersion | undefined,
  language: Language,
): string[] {
  // A case that is new or gone is its title: all of its fields would say the same.
  if (before === undefined || after === undefined) {
    return [shownLine((after ?? before)?.title ?? '')].filter(title => title !== '')
  }
  const unreadable = [before, after].some(({ readable }) => !readable)
  const comparison = compareVersions(before, after)
  const form = isSame(comparison) && before.path === after.path
  return [
    ...(unreadable ? [style.yellow(WORDS.unreadable[language])] : []),
    ...(form ? [style.dim(WORDS.form[language])] : []),
    ...comparisonLines(comparison, language, MOST_LINES),
  ]
}

/** The same as JSON; `fields` and `sections` tell what differs, of a new or removed case all of it. */
export function historyJson(items: readonly HistoryItem[]): object[] {
  return items.map(({ commit, before, after }) => ({
    commit: commit.commit,
    author: commit.author,
    committer: commit.committer,
    signature: commit.signature,
    ...sidesJson(before, after, compareVersions(before, after)),
  }))
}

/** Where a case was and is, and what differs. */
export function sidesJson(
  before: CaseVersion | undefined,
  after: CaseVersion | undefined,
  { fields, sections, reordered }: Comparison,
): object {
  return {
    action: actionOf(before, after),
    from: before?.path ?? null,
    to: after?.path ?? null,
    fields,
    sections,
    reordered,
  }
}

/** What happened to a case as a whole. */
export function actionOf(
  before: CaseVersion | undefined,
  after: CaseVersion | undefined,
): 'added' | 'removed' | 'moved' | 'changed' {
  if (before === undefined) return 'added'
  if (after === undefined) return 'removed'
  return before.path === after.path ? 'changed' : 'moved'
}

const WORDS = {
  added: { en: 'added as {to}', zh: '新增：{to}' },
  removed: { en: 'removed from {from}', zh: '删除：{from}' },
  moved: { en: 'moved from {from} to {to}', zh: '从 {from} 移至 {to}' },
  form: { en: 'form only: it says the same', zh: '仅格式变化，内容相同' },
  unreadable: { en: 'The front matter cannot be read on one side.', zh: '有一侧的 front matter 无法读取。' },
} as const satisfies Record<string, Message>
