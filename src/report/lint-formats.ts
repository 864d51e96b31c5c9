import type { Message } from '../lib/message.js'
import { unstyled } from '../lib/style.js'
import { visible } from '../lib/text.js'
import type { FormatName } from '../model/lint-format.js'
import type { LintResult } from '../rules/run.js'
import { compact } from './lint/compact.js'
import { github } from './lint/github.js'
import { gitlab } from './lint/gitlab.js'
import { json, jsonl } from './lint/json.js'
import { junit } from './lint/junit.js'
import { markdown } from './lint/markdown.js'
import { sarif } from './lint/sarif.js'
import { sarifNotices } from './lint/sarif-limits.js'
import { personalValues, withoutValues } from './lint/withheld.js'
import { pretty } from './pretty.js'
import type { Reporter, View } from './reporter.js'

/**
 * A reporter a format. Each gets the result and a `View`: the language, the version of casectl, the
 * library's folder in its repository (`base`), the rules that ran, the fingerprints of
 * `result.diagnostics` in their order, those that were known before (for what `markdown` and `sarif`
 * call new), and ways to a file's text and title. A result whose findings are filtered needs its
 * fingerprints filtered alike. The text ends without a line break, and is '' where there is nothing
 * to say.
 */
export const FORMATS: Readonly<Record<FormatName, Reporter>> = {
  pretty,
  compact,
  json,
  jsonl,
  sarif,
  github,
  gitlab,
  junit,
  markdown,
}

/** A report to be written. */
export interface Report {
  readonly format: FormatName
  /** For the screen: `terminal.out` paints what is styled; other text is written by `terminal.raw`. */
  readonly text: string
  /** True where `text` holds style marks. */
  readonly styled: boolean
  /** What is to be told on stderr: limits of whoever reads the report. */
  readonly notices: readonly Message[]
}

/**
 * One format of a result; call it once for each that was asked for. What the run found of personal
 * data is in no message, whichever rule it is from.
 */
export function lintReport(format: FormatName, result: LintResult, view: View): Report {
  const styled = format === 'pretty'
  const values = view.withheld ?? personalValues(result, path => view.textOf(path))
  const text = withoutCommands(format, FORMATS[format](withoutValues(result, values), view))
  const ended = styled || text === '' ? text : `${text}\n`
  return { format, text: ended, styled, notices: format === 'sarif' ? sarifNotices(result, view) : [] }
}

/** How a format writes `##[` so that it says the same, where it can. */
const BRACKET: Readonly<Record<FormatName, string>> = {
  pretty: '## [',
  compact: '## [',
  json: '##\\u005b',
  jsonl: '##\\u005b',
  sarif: '##\\u005b',
  github: '##[',
  gitlab: '##\\u005b',
  junit: '##&#91;',
  markdown: '## [',
}

/**
 * Whatever a step of GitHub Actions prints is searched for `##[command]`, anywhere in a line
 * (actions/runner, ActionCommand.TryParse): a title must not stop or mask what later steps say.
 * A line that is a `::command::` is not searched.
 */
function withoutCommands(format: FormatName, text: string): string {
  return text.replaceAll('##[', BRACKET[format])
}

/** The text as a file holds it: without styles. */
export function reportFile({ text, styled }: Report): string {
  return styled ? `${visible(unstyled(text))}\n` : text
}
