import { reopenSource, runImport } from '../workspace/import-library.js'
import { keepRawOf } from '../workspace/import-raw.js'
import { checkMapping } from '../workspace/import-request.js'
import { unfinishedPlan } from '../workspace/imports.js'
import type { Command } from './context.js'
import { finishImport, type ImportOutputOptions } from './import-finish.js'
import { showImportProgress } from './import-progress.js'

export interface ImportResumeOptions extends ImportOutputOptions {
  readonly id?: string
}

/** `casectl import resume`: goes on with an import that was interrupted. */
export const importResume: Command<ImportResumeOptions> = async (context, options) => {
  const { terminal, host } = context
  const workspace = await context.openWorkspace()
  const plan = unfinishedPlan(workspace.root, options.id)
  const source = await reopenSource(plan)
  const checked = checkMapping(workspace, plan.mapping, plan.mappingName)
  const request = { source, checked, plan, onProgress: showImportProgress(terminal) }
  const result = await runImport(workspace, request, host.env)
  if (result.written) await keepRawOf(workspace, source, plan.day)
  terminal.status(undefined)
  return finishImport(context, workspace, result, options)
}
