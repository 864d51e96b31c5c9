import { resolve } from 'node:path'
import { readStdinBytes } from '../io/stdin.js'
import { CasectlError } from '../lib/errors.js'
import { formatTyped, previewFormat, writeFormat } from '../workspace/format.js'
import { libraryPath } from '../workspace/select-paths.js'
import { type Command, type Context, type ExitCode, envelope } from './context.js'
import { FORMATTED, fmtJson, HALF_STAGED, sayLeft, WOULD_FORMAT } from './fmt-report.js'

export interface FmtOptions {
  readonly paths: readonly string[]
  readonly check?: boolean
  readonly stdinFilename?: string
  readonly json?: boolean
}

/** `casectl fmt`: cases into one form; with `--check` exit 1 when one is not in it. */
export const fmt: Command<FmtOptions> = async (context, options) => {
  if (options.paths.includes('-') || options.stdinFilename !== undefined) return fmtStdin(context, options)
  const { terminal, host } = context
  const workspace = await context.openWorkspace()
  const paths = options.paths.map(path => resolve(host.cwd, path))
  const run = await previewFormat(workspace, paths)
  const check = options.check === true
  const { written, halfStaged } = check
    ? { written: run.changes.map(({ path }) => path), halfStaged: [] }
    : await writeFormat(workspace, run, host.env)
  if (options.json === true) terminal.json(envelope('fmt', { check, ...fmtJson(run, written, halfStaged) }))
  else if (written.length > 0) terminal.out(written.join('\n'))
  if (options.json !== true) sayLeft(context, run)
  if (halfStaged.length > 0) terminal.say(HALF_STAGED, { paths: halfStaged.join(', ') })
  terminal.say(check ? WOULD_FORMAT : FORMATTED, { changed: written.length, files: run.files })
  return check && written.length > 0 ? 1 : 0
}

/** One case from stdin, as an editor has it, to stdout. What cannot be read comes out as it went in. */
async function fmtStdin(context: Context, options: FmtOptions): Promise<ExitCode> {
  if (options.paths.some(path => path !== '-')) throw eitherOr()
  const { terminal, host } = context
  const workspace = await context.openWorkspace()
  const { stdinFilename, check } = options
  const path =
    stdinFilename === undefined
      ? `${workspace.config.folders.cases}/stdin.md`
      : libraryPath(workspace.root, resolve(host.cwd, stdinFilename))
  const bytes = await readStdinBytes(host.stdin)
  const run = await formatTyped(workspace, path, bytes)
  const [change] = run.changes
  if (options.json === true) {
    const written = run.changes.map(found => found.path)
    terminal.json(
      envelope('fmt', { check: check === true, ...fmtJson(run, written, []), text: change?.after }),
    )
  } else if (check === true) {
    if (change !== undefined) terminal.out(path)
  } else terminal.raw(change?.after ?? bytes)
  if (options.json !== true) sayLeft(context, run)
  return check === true && change !== undefined ? 1 : 0
}

function eitherOr(): CasectlError {
  return new CasectlError(
    'usage',
    { en: '`-` stands alone: stdin holds one case.', zh: '`-` 只能单独使用：标准输入只含一个案例。' },
    {
      en: 'Give paths, or `-` with --stdin-filename.',
      zh: '请给出路径，或用 `-` 加 --stdin-filename。',
    },
  )
}
