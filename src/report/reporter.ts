import type { Language } from '../lib/message.js'
import type { LintResult } from '../rules/run.js'

/** How a report is to be written. */
export interface View {
  readonly language: Language
}

/** A lint result as text; styles are marked, the terminal paints them. */
export type Reporter = (result: LintResult, view: View) => string
