import { resolve } from 'node:path'
import { Profiler } from '../import/profile.js'
import { proposeMapping } from '../import/propose.js'
import { targetsOf } from '../import/targets.js'
import { templateCsv, templateMapping } from '../import/template-csv.js'
import { writeOutput } from '../io/write-output.js'
import { CasectlError } from '../lib/errors.js'
import { allowedData } from '../parse/allowed-data.js'
import { profileJson, profileText } from '../report/import-profile.js'
import { openSource } from '../workspace/import-source.js'
import { type Command, envelope } from './context.js'
import { showImportProgress } from './import-progress.js'
import { type ImportReadOptions, readOptions, saySuspicion } from './import-read.js'

export interface ImportInspectOptions extends ImportReadOptions {
  readonly file: string
  /** File for the proposed mapping; stdout without. */
  readonly write?: string
  readonly json?: boolean
}

/** Rows after which it is told how far the look has come. */
const STEP = 500

/** `casectl import inspect FILE`: what an export holds, and a mapping for it. Writes nothing that is not asked for. */
export const importInspect: Command<ImportInspectOptions> = async (context, options) => {
  const { terminal, host } = context
  const { root, config, taxonomy } = await context.openWorkspace()
  const source = await openSource(resolve(host.cwd, options.file), readOptions(options))
  saySuspicion(context, source)
  const profiler = new Profiler(allowedData(config.privacy))
  const show = showImportProgress(terminal)
  let rows = 0
  for await (const row of source.rows()) {
    profiler.add(row)
    if (++rows % STEP === 0) show('drafting', rows)
  }
  terminal.status(undefined)
  const profile = profiler.profile()
  if (profile.columns.length === 0) throw empty(source.name)
  const mapping = proposeMapping(profile, source, targetsOf(config, taxonomy), taxonomy, terminal.language)
  if (options.json === true) {
    terminal.json(envelope('import-inspect', { ...profileJson(profile, source), mapping }))
  } else {
    terminal.out(
      profileText(profile, source, terminal.language, terminal.screen ? terminal.width : undefined),
    )
    if (options.write === undefined) terminal.out(`\n${mapping.trimEnd()}`)
  }
  if (options.write !== undefined) {
    await writeOutput(root, host.cwd, options.write, mapping)
    terminal.say({ en: 'Proposed mapping: {file}', zh: '建议的映射：{file}' }, { file: options.write })
  }
  return 0
}

/** `casectl import template`: the CSV that maps onto itself, or with `--yml` its mapping. */
export const importTemplate: Command<{ readonly yml?: boolean }> = async (context, options) => {
  const { terminal } = context
  const { config, taxonomy } = await context.openWorkspace()
  const targets = targetsOf(config, taxonomy)
  terminal.raw(options.yml === true ? templateMapping(targets, terminal.language) : templateCsv(targets))
  return 0
}

function empty(name: string): CasectlError {
  return new CasectlError(
    'export',
    { en: `${name} holds no record.`, zh: `${name} 中没有记录。` },
    { en: 'The first line of a CSV must name its columns.', zh: 'CSV 的第一行必须是列名。' },
  )
}
