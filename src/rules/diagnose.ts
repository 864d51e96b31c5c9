import { fill, type Message } from '../lib/message.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import { type Diagnostic, SEVERITIES, type Severity } from '../model/diagnostic.js'
import type { Range } from '../model/range.js'
import type { Rule } from './rule.js'

/** A finding whose types are forgotten. */
export interface AnyFinding {
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>
  readonly at?: Range | undefined
  readonly fix?: readonly Omit<TextEdit, 'path'>[]
  readonly severity?: Severity
  readonly path?: RepoPath
}

// Where what is wrong with a file as a whole is shown: readers of reports want a line.
const FILE_START: Range = { start: 0, end: 0, line: 1, column: 1 }

/**
 * What a rule yields → a finding as data, with its words and its severity: the configuration's, or
 * the finding's, or the rule's; the latter two are milder in a draft.
 * @param configured the severity that the configuration gives to the rule
 * @param strict takes drafts for published
 */
export function toDiagnostic(
  { rule, severity: configured }: { readonly rule: Rule; readonly severity?: Severity },
  finding: AnyFinding,
  path: RepoPath,
  file: CaseFile | undefined,
  strict = false,
): Diagnostic {
  const message: Message = rule.messages[finding.code] ?? { en: finding.code, zh: finding.code }
  let severity = configured ?? finding.severity ?? rule.severity
  const draft = configured === undefined && !strict && file?.case?.status === 'draft'
  if (draft && rule.draftSeverity !== undefined) severity = milder(severity, rule.draftSeverity)
  if (rule.dated === true) severity = 'note'
  return {
    rule: rule.id,
    code: finding.code,
    args: finding.args,
    message: fill(message, finding.args),
    severity,
    path,
    at: finding.at ?? FILE_START,
    ...(finding.fix === undefined ? {} : { fix: finding.fix.map(edit => ({ ...edit, path })) }),
  }
}

function milder(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b
}
