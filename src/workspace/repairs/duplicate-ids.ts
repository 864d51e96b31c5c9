import type { Message } from '../../lib/message.js'
import type { Case } from '../../model/case.js'
import type { FileChange } from '../../model/change.js'
import { baseName } from '../../model/repo-path.js'
import type { LibraryRepair } from './repair.js'

/** Removes copies of a case that are the same to the byte; which of two different ones keeps the id is for people to say. */
export const duplicateIds: LibraryRepair = {
  needs: 'library',
  name: 'duplicate-ids',
  summary: {
    en: 'remove byte-for-byte copies of a case; others are told',
    zh: '删除逐字节相同的案例副本；其余列出',
  },
  async plan({ workspace }) {
    const library = await workspace.library()
    const changes: FileChange[] = []
    const left: Message[] = []
    for (const [id, same] of library.byId) {
      if (same.length < 2) continue
      const [kept, ...others] = inOrder(id, same)
      const text = library.fileAt.get(kept?.path ?? '')?.text
      const copies = others.filter(({ path }) => library.fileAt.get(path)?.text === text)
      for (const { path } of copies) changes.push({ path, before: text ?? '', after: null })
      const rest = same.filter(found => !copies.includes(found)).map(({ path }) => path)
      if (rest.length > 1) left.push(undecided(id, rest.join(', ')))
    }
    return { changes, steps: [], left }
  },
}

/** The one that is named after its id first, then by path. */
function inOrder(id: string, same: readonly Case[]): Case[] {
  const named = (found: Case): number => Number(baseName(found.path).toUpperCase().startsWith(id))
  return [...same].sort((a, b) => named(b) - named(a) || (a.path < b.path ? -1 : 1))
}

function undecided(id: string, paths: string): Message {
  return {
    en: `${id} is the id of different cases: ${paths}. Say which keeps it, and give the other a new one (\`casectl new\` draws one).`,
    zh: `${id} 是多个不同案例的 id：${paths}。请决定哪个保留，并为另一个换新 id（\`casectl new\` 会生成）。`,
  }
}
