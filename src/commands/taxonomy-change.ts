import type { Message } from '../lib/message.js'
import { unstyled } from '../lib/style.js'
import { unifiedDiff } from '../report/diff.js'
import type { Reshaped, Sources } from '../taxonomy/reshape.js'
import { type CarriedCommand, carryOvers } from '../workspace/carry-over.js'
import { taxonomySources } from '../workspace/taxonomy-sources.js'
import { type Context, type ExitCode, envelope } from './context.js'

export interface ChangeOptions {
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** One change of the taxonomy as a command. */
export interface TaxonomyChange {
  /** The command's name for `--json`, and what it was asked for. */
  readonly name: string
  readonly asked: object
  /** The same for carry-overs, which replay it. */
  readonly carried: CarriedCommand
  plan(sources: Sources): Reshaped
  /** What was done, for the user. */
  readonly done: Message
}

/** Plans a change of the taxonomy, then shows it (`--dry-run`) or applies it as a whole. */
export async function changeTaxonomy(
  context: Context,
  { dryRun = false, json = false }: ChangeOptions,
  { name, asked, carried, plan, done }: TaxonomyChange,
): Promise<ExitCode> {
  const { terminal } = context
  const workspace = await context.openWorkspace()
  const { changes: own, cases, unread } = plan(await taxonomySources(workspace))
  const changes = [...own, ...(await carryOvers(workspace, own, carried, context.host))]
  if (!dryRun) await workspace.apply(changes)
  if (json) {
    const files = changes.map(change => ({ path: change.path, diff: unstyled(unifiedDiff(change)) }))
    terminal.json(envelope(name, { ...asked, dryRun, files, cases, unread }))
  } else if (dryRun) terminal.out(changes.map(unifiedDiff).join('\n'))
  if (unread.length > 0) terminal.say(UNREAD, { paths: unread.join(', ') })
  const text = dryRun ? WOULD_CHANGE : { en: `${done.en} ${CHANGED.en}`, zh: `${done.zh}${CHANGED.zh}` }
  terminal.say(text, { files: changes.length, cases: cases.length })
  return 0
}

const CHANGED: Message = {
  en: 'Files changed: {files}, of them cases: {cases}.',
  zh: '共修改 {files} 个文件，其中案例 {cases} 个。',
}
const WOULD_CHANGE: Message = {
  en: 'Files that would change: {files}, of them cases: {cases}. Nothing was written.',
  zh: '将修改 {files} 个文件，其中案例 {cases} 个。没有写入任何内容。',
}
const UNREAD: Message = {
  en: 'Not readable as cases, so left as they are: {paths}. `casectl lint` says why.',
  zh: '以下文件无法作为案例读取，保持原样：{paths}。运行 `casectl lint` 可查看原因。',
}
