import type { Language, Message } from '../lib/message.js'
import type { RuleStats } from '../rules/run.js'
import { table } from './table.js'

const HEADERS = [
  { en: 'Rule', zh: '规则' },
  { en: 'Time (ms)', zh: '用时（毫秒）' },
  { en: 'Findings', zh: '结果数' },
] as const satisfies readonly Message[]

/** What each rule cost and found, the dearest first; what the files themselves waved through counts. */
export function lintStats(stats: readonly RuleStats[], language: Language): string {
  const sorted = [...stats].sort((a, b) => b.time - a.time)
  const rows = sorted.map(({ rule, time, findings }) => [rule, time.toFixed(1), String(findings)])
  const sum = (pick: (stat: RuleStats) => number): number => stats.reduce((all, stat) => all + pick(stat), 0)
  const total = [TOTAL[language], sum(stat => stat.time).toFixed(1), String(sum(stat => stat.findings))]
  return table(
    HEADERS.map(header => ({ header: header[language] })),
    [...rows, total],
  )
}

const TOTAL: Message = { en: 'all', zh: '合计' }
