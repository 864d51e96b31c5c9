import { type IndexSummary, updateIndexAt } from '../workspace/build-index.js'
import { type Command, type Context, type ExitCode, envelope } from './context.js'
import { showIndexProgress } from './index-progress.js'
import { INDEX_STATES, showIndexStats } from './index-stats.js'

export interface IndexOptions {
  readonly full?: boolean
  readonly check?: boolean
  readonly stats?: boolean
  readonly json?: boolean
}

/** `casectl index`: brings the search index up to date; `--check` says by exit code whether it is. */
export const indexCases: Command<IndexOptions> = async (context, options) => {
  const { terminal, host } = context
  if (options.check === true) return check(context, options)
  if (options.stats === true) return showIndexStats(context, options.json === true)
  const onProgress = showIndexProgress(terminal)
  const config = context.config === undefined ? {} : { config: context.config }
  const { summary } = await updateIndexAt(host.cwd, { ...config, full: options.full === true, onProgress })
  terminal.status(undefined)
  if (options.json === true) terminal.json(envelope('index', summary))
  else report(context, summary)
  return remarks(context, summary)
}

function report({ terminal }: Context, summary: IndexSummary): void {
  const { count, added, changed, removed, unchanged, ms, bytes } = summary
  terminal.out(terminal.text({ en: 'Cases indexed: {count}.', zh: '已索引 {count} 个案例。' }, { count }))
  const same = added + changed + removed === 0
  if (same) terminal.say({ en: 'Nothing changed.', zh: '没有变化。' })
  else if (added < count || removed > 0) {
    terminal.say(
      {
        en: 'New: {added}, changed: {changed}, removed: {removed}, unchanged: {unchanged}.',
        zh: '新增 {added}，变更 {changed}，移除 {removed}，未变 {unchanged}。',
      },
      { added, changed, removed, unchanged },
    )
  }
  terminal.detail(
    { en: 'It took {ms} ms; the index has {size} KiB.', zh: '用时 {ms} 毫秒，索引 {size} KiB。' },
    { ms, size: Math.ceil(bytes / 1024) },
  )
}

function remarks({ terminal }: Context, { leftOut, duplicates, written }: IndexSummary): ExitCode {
  if (leftOut > 0) {
    terminal.say(
      {
        en: 'Files left out because they are no sound case: {leftOut}. `casectl lint` says why.',
        zh: '{leftOut} 个文件不是有效案例，未收录；原因见 `casectl lint`。',
      },
      { leftOut },
    )
  }
  if (duplicates > 0) {
    terminal.say(
      {
        en: 'Files left out because another case has their id: {duplicates}. `casectl lint` names them.',
        zh: '{duplicates} 个文件的 id 与其他案例重复，未收录；详见 `casectl lint`。',
      },
      { duplicates },
    )
  }
  if (written) return 0
  terminal.say({
    en: 'The folder .casectl cannot be written to; nothing was saved.',
    zh: '无法写入 .casectl 文件夹，索引未保存。',
  })
  return 2
}

async function check(context: Context, options: IndexOptions): Promise<ExitCode> {
  const { terminal } = context
  const { checkIndex } = await import('../workspace/check-index.js')
  const { state, damaged, contentHash } = await checkIndex(await context.openWorkspace())
  if (options.json === true) terminal.json(envelope('index', { state, damaged, contentHash }))
  else terminal.out([terminal.text(INDEX_STATES[state]), ...damaged.map(name => `  ${name}`)].join('\n'))
  return state === 'fresh' ? 0 : 1
}
