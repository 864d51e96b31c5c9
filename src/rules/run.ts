import { fill, type Message } from '../lib/message.js'
import type { Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import { compareDiagnostics, type Diagnostic, SEVERITIES, type Severity } from '../model/diagnostic.js'
import type { Range } from '../model/range.js'
import type { Rule } from './rule.js'

/** A rule with what the configuration says of it; `off` rules are not among them. */
export interface ActiveRule {
  readonly rule: Rule
  /** Set when the configuration overrides the rule's own severities. */
  readonly severity?: Severity
  readonly options: Readonly<Record<string, unknown>>
}

export interface LintResult {
  readonly diagnostics: readonly Diagnostic[]
  /** Files judged. */
  readonly files: number
  readonly counts: Readonly<Record<Severity, number>>
}

/** A finding whose types are forgotten. */
interface AnyFinding {
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>
  readonly at?: Range | undefined
  readonly fix?: readonly Omit<TextEdit, 'path'>[]
  readonly severity?: Severity
  readonly path?: RepoPath
}

/**
 * Runs rules over a library and returns every finding in the one order.
 * @param selected reports only on these paths; the rules still see the whole library
 */
export function runRules(
  library: Library,
  rules: readonly ActiveRule[],
  selected?: ReadonlySet<RepoPath>,
): LintResult {
  const files = selected === undefined ? library.files : library.files.filter(file => selected.has(file.path))
  const byPath = new Map(library.files.map(file => [file.path, file]))
  const diagnostics: Diagnostic[] = []
  const report = (active: ActiveRule, finding: AnyFinding, path: RepoPath): void => {
    const file = byPath.get(path)
    if (selected !== undefined && !selected.has(path)) return
    if (file !== undefined && isDisabled(active.rule, file)) return
    diagnostics.push(toDiagnostic(active, finding, path, file))
  }
  for (const active of rules) {
    const { rule, options } = active
    if (rule.scope === 'library') {
      for (const finding of rule.check({ library, options })) report(active, finding, finding.path)
      continue
    }
    for (const file of files) {
      for (const finding of checkFile(rule, library, file, options)) report(active, finding, file.path)
    }
  }
  diagnostics.sort(compareDiagnostics)
  return { diagnostics, files: files.length, counts: countBySeverity(diagnostics) }
}

function checkFile(
  rule: Exclude<Rule, { scope: 'library' }>,
  library: Library,
  file: CaseFile,
  options: Readonly<Record<string, unknown>>,
): Iterable<AnyFinding> {
  if (rule.scope === 'file') return rule.check({ library, file, options })
  return file.case === undefined ? [] : rule.check({ library, file, case: file.case, options })
}

// What the parser refused cannot be waved through: the disabling text stands in the same file.
const ALWAYS_ON = new Set(['readable-file', 'front-matter', 'duplicate-key', 'body-limits'])

function isDisabled(rule: Rule, file: CaseFile): boolean {
  if (ALWAYS_ON.has(rule.id)) return false
  return file.case?.disabledRules.some(entry => entry.rule === rule.id) ?? false
}

// Where what is wrong with a file as a whole is shown: readers of reports want a line.
const FILE_START: Range = { start: 0, end: 0, line: 1, column: 1 }

function toDiagnostic(
  { rule, severity: configured }: ActiveRule,
  finding: AnyFinding,
  path: RepoPath,
  file: CaseFile | undefined,
): Diagnostic {
  const message: Message = rule.messages[finding.code] ?? { en: finding.code, zh: finding.code }
  let severity = configured ?? finding.severity ?? rule.severity
  if (configured === undefined && file?.case?.status === 'draft' && rule.draftSeverity !== undefined) {
    severity = milder(severity, rule.draftSeverity)
  }
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

function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const diagnostic of diagnostics) counts[diagnostic.severity]++
  return counts
}
