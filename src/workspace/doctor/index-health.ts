import { checkIndex, type IndexState } from '../check-index.js'
import { type Check, type Health, symptom } from './check.js'

const HEALTH: Readonly<Record<IndexState, Health>> = {
  fresh: 'ok',
  missing: 'note',
  stale: 'note',
  older: 'note',
  foreign: 'warning',
  damaged: 'warning',
}

/** The search index is sound and up to date. */
export const index: Check = {
  name: 'index',
  async look({ workspace }) {
    if (workspace === undefined) return []
    const { state } = await checkIndex(workspace)
    return [
      symptom(
        'index',
        HEALTH[state],
        state === 'fresh' ? OK : OTHER,
        { state },
        state === 'fresh' ? undefined : REPAIR,
      ),
    ]
  },
}

const OK = { en: 'The search index is up to date.', zh: '检索索引是最新的。' }
const OTHER = {
  en: 'The search index is not fit to answer ({state}); the next search brings it up to date.',
  zh: '检索索引不可用（{state}）；下次检索会更新。',
}
const REPAIR = {
  en: '`casectl doctor --fix index` builds it.',
  zh: '可用 `casectl doctor --fix index` 建立。',
}
