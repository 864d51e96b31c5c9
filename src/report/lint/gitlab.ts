import type { Diagnostic, Severity } from '../../model/diagnostic.js'
import type { Reporter, View } from '../reporter.js'
import { shownLine } from '../shown.js'
import { hostPath } from './host-path.js'
import { jsonText } from './json-text.js'

/** As in Code Climate, from `info` to `blocker`; nothing in a case library stops a production line. */
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', note: 'info' }

/**
 * A GitLab Code Quality report
 * (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
 */
export const gitlab: Reporter = (result, view) =>
  jsonText(
    result.diagnostics.map((found, i) => issue(found, view.fingerprints[i] ?? '', view)),
    2,
  )

function issue({ rule, severity, message, path, at }: Diagnostic, fingerprint: string, view: View): object {
  const line = at === undefined ? 1 : at.line
  return {
    description: shownLine(message[view.language]),
    check_name: rule,
    fingerprint,
    severity: SEVERITY[severity],
    location: { path: hostPath(view, path), lines: { begin: line } },
  }
}
