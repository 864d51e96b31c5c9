import { dirname, join } from 'node:path'
import type { RepoPath } from '../model/case.js'
import { writeAtomic } from './atomic-write.js'
import { makeFolders } from './make-folders.js'
import { treeOf } from './tree.js'
import { writeError } from './write-error.js'

export interface WriteNewResult {
  readonly written: readonly RepoPath[]
  /** Paths where something stood already; it was left as it is. */
  readonly kept: readonly RepoPath[]
}

/**
 * Writes files into a folder that may not exist yet, never over anything and never through a link.
 * @throws CasectlError `cannot-write`
 */
export async function writeNewFiles(
  root: string,
  files: ReadonlyMap<RepoPath, string>,
): Promise<WriteNewResult> {
  const tree = treeOf(root)
  const written: RepoPath[] = []
  const kept: RepoPath[] = []
  for (const [path, text] of files) {
    const steps = path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))
    const blocked = steps.some((step, i) => {
      const kind = tree(step)
      return kind !== undefined && (kind !== 'folder' || i === steps.length - 1)
    })
    if (blocked) kept.push(path)
    else {
      await writeNew(root, path, text)
      written.push(path)
    }
  }
  return { written, kept }
}

async function writeNew(root: string, path: RepoPath, text: string): Promise<void> {
  try {
    await makeFolders(dirname(join(root, path)))
    await writeAtomic(join(root, path), text)
  } catch (error) {
    throw writeError(root, error)
  }
}
