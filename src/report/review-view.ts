import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { fieldName } from '../model/pointer.js'
import { type ReviewFile, SCORES } from '../model/review.js'
import type { ChecklistItem } from '../review/checklist.js'
import { personName } from '../review/policy.js'
import type { ReviewDay } from '../review/review-day.js'
import type { Standing } from '../review/standing.js'
import type { NearCase } from '../search/near-case.js'
import { unifiedDiff } from './diff.js'
import { shownScore } from './near-cases.js'
import { SEVERITY_WORDS } from './severity-words.js'
import { shownLine } from './shown.js'

/** What a reviewer wants to know beside the case's text. */
export interface ReviewSheet {
  readonly path: string
  readonly text: string
  readonly standing: Standing
  readonly day: ReviewDay
  readonly checklist: readonly ChecklistItem[]
  readonly lint: readonly Diagnostic[]
  readonly reviews: readonly ReviewFile[]
  /** The cases nearest to it; undefined where nobody has built an index yet. */
  readonly near: readonly NearCase[] | undefined
  /** The text that was published last, and its commit. */
  readonly published?: { readonly commit: string; readonly text: string } | undefined
}

/** The sheet in parts: where it stands, when it is due, what it must have, lint, reviews, what changed. */
export function reviewSheet(sheet: ReviewSheet, language: Language): string {
  const parts: readonly (readonly [Message, readonly string[]])[] = [
    [TITLES.standing, standingLines(sheet.standing, language)],
    [TITLES.day, sheet.day.reasons.map(reason => reason[language])],
    [TITLES.checklist, sheet.checklist.map(itemLine)],
    [TITLES.lint, sheet.lint.map(found => lintLine(found, language))],
    [TITLES.near, sheet.near?.map(nearLine) ?? [style.dim(NO_INDEX[language])]],
    [TITLES.reviews, sheet.reviews.map(reviewLine)],
    [TITLES.changes, changeLines(sheet, language)],
  ]
  return parts
    .map(([title, lines]) => {
      const shown = lines.length === 0 ? [style.dim(NONE[language])] : lines
      return [style.bold(title[language]), ...shown.map(line => `  ${line}`)].join('\n')
    })
    .join('\n\n')
}

/** The same as JSON. */
export function sheetJson({ standing, day, checklist, lint, reviews, near, published }: ReviewSheet): object {
  return {
    approvals: [...standing.approvals].map(([role, { file }]) => ({ role, path: file.path })),
    stale: [...standing.stale].map(([role, old]) => ({ role, paths: old.map(({ file }) => file.path) })),
    returns: standing.returns.map(({ file }) => file.path),
    missing: standing.missing,
    faults: standing.faults,
    reviewDay: { day: day.day ?? null, reasons: day.reasons.map(({ en }) => en) },
    checklist,
    lint,
    near: near ?? null,
    reviews: reviews.map(({ path, record = null }) => ({ path, record })),
    published: published?.commit ?? null,
  }
}

function standingLines(
  { approvals, missing, stale, returns, faults }: Standing,
  language: Language,
): string[] {
  const say = (message: Message, args: Readonly<Record<string, string>>): string =>
    shownLine(fill(message, args)[language])
  return [
    ...[...approvals].map(([role, { record }]) =>
      style.green(say(LINES.approved, { role, who: personName(record.reviewer), day: record.day })),
    ),
    ...missing.map(role => style.red(say(stale.has(role) ? LINES.stale : LINES.missing, { role }))),
    ...returns.map(({ record }) =>
      style.red(say(LINES.returned, { role: record.role, who: personName(record.reviewer) })),
    ),
    ...faults.map(
      ({ path, message }) => `${style.red('✗')} ${shownLine(path)}: ${shownLine(message[language])}`,
    ),
  ]
}

function itemLine({ name, kind, done }: ChecklistItem): string {
  const mark = done ? style.green('✓') : style.red('✗')
  return `${mark} ${kind === 'section' ? `## ${shownLine(name)}` : fieldName(name)}`
}

function lintLine({ severity, message, rule, at }: Diagnostic, language: Language): string {
  const word = SEVERITY_WORDS[severity][language]
  return `${at?.line ?? '-'}  ${word}  ${shownLine(message[language])}  ${style.dim(rule)}`
}

function reviewLine({ path, record }: ReviewFile): string {
  if (record === undefined) return `${style.red('✗')} ${shownLine(path)}`
  const { day, role, verdict, reviewer, scores, comment } = record
  const given = SCORES.flatMap(name => scores?.[name] ?? []).join('/')
  const words = [day, role, style.bold(verdict), personName(reviewer), given, comment ?? '']
  return words
    .filter(word => word !== '')
    .map(shownLine)
    .join('  ')
}

function nearLine({ id, score, title, status }: NearCase): string {
  return `${shownScore(score)}  ${style.bold(id)}  ${shownLine(title)}  ${style.dim(status)}`
}

function changeLines({ path, text, published }: ReviewSheet, language: Language): string[] {
  if (published === undefined) return [style.dim(NEVER[language])]
  const diff = unifiedDiff({ path, before: published.text, after: text })
  return diff === '' ? [] : diff.split('\n')
}

const NO_INDEX: Message = {
  en: 'no index yet: `casectl index` builds it',
  zh: '尚无索引：可用 `casectl index` 建立',
}
const NONE: Message = { en: 'none', zh: '无' }
const NEVER: Message = { en: 'never published, as far as git tells', zh: 'git 中没有已发布的版本' }

const TITLES = {
  standing: { en: 'Approvals', zh: '批准情况' },
  day: { en: 'Next review', zh: '下次复审' },
  checklist: { en: 'Checklist', zh: '核对清单' },
  lint: { en: 'Lint', zh: '检查结果' },
  near: { en: 'Similar cases', zh: '相似案例' },
  reviews: { en: 'Reviews', zh: '评审记录' },
  changes: { en: 'Changes since it was published', zh: '与已发布版本的差异' },
} as const satisfies Record<string, Message>

const LINES = {
  approved: { en: '✓ {role}: approved by {who} on {day}', zh: '✓ {role}：{who} 于 {day} 批准' },
  stale: { en: '✗ {role}: another text was approved', zh: '✗ {role}：批准的是另一版内容' },
  missing: { en: '✗ {role}: nobody has approved', zh: '✗ {role}：无人批准' },
  returned: { en: '✗ {role}: returned by {who}', zh: '✗ {role}：被 {who} 退回' },
} as const satisfies Record<string, Message>
