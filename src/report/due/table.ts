import type { Language } from '../../lib/message.js'
import { style } from '../../lib/style.js'
import { personName } from '../../review/policy.js'
import { inOneLine } from '../case-words.js'
import { table } from '../table.js'
import type { DueReport } from './due-report.js'
import { WORDS } from './words.js'

/** Two tables: the cases, and below them the exceptions that have expired, where there are any. */
export function dueTable({ run, width }: DueReport, language: Language): string {
  const t = (word: keyof typeof WORDS): string => WORDS[word][language]
  const rows = run.cases.map(({ case: found, day, due, reasons, reviewers }) => [
    { text: found.id, paint: style.bold },
    due ? { text: day, paint: style.red } : day,
    due ? t('due') : t('soon'),
    found.owner ?? '',
    [...new Set(reviewers.flatMap(({ people }) => people))].join(', '),
    inOneLine(
      reasons.map(reason => reason[language]),
      language,
    ),
    found.title,
  ])
  const columns = [
    { header: t('case') },
    { header: t('day') },
    { header: t('state') },
    { header: t('owner'), cut: true },
    { header: t('reviewers'), cut: true, spare: true },
    { header: t('why'), cut: true },
    { header: t('title'), cut: true, spare: true },
  ]
  const cases = rows.length === 0 ? [] : [table(columns, rows, width)]
  const expired = run.expired.map(({ file, record }) => [
    { text: record.case, paint: style.bold },
    { text: record.until, paint: style.red },
    personName(record.approver),
    file.path,
    record.reason,
  ])
  const heads = [
    { header: t('case') },
    { header: t('until') },
    { header: t('owner'), cut: true },
    { header: t('file') },
    { header: t('why'), cut: true },
  ]
  const below = expired.length === 0 ? [] : [`${t('expired')}:\n${table(heads, expired, width)}`]
  return [...cases, ...below].join('\n\n')
}
