import { drawSample, signOffSheet } from '../import/sign-off.js'
import { writeOutput } from '../io/write-output.js'
import { importMarkdown, importText } from '../report/import-report.js'
import type { ImportResult } from '../workspace/import-library.js'
import { importedCases } from '../workspace/imports.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Context, type ExitCode, envelope } from './context.js'
import { wholeNumber } from './numbers.js'

export interface ImportOutputOptions {
  /** File of the sign-off sheet, and how many cases it samples. */
  readonly sample?: string
  readonly signOff?: string
  readonly report?: string
  readonly json?: boolean
}

/** Tells what an import did, writes what was asked for, and says by exit code whether all is well. */
export async function finishImport(
  context: Context,
  { root }: Workspace,
  result: ImportResult,
  options: ImportOutputOptions & { readonly trial?: boolean },
): Promise<ExitCode> {
  const { terminal, host } = context
  const { report, written, lost, commits } = result
  if (options.json === true) {
    terminal.json(envelope('import', { ...report, written, lost, commits }))
  } else terminal.out(importText(report, terminal.language, terminal.screen ? terminal.width : undefined))
  if (options.report !== undefined) {
    await writeOutput(root, host.cwd, options.report, importMarkdown(report, terminal.language))
  }
  const count = wholeNumber('sample', options.sample, 1)
  if (count !== undefined && written && report.import !== undefined) {
    const file = options.signOff ?? `sign-off-${report.import}.csv`
    const sample = drawSample(report.import, importedCases(root, report.import), count)
    await writeOutput(root, host.cwd, file, signOffSheet(sample))
    terminal.say({ en: 'Sheet to sign off: {file}', zh: '抽样签核表：{file}' }, { file })
  }
  tell(context, result, options.trial === true)
  const failed = report.gates.some(gate => !gate.passed)
  return failed || lost.length > 0 ? 1 : 0
}

function tell({ terminal }: Context, { report, written, lost, commits }: ImportResult, trial: boolean): void {
  const failed = report.gates.some(gate => !gate.passed)
  if (trial) terminal.say({ en: 'Nothing was written: this was a trial.', zh: '试运行，未写入任何内容。' })
  else if (!written) {
    terminal.say({
      en: 'A gate failed; nothing was written. Mend the mapping or the export, or add --allow-below-gate.',
      zh: '有门槛未通过，未写入任何内容。请修正映射或导出文件，或加上 --allow-below-gate。',
    })
  } else {
    const args = { count: report.outcomes.case, id: report.import ?? '', commits }
    terminal.say(
      {
        en: 'Drafted {count} cases. Import {id}; casectl import rollback {id} takes them back.',
        zh: '已起草 {count} 个案例。导入编号 {id}；可用 casectl import rollback {id} 撤销。',
      },
      args,
    )
    if (commits > 0) terminal.say({ en: 'Commits: {commits}.', zh: '提交：{commits} 次。' }, args)
    if (failed) terminal.say({ en: 'A gate was passed over as asked.', zh: '已按要求忽略未通过的门槛。' })
  }
  for (const path of lost.slice(0, 20)) {
    terminal.say({ en: 'Not written: {path}', zh: '未写入：{path}' }, { path })
  }
}
