import type { Reporter } from '../reporter.js'
import { shownLine, shownPath } from '../shown.js'

/**
 * A finding a line for `grep` and editors, as compilers print them:
 * `cases/a.md:10:11: error: known-terms: …`. The severity is English in every language.
 */
export const compact: Reporter = ({ diagnostics }, { language }) =>
  diagnostics
    .map(({ path, at, severity, rule, message }) => {
      const place = `${shownPath(path)}:${at?.line ?? 1}:${at?.column ?? 1}`
      return `${place}: ${severity}: ${rule}: ${shownLine(message[language])}`
    })
    .join('\n')
