import { libraryLock } from '../../io/apply.js'
import { type Check, symptom } from './check.js'

/** Nobody who is gone holds the library's lock. */
export const locks: Check = {
  name: 'locks',
  async look({ root }) {
    const state = await libraryLock(root)
    if (state === 'stale') return [symptom('locks', 'warning', STALE, {}, REPAIR)]
    return [symptom('locks', state === 'held' ? 'note' : 'ok', state === 'held' ? HELD : FREE)]
  },
}

const FREE = { en: 'No lock is held.', zh: '没有锁被占用。' }
const HELD = { en: 'Another casectl is writing here now.', zh: '另一个 casectl 正在写入。' }
const STALE = { en: 'The lock is held by a process that is gone.', zh: '锁的持有进程已不存在。' }
const REPAIR = {
  en: '`casectl doctor --fix locks` removes it; so does the next change.',
  zh: '可用 `casectl doctor --fix locks` 移除；下次写入也会移除。',
}
