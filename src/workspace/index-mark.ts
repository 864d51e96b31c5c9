import { join } from 'node:path'
import { removeFile, STATE_FOLDER } from '../io/apply.js'
import { writeAtomic } from '../io/atomic-write.js'
import { INDEX_FOLDER, STAMP_FILE } from '../io/index-storage.js'
import { treeOf } from '../io/tree.js'
import type { RepoPath } from '../model/case.js'

/** The file whose presence says that cases were written since the index was built. */
export const INDEX_MARK: RepoPath = `${STATE_FOLDER}/index-outdated`

/** Notes that cases were written, so that the next search brings the index up to date. */
export async function markIndex(root: string): Promise<void> {
  await writeAtomic(join(root, INDEX_MARK), '')
}

/** Removes the note before a build, and first the stamp: a build that is killed then leaves no index that looks fresh. */
export async function clearMark(root: string): Promise<void> {
  if (treeOf(root)(INDEX_MARK) === undefined) return
  await removeFile(join(root, INDEX_FOLDER, STAMP_FILE))
  await removeFile(join(root, INDEX_MARK))
}
