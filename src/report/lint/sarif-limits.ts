import { fill, type Message } from '../../lib/message.js'
import { type Diagnostic, SEVERITIES } from '../../model/diagnostic.js'
import type { LintResult } from '../../rules/run.js'
import type { View } from '../reporter.js'

// https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
/** Results of a run beyond which GitHub refuses the whole file. */
const MOST_TAKEN = 25_000
/** Results of a run that GitHub shows, the gravest first. */
const MOST_SHOWN = 5000

const CUT: Message = {
  en: 'SARIF: GitHub takes {taken} findings a run and shows {shown}; there are {count}. The {left} least grave ones are left out of the SARIF file.',
  zh: 'SARIF：GitHub 每次运行最多接收 {taken} 个问题，只显示 {shown} 个；现有 {count} 个。SARIF 文件中已略去最轻的 {left} 个。',
}
const SHOWN: Message = {
  en: 'SARIF: GitHub shows the {shown} gravest findings of a run; there are {count}.',
  zh: 'SARIF：GitHub 每次运行只显示最严重的 {shown} 个问题；现有 {count} 个。',
}

/** What the limits of GitHub do to a result of this size; nothing where it is within them. */
export function sarifNotices(
  { diagnostics, suppressed }: LintResult,
  { withSuppressed }: Pick<View, 'withSuppressed'>,
): Message[] {
  const count = diagnostics.length + (withSuppressed === true ? suppressed.length : 0)
  const numbers = { count, taken: MOST_TAKEN, shown: MOST_SHOWN, left: count - MOST_TAKEN }
  if (count > MOST_TAKEN) return [fill(CUT, numbers)]
  return count > MOST_SHOWN ? [fill(SHOWN, numbers)] : []
}

/** As many as GitHub takes, the gravest of them, in the order given. */
export function withinLimits<T extends { readonly found: Diagnostic }>(all: readonly T[]): readonly T[] {
  if (all.length <= MOST_TAKEN) return all
  const bySeverity = SEVERITIES.flatMap(severity => all.filter(({ found }) => found.severity === severity))
  const kept = new Set(bySeverity.slice(0, MOST_TAKEN))
  return all.filter(one => kept.has(one))
}
