import { relative, resolve } from 'node:path'
import { readSettingsFile } from '../io/settings-file.js'
import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import type { ImportPlan } from '../model/import-record.js'
import { runImport, tryImport } from '../workspace/import-library.js'
import { keepRawOf } from '../workspace/import-raw.js'
import { checkMapping } from '../workspace/import-request.js'
import { openSource } from '../workspace/import-source.js'
import type { Command, Context } from './context.js'
import { finishImport, type ImportOutputOptions } from './import-finish.js'
import { showImportProgress } from './import-progress.js'
import { type ImportReadOptions, readOptions, saySuspicion } from './import-read.js'
import { percentShare } from './import-share.js'
import { checkMaskOptions, type MaskOptions } from './masking.js'
import { wholeNumber } from './numbers.js'

export interface ImportOptions extends ImportReadOptions, ImportOutputOptions, MaskOptions {
  readonly file?: string
  readonly mapping?: string
  readonly validateOnly?: boolean
  readonly dryRun?: boolean
  readonly allowBelowGate?: boolean
  readonly batch?: string
  readonly commit?: boolean
  readonly order?: string
  readonly top?: string
}

/** Rows of one batch where nobody says: R101 of what libraries ask for is 100,000 in one run. */
const BATCH = 100_000

/** `casectl import FILE --mapping m.yml`: rows of an export become drafts. */
export const importCases: Command<ImportOptions> = async (context, options) => {
  const { host, terminal } = context
  if (options.file === undefined || options.mapping === undefined) throw missing(options)
  checkMaskOptions(context, options)
  const text = await mappingText(context, options.mapping)
  const workspace = await context.openWorkspace()
  const checked = checkMapping(workspace, text, options.mapping)
  const read = { ...checked.mapping.read, ...readOptions(options) }
  const full = resolve(host.cwd, options.file)
  const source = await openSource(full, read)
  saySuspicion(context, source)
  const plan = { ...planOf(context, options), mapping: text, read: { ...read, format: source.format } }
  const named: ImportPlan = { ...plan, source: { full, sha256: source.sha256, size: source.size } }
  const request = { source, checked, plan: named, onProgress: showImportProgress(terminal) }
  const trial = options.validateOnly === true || options.dryRun === true
  const result = trial ? await tryImport(workspace, request) : await runImport(workspace, request, host.env)
  if (result.written) await keepRawOf(workspace, source, named.day)
  terminal.status(undefined)
  return finishImport(context, workspace, result, { ...options, trial })
}

function planOf({ host }: Context, options: ImportOptions): Omit<ImportPlan, 'source' | 'mapping' | 'read'> {
  const top = options.top === undefined ? undefined : percentShare('top', options.top)
  if (top !== undefined && options.order === undefined) throw orderMissing()
  const now = host.now()
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  return {
    version: 1,
    id: `${stamp}-${Buffer.from(host.random(3)).toString('hex')}`,
    day: dayOf(now),
    mappingName: options.mapping ?? '',
    mask: options.mask !== false,
    batch: wholeNumber('batch', options.batch, 1) ?? BATCH,
    commit: options.commit === true,
    allowBelowGate: options.allowBelowGate === true,
    ...(options.order === undefined ? {} : { order: options.order }),
    ...(top === undefined ? {} : { top }),
  }
}

async function mappingText({ host }: Context, name: string): Promise<string> {
  const full = resolve(host.cwd, name)
  const text = await readSettingsFile(resolve(full, '..'), relative(resolve(full, '..'), full))
  if (text !== null) return text
  throw new CasectlError(
    'unreadable-root',
    { en: `There is no mapping ${name}.`, zh: `没有映射文件 ${name}。` },
    { en: 'casectl import inspect FILE proposes one.', zh: 'casectl import inspect FILE 可给出建议。' },
  )
}

function missing({ file }: ImportOptions): CasectlError {
  return new CasectlError(
    'usage',
    file === undefined
      ? { en: 'An export is missing.', zh: '缺少导出文件。' }
      : { en: '--mapping is missing.', zh: '缺少 --mapping。' },
    {
      en: 'First casectl import inspect FILE --write mapping.yml, then casectl import FILE --mapping mapping.yml.',
      zh: '先运行 casectl import inspect FILE --write mapping.yml，再运行 casectl import FILE --mapping mapping.yml。',
    },
  )
}

function orderMissing(): CasectlError {
  return new CasectlError('usage', {
    en: '--top needs --order: the first of what?',
    zh: '--top 需要与 --order 一起使用。',
  })
}
