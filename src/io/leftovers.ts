import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../model/case.js'

/** A file that a writer would have renamed or removed at its end (atomic-write.ts). */
const LEFT = /^\.casectl-[0-9a-f]{16}\.tmp$/

/** What writers that were killed left below some folders of a library. */
export async function temporaryFiles(root: string, folders: readonly RepoPath[]): Promise<RepoPath[]> {
  const found: RepoPath[] = []
  const look = async (folder: RepoPath): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) await look(path)
      else if (LEFT.test(entry.name)) found.push(path)
    }
  }
  for (const folder of folders) await look(folder)
  return found.sort()
}
