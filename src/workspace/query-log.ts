import { join } from 'node:path'
import { type LoggedQuery, MAX_QUERY, queriesIn, queryLine } from '../feedback/query-log.js'
import { FileReader } from '../io/read-now.js'
import { entriesOf } from '../io/scan.js'
import { appendLines } from '../io/spool.js'
import { allowedData } from '../parse/allowed-data.js'
import { Masker } from '../privacy/mask.js'
import type { OpenOptions } from './open-config.js'
import { Workspace } from './workspace.js'

/** Where searches are kept, relative to the library's root; git ignores it. */
const LOG = '.casectl/log'
/** Largest file of a month that is read, in bytes: some two hundred thousand searches. */
const MAX_LOG = 64 * 1024 * 1024

/**
 * Keeps a search where the library asks for it.
 * @returns false where the log cannot be written; a search is answered all the same
 */
export async function logSearch(cwd: string, options: OpenOptions, asked: LoggedQuery): Promise<boolean> {
  const { root, config } = await Workspace.open(cwd, options)
  if (!config.search.log || asked.query.trim() === '') return true
  const { mask } = config.privacy
  const language = /\p{Script=Han}/u.test(asked.query) ? 'zh' : 'en'
  const masker = new Masker({ language, mask, allowed: allowedData(config.privacy) })
  const query = masker.mask(asked.query.slice(0, MAX_QUERY)).text
  return appendLines(root, `log/${asked.day.slice(0, 7)}.jsonl`, [queryLine({ ...asked, query })])
}

/** The searches that were kept, by month. */
export function readQueryLog(root: string): LoggedQuery[] {
  const names = (entriesOf(join(root, LOG)) ?? []).map(({ name }) => name)
  const months = names.filter(name => /^\d{4}-\d{2}\.jsonl$/.test(name)).sort()
  return months.length === 0 ? [] : [...queriesIn(texts(root, months))]
}

function* texts(root: string, names: readonly string[]): Iterable<string> {
  const reader = new FileReader(root, MAX_LOG)
  for (const name of names) {
    const file = reader.read(`${LOG}/${name}`)
    if (file !== undefined) yield new TextDecoder().decode(file.bytes)
  }
}
