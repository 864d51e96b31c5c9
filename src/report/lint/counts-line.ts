import { fill, type Message } from '../../lib/message.js'
import type { LintResult } from '../../rules/run.js'

const CLEAN = { en: 'Cases checked: {files}. No findings.', zh: '已检查 {files} 个案例：没有问题。' } as const
const FOUND = {
  en: 'Cases checked: {files}. Errors: {error}, warnings: {warning}, notes: {note}.',
  zh: '已检查 {files} 个案例：{error} 个错误，{warning} 个警告，{note} 个提示。',
} as const

/** What a run came to, in one sentence. */
export function countsLine({
  diagnostics,
  files,
  counts,
}: Pick<LintResult, 'diagnostics' | 'files' | 'counts'>): Message {
  return diagnostics.length === 0 ? fill(CLEAN, { files }) : fill(FOUND, { files, ...counts })
}
