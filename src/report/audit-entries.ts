import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { AuditAction, AuditEntry, AuditedCommit } from '../review/audit-entry.js'
import type { FieldChange } from '../review/compare-versions.js'
import { shortCommit } from '../review/history.js'
import { personName } from '../review/policy.js'
import { signatureWords, timeText } from './commit-line.js'
import { valueText } from './comparison.js'
import { csvLine } from './csv.js'
import { shownLine } from './shown.js'
import { type Cell, table } from './table.js'

const ACTIONS: Readonly<Record<AuditAction, Message>> = {
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '删除' },
  moved: { en: 'moved', zh: '移动' },
  changed: { en: 'changed', zh: '修改' },
  reviewed: { en: 'reviewed', zh: '评审' },
}

/** The rows of a commit, one a case. */
export function auditRows(commit: AuditedCommit, language: Language): Cell[][] {
  const { author, signature } = commit
  const signed = signature.status === 'G' ? signature.signer : signatureWords(signature, language)
  return commit.entries.map(entry => [
    timeText(author.time),
    author.name,
    shortCommit(commit.commit),
    signed,
    { text: entry.id || '?', paint: style.bold },
    ACTIONS[entry.action][language],
    whatText(entry),
  ])
}

/** Such rows as a table. */
export function auditTable(rows: readonly Cell[][], language: Language, width?: number): string {
  const columns = [
    { header: WORDS.when[language] },
    { header: WORDS.who[language], cut: true },
    { header: WORDS.commit[language], spare: true },
    { header: WORDS.signed[language], spare: true },
    { header: WORDS.case[language] },
    { header: WORDS.how[language] },
    { header: WORDS.what[language], cut: true },
  ]
  return table(columns, rows, width)
}

function whatText(entry: AuditEntry): string {
  const { action, before, after, approvals, reviews } = entry
  const whole = action === 'added' || action === 'removed'
  const parts = whole ? [(after ?? before)?.title ?? ''] : changeTexts(entry)
  const given = reviews.map(({ how, path, record }) => {
    if (how !== 'added' || record === undefined) return `${how}: ${path}`
    return `${record.verdict} ${record.role}: ${personName(record.reviewer)}`
  })
  const under = approvals.map(({ role, reviewer }) => `✓ ${role}: ${personName(reviewer)}`)
  return [...parts, ...given, ...under].filter(part => part !== '').join('; ')
}

/** The path where it changed, then each field with both values, then the sections. */
function changeTexts({ before, after, comparison }: AuditEntry): string[] {
  const { fields, sections, reordered } = comparison
  const moved = before !== undefined && after !== undefined && before.path !== after.path
  return [
    ...(moved ? [`${before.path} → ${after.path}`] : []),
    ...fields.map(fieldText),
    ...sections.map(({ section }) => `## ${section || '…'}`),
    ...(reordered ? ['↕'] : []),
  ]
}

function fieldText({ field, before, after }: FieldChange): string {
  if (before === undefined) return `${field}: + ${valueText(after)}`
  if (after === undefined) return `${field}: − ${valueText(before)}`
  return `${field}: ${valueText(before)} → ${valueText(after)}`
}

/** An entry for programs: `sections` are named, their texts are in git. */
export function auditJson(commit: AuditedCommit): object[] {
  const { entries, commit: name, author, committer, signature } = commit
  return entries.map(entry => ({
    ...{ commit: name, author, committer, signature },
    ...{ case: entry.id, title: (entry.after ?? entry.before)?.title ?? null, action: entry.action },
    ...{ from: entry.before?.path ?? null, to: entry.after?.path ?? null },
    fields: entry.comparison.fields,
    sections: entry.comparison.sections.map(({ section, before, after }) => ({
      section,
      how: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    })),
    reordered: entry.comparison.reordered,
    approvals: entry.approvals,
    reviews: entry.reviews.map(({ path, how, record = null }) => ({ path, how, record })),
  }))
}

const CSV_COLUMNS = [
  ...['time', 'commit', 'author', 'author_email', 'committer', 'committer_email', 'committed'],
  ...['signature', 'signer', 'case', 'title', 'action', 'from', 'to'],
  ...['fields', 'before', 'after', 'sections', 'approvals', 'reviews'],
]

export function auditCsvHead(): string {
  return csvLine(CSV_COLUMNS)
}

/**
 * An entry as a record of CSV. `fields`, `before` and `after` are lists of lines: the name of a field,
 * and its values, in the same order.
 */
export function auditCsv({ entries, commit, author, committer, signature }: AuditedCommit): string[] {
  return entries.map(entry => {
    const { fields, sections } = entry.comparison
    return csvLine(
      [
        ...[author.time, commit, author.name, author.email, committer.name, committer.email, committer.time],
        ...[signature.status, signature.signer, entry.id, (entry.after ?? entry.before)?.title ?? ''],
        ...[entry.action, entry.before?.path ?? '', entry.after?.path ?? ''],
        fields.map(({ field }) => field).join('\n'),
        fields.map(({ before }) => (before === undefined ? '' : valueText(before))).join('\n'),
        fields.map(({ after }) => (after === undefined ? '' : valueText(after))).join('\n'),
        sections.map(({ section }) => section).join('\n'),
        entry.approvals.map(({ role, reviewer, day }) => `${role} ${personName(reviewer)} ${day}`).join('\n'),
        entry.reviews.map(({ how, path }) => `${how} ${path}`).join('\n'),
      ].map(shownLines),
    )
  })
}

/** Control characters visible, line breaks kept. */
function shownLines(text: string): string {
  return text.split('\n').map(shownLine).join('\n')
}

const WORDS = {
  when: { en: 'when', zh: '时间' },
  who: { en: 'who', zh: '人员' },
  commit: { en: 'commit', zh: '提交' },
  signed: { en: 'signed', zh: '签名' },
  case: { en: 'case', zh: '案例' },
  how: { en: 'action', zh: '动作' },
  what: { en: 'what', zh: '内容' },
} as const satisfies Record<string, Message>
