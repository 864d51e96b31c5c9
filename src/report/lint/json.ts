import type { Diagnostic } from '../../model/diagnostic.js'
import type { LintResult } from '../../rules/run.js'
import { envelope } from '../envelope.js'
import type { Reporter } from '../reporter.js'
import { jsonText } from './json-text.js'

/** One document after schemas/lint-report.schema.json. Messages are English. */
export const json: Reporter = (result, { fingerprints }) => {
  const diagnostics = result.diagnostics.map((found, i) => findingJson(found, fingerprints[i]))
  return jsonText(envelope('lint', { ...summaryJson(result), diagnostics }), 2)
}

/** The same as JSON Lines: a finding a line, and a last line that sums up. */
export const jsonl: Reporter = (result, { fingerprints }) => {
  const findings = result.diagnostics.map((found, i) =>
    jsonText({ type: 'finding', ...findingJson(found, fingerprints[i]) }),
  )
  return [...findings, jsonText({ type: 'summary', ...envelope('lint', summaryJson(result)) })].join('\n')
}

function summaryJson({ files, counts, suppressed, stats }: LintResult): object {
  return { files, counts, suppressed: suppressed.length, ...(stats === undefined ? {} : { stats }) }
}

function findingJson(
  { rule, code, severity, path, at, message, args, fix }: Diagnostic,
  fingerprint: string | undefined,
): object {
  return {
    rule,
    code,
    severity,
    path,
    ...(at === undefined ? {} : { line: at.line, column: at.column, start: at.start, end: at.end }),
    message: message.en,
    args,
    fixable: fix !== undefined,
    ...(fix === undefined ? {} : { fix }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  }
}
