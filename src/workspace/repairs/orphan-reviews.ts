import type { Message } from '../../lib/message.js'
import { idOfRecord } from '../../review/record-path.js'
import { readReviews } from '../review-files.js'
import type { LibraryRepair } from './repair.js'

/** Tells reviews of cases that are not there. A review is never changed or removed, so nothing is written. */
export const orphanReviews: LibraryRepair = {
  needs: 'library',
  name: 'orphan-reviews',
  summary: { en: 'tell reviews of cases that are not there', zh: '列出案例已不存在的评审' },
  async plan({ workspace }) {
    const { byId } = await workspace.library()
    const lost = new Map<string, number>()
    for (const { path } of await readReviews(workspace.root)) {
      const id = idOfRecord(path) ?? ''
      if (!byId.has(id.toUpperCase())) lost.set(id, (lost.get(id) ?? 0) + 1)
    }
    return { changes: [], steps: [], left: [...lost].map(([id, count]) => orphaned(id, count)) }
  },
}

function orphaned(id: string, count: number): Message {
  return {
    en: `reviews/${id}/ holds ${count} reviews of a case that is not there. Reviews stay as they are: \`casectl history ${id}\` says where the case went.`,
    zh: `reviews/${id}/ 中有 ${count} 份评审，但案例已不存在。评审保持原样；可用 \`casectl history ${id}\` 查看案例去向。`,
  }
}
