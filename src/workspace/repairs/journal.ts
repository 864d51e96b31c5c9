import { interruptedFiles, undoInterrupted } from '../../io/apply.js'
import { type EarlyRepair, NOTHING } from './repair.js'

/** Undoes a change of several files that was interrupted. */
export const journal: EarlyRepair = {
  needs: 'nothing',
  name: 'journal',
  summary: { en: 'undo a change that was interrupted', zh: '撤销中断的修改' },
  async plan({ root }) {
    const files = await interruptedFiles(root)
    if (files === undefined) return NOTHING
    const paths = files.join(', ')
    const step = {
      en: `Undo what was interrupted, but for files changed since: ${paths}.`,
      zh: `撤销中断的修改（此后改动过的文件除外）：${paths}。`,
    }
    return { changes: [], steps: [step], left: [], act: () => undoInterrupted(root) }
  },
}
