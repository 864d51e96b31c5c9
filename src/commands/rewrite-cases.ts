import type { Message } from '../lib/message.js'
import type { LifeSources, Rewrite } from '../life/rewrite.js'
import { rewriteJson, rewriteText } from '../report/rewrite.js'
import { type CarriedCommand, carryOvers } from '../workspace/carry-over.js'
import { documentsBeside } from '../workspace/documents-beside.js'
import { lifeSources } from '../workspace/life-sources.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Context, type ExitCode, envelope } from './context.js'

export interface RewriteOptions {
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** What is to be done, and the same command for carry-overs, which replay it. */
export interface Planned extends Rewrite {
  readonly carried: CarriedCommand
}

/** One rewriting of cases as a command. */
export interface CaseRewrite {
  /** The command's name for `--json`, and what it was asked for. */
  readonly name: string
  readonly asked: object
  /** Whether cases change their place, so that documents beside them are to be read. */
  readonly moving?: boolean
  plan(sources: LifeSources, workspace: Workspace): Planned
  /** What was done, for the user. */
  readonly done: Message
}

/** Plans a rewriting of cases, then shows it (`--dry-run`) or applies it as a whole. */
export async function rewriteCases(
  context: Context,
  { dryRun = false, json = false }: RewriteOptions,
  { name, asked, plan, done, moving = false }: CaseRewrite,
): Promise<ExitCode> {
  const { terminal } = context
  const workspace = await context.openWorkspace()
  const documents = moving ? await documentsBeside(workspace, context.host.env) : []
  const { changes, moves, carried } = plan(await lifeSources(workspace, documents), workspace)
  const carries = await carryOvers(workspace, changes, carried, context.host)
  const rewrite = { changes: [...changes, ...carries], moves }
  if (!dryRun) await workspace.apply(rewrite.changes, rewrite.moves)
  if (json) terminal.json(envelope(name, { ...asked, dryRun, ...rewriteJson(rewrite) }))
  else if (dryRun) terminal.out(rewriteText(rewrite))
  const files = rewrite.changes.length + rewrite.moves.length
  const text = dryRun ? WOULD_CHANGE : { en: `${done.en} ${CHANGED.en}`, zh: `${done.zh}${CHANGED.zh}` }
  terminal.say(text, { files })
  return 0
}

const CHANGED: Message = { en: 'Files changed: {files}.', zh: '共修改 {files} 个文件。' }
const WOULD_CHANGE: Message = {
  en: 'Files that would change: {files}. Nothing was written.',
  zh: '将修改 {files} 个文件。没有写入任何内容。',
}
