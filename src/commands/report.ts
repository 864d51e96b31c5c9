import type { Grouping, Report, ReportName } from '../figures/report.js'
import { REPORT_BY_NAME } from '../figures/reports.js'
import { writeOutput } from '../io/write-output.js'
import { dayOf } from '../lib/day.js'
import { type ReportFormat, reportText } from '../report/figures/formats.js'
import { reportTable } from '../report/figures/table.js'
import { reportInput } from '../workspace/report-input.js'
import type { Workspace } from '../workspace/workspace.js'
import type { Command, Context } from './context.js'
import { dayOption } from './lint-options.js'

export interface ReportOptions {
  readonly after?: string
  readonly asOf?: string
  readonly by?: Grouping
  readonly set?: string
  readonly tickets?: string
  readonly format?: ReportFormat
  readonly output?: string
}

/** `casectl report <name>`: one report, as a table, a file or a page. */
export function reportCommand(name: ReportName): Command<ReportOptions> {
  return async (context, options) => {
    const { terminal, host } = context
    const workspace = await context.openWorkspace()
    const report = await openReport(context, workspace, name, options)
    const { format = 'table', output } = options
    const { language } = terminal
    const text =
      format === 'table'
        ? `${reportTable(report, language, terminal.screen && output === undefined ? terminal.width : undefined)}\n`
        : reportText(report, format, language)
    if (output !== undefined) {
      const { paintStyles } = await import('../lib/style.js')
      await writeOutput(
        workspace.root,
        host.cwd,
        output,
        paintStyles(text, (_, inner) => inner),
      )
    } else if (format === 'table') terminal.out(text.trimEnd())
    else terminal.raw(text)
    return 0
  }
}

/**
 * Makes a report.
 * @throws CasectlError `usage` for a day that is none, `tickets`, and as `reportInput` does
 */
export async function openReport(
  { host }: Context,
  workspace: Workspace,
  name: ReportName,
  options: ReportOptions,
): Promise<Report> {
  const today = dayOption('as-of', options.asOf) ?? dayOf(host.now())
  const after = dayOption('after', options.after)
  const tickets = options.tickets === undefined ? undefined : await ticketsIn(host.cwd, options.tickets)
  const { by, set } = options
  return REPORT_BY_NAME[name](await reportInput(workspace, { name, today, after, by, tickets, set }, host))
}

async function ticketsIn(cwd: string, file: string) {
  const { readTableText } = await import('../io/table-file.js')
  const { readTicketRows } = await import('../parse/read-ticket-rows.js')
  return readTicketRows(await readTableText(cwd, file), file).rows
}
