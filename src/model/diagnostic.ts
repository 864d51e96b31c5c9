import type { Message } from '../lib/message.js'
import { byCodeUnit } from '../lib/text.js'
import type { RepoPath } from './case.js'
import type { TextEdit } from './change.js'
import type { Range } from './range.js'

export const SEVERITIES = ['error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

/** A finding as data: who says it (rule, code), of what (args), where, how grave, and how to fix it. */
export interface Diagnostic {
  readonly rule: string
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>
  readonly message: Message
  readonly severity: Severity
  readonly path: RepoPath
  readonly at?: Range
  readonly fix?: readonly TextEdit[]
}

/** A finding that the case itself waves through, with the reason that it gives. */
export interface Suppressed extends Diagnostic {
  readonly reason: string
}

/** The one order of findings: path, place, rule, code, message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.path, b.path) ||
    (a.at?.start ?? -1) - (b.at?.start ?? -1) ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.message.en, b.message.en)
  )
}
