import { fill, type Message } from '../../lib/message.js'
import type { Diagnostic, Severity } from '../../model/diagnostic.js'
import type { Range } from '../../model/range.js'
import type { Reporter, View } from '../reporter.js'
import { shownPath } from '../shown.js'
import { hostPath } from './host-path.js'
import { placeOf } from './place.js'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/** Annotations of a kind that GitHub shows of one step; the others stand in its log only. */
const SHOWN = 10

const BEYOND: Message = {
  en: 'GitHub shows {shown} annotations of a kind a step. Found: errors {error}, warnings {warning}, notes {note}. All of them are in the log of this step.',
  zh: 'GitHub 每个步骤每类只显示 {shown} 条注解。共发现：错误 {error} 个，警告 {warning} 个，提示 {note} 个；全部见本步骤的日志。',
}

/**
 * Workflow commands of GitHub Actions, an annotation a finding
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). What is beyond
 * the annotations that GitHub shows is said first, where it is shown itself.
 */
export const github: Reporter = ({ diagnostics }, view) => {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of diagnostics) counts[severity]++
  const beyond = Math.max(...Object.values(counts)) > SHOWN
  const said = fill(BEYOND, { ...counts, shown: SHOWN })[view.language]
  return [
    ...(beyond ? [command('notice', { title: 'casectl' }, said)] : []),
    ...diagnostics.map(found => annotation(found, view)),
  ].join('\n')
}

function annotation({ severity, rule, message, path, at }: Diagnostic, view: View): string {
  const file = shownPath(hostPath(view, path))
  const place = at === undefined ? {} : placeProperties(at, view.textOf(path))
  return command(COMMANDS[severity], { file, ...place, title: rule }, shownLines(message[view.language]))
}

/** Columns count only where the first and the last line are the same one: the runner refuses others. */
function placeProperties(at: Range, text: string | undefined): Record<string, string | number> {
  const { line, column, endLine, endColumn } = placeOf(at, text)
  if (endLine === undefined || endColumn === undefined) return { line }
  return endLine === line ? { line, endLine, col: column, endColumn } : { line, endLine }
}

function command(name: string, properties: Readonly<Record<string, string | number>>, said: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${propertyText(String(value))}`)
  return `::${name} ${list.join(',')}::${dataText(said)}`
}

/** Line breaks stay, for annotations show them; whatever else could disguise a line is visible. */
function shownLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(shownPath).join('\n')
}

// The escapes that the runner undoes (actions/runner, ActionCommand.cs).
function dataText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function propertyText(text: string): string {
  return dataText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
