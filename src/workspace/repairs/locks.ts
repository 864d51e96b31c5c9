import { libraryLock, undoInterrupted } from '../../io/apply.js'
import { type EarlyRepair, NOTHING } from './repair.js'

/** Breaks the lock of a process that is gone; whatever it left half done is undone with it. */
export const locks: EarlyRepair = {
  needs: 'nothing',
  name: 'locks',
  summary: { en: 'remove the lock of a process that is gone', zh: '移除已退出进程的锁' },
  async plan({ root }) {
    if ((await libraryLock(root)) !== 'stale') return NOTHING
    const step = { en: 'Remove the lock of a process that is gone.', zh: '移除已退出进程的锁。' }
    return { changes: [], steps: [step], left: [], act: () => undoInterrupted(root) }
  },
}
