import { findRoot } from '../io/find-root.js'
import { fileStorage } from '../io/index-storage.js'
import { indexStatsView } from '../report/index-stats.js'
import { indexStats } from '../store/statistics.js'
import { readIndexManifest } from '../workspace/index-manifest.js'
import { type Context, type ExitCode, envelope } from './context.js'

/** `casectl index --stats`: what the index holds and what it weighs. */
export async function showIndexStats({ terminal, host, config }: Context, json: boolean): Promise<ExitCode> {
  const { root } = findRoot(host.cwd, config)
  const manifest = readIndexManifest(root)
  if (!manifest.ok) {
    if (json) terminal.json(envelope('index', { state: manifest.reason }))
    else terminal.out(terminal.text(INDEX_STATES[manifest.reason]))
    return 1
  }
  const stats = await indexStats(fileStorage(root), manifest.value)
  if (json) terminal.json(envelope('index', stats))
  else terminal.out(indexStatsView(stats, terminal.language))
  return 0
}

/** What is said of an index in each state. */
export const INDEX_STATES = {
  fresh: { en: 'The index is up to date.', zh: '索引是最新的。' },
  stale: { en: 'The index is out of date. Run `casectl index`.', zh: '索引已过期，请运行 `casectl index`。' },
  missing: { en: 'There is no index. Run `casectl index`.', zh: '没有索引，请运行 `casectl index`。' },
  damaged: {
    en: 'The index is damaged. Run `casectl index --full`.',
    zh: '索引已损坏，请运行 `casectl index --full`。',
  },
  foreign: {
    en: 'The index was written by another program or a later version. Run `casectl index`.',
    zh: '索引由其他程序或更新的版本写入，请运行 `casectl index`。',
  },
  older: {
    en: 'The index was written by an earlier version. Run `casectl index`.',
    zh: '索引由旧版本写入，请运行 `casectl index`。',
  },
} as const
