import type { Language } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { RetentionFinding } from '../review/retention.js'
import { SEVERITY_WORDS } from './severity-words.js'
import { shownLine } from './shown.js'

const PAINT = { error: style.red, warning: style.yellow, note: style.dim } as const

/** What was found of the history, a line each. */
export function retentionText(findings: readonly RetentionFinding[], language: Language): string {
  return findings
    .map(({ code, severity, message }) => {
      const word = PAINT[severity](SEVERITY_WORDS[severity][language])
      return `${word}  ${shownLine(message[language])}  ${style.dim(code)}`
    })
    .join('\n')
}
