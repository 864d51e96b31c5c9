import { readIndexFile } from '../io/index-files.js'
import { HEADER_FILE } from '../search/index-format.js'
import { decodeHeader } from '../search/store.js'
import { indexLibrary } from '../workspace/build-index.js'
import { contentHashOnDisk } from '../workspace/content-hash.js'
import { sha256 } from '../workspace/sha256.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Command, type Context, type ExitCode, envelope } from './context.js'

export interface IndexOptions {
  readonly check?: boolean
  readonly json?: boolean
}

/** `casectl index`: builds the search index; `--check` says by exit code whether it is up to date. */
export const indexCases: Command<IndexOptions> = async (context, options) => {
  const { terminal } = context
  const workspace = await context.openWorkspace()
  if (options.check === true) return check(context, workspace, options)
  const summary = await indexLibrary(workspace)
  const { count, ms, bytes, leftOut } = summary
  if (options.json === true) terminal.json(envelope('index', summary))
  else {
    terminal.out(terminal.text({ en: 'Cases indexed: {count}.', zh: '已索引 {count} 个案例。' }, { count }))
    terminal.detail(
      { en: 'It took {ms} ms; the index has {size} KiB.', zh: '用时 {ms} 毫秒，索引 {size} KiB。' },
      { ms, size: Math.ceil(bytes / 1024) },
    )
  }
  if (leftOut > 0) {
    terminal.say(
      {
        en: 'Files left out because they are no sound case: {leftOut}. `casectl lint` says why.',
        zh: '{leftOut} 个文件不是有效案例，未收录；原因见 `casectl lint`。',
      },
      { leftOut },
    )
  }
  if (!summary.written) {
    terminal.say({
      en: 'The folder .casectl cannot be written to; nothing was saved.',
      zh: '无法写入 .casectl 文件夹，索引未保存。',
    })
    return 2
  }
  return 0
}

async function check({ terminal }: Context, workspace: Workspace, options: IndexOptions): Promise<ExitCode> {
  const header = decodeHeader(await readIndexFile(workspace.root, HEADER_FILE), sha256)
  const now = await contentHashOnDisk(workspace)
  const state = !header.ok ? header.reason : header.value.contentHash === now ? 'fresh' : 'stale'
  if (options.json === true) terminal.json(envelope('index', { state, contentHash: now }))
  else terminal.out(terminal.text(STATES[state]))
  return state === 'fresh' ? 0 : 1
}

const STATES = {
  fresh: { en: 'The index is up to date.', zh: '索引是最新的。' },
  stale: { en: 'The index is out of date. Run `casectl index`.', zh: '索引已过期，请运行 `casectl index`。' },
  missing: { en: 'There is no index. Run `casectl index`.', zh: '没有索引，请运行 `casectl index`。' },
  damaged: { en: 'The index is damaged. Run `casectl index`.', zh: '索引已损坏，请运行 `casectl index`。' },
  foreign: {
    en: 'The index was written by another program or a later version. Run `casectl index`.',
    zh: '索引由其他程序或更新的版本写入，请运行 `casectl index`。',
  },
  older: {
    en: 'The index was written by an earlier version. Run `casectl index`.',
    zh: '索引由旧版本写入，请运行 `casectl index`。',
  },
} as const
