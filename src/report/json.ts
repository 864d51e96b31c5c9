import type { Diagnostic } from '../model/diagnostic.js'
import type { LintResult } from '../rules/run.js'

/** The content of `lint --format json`, without the envelope. Messages are English. */
export function lintJson({ files, counts, diagnostics }: LintResult): object {
  return { files, counts, diagnostics: diagnostics.map(diagnosticJson) }
}

function diagnosticJson({ rule, code, severity, path, at, message, args, fix }: Diagnostic): object {
  return {
    rule,
    code,
    severity,
    path,
    ...(at === undefined ? {} : { line: at.line, column: at.column, start: at.start, end: at.end }),
    message: message.en,
    args,
    fixable: fix !== undefined,
  }
}
