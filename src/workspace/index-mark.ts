import { join } from 'node:path'
import { removeFile, STATE_FOLDER } from '../io/apply.js'
import { writeAtomic } from '../io/atomic-write.js'
import type { RepoPath } from '../model/case.js'

/** The file whose presence says that cases were written since the index was built. */
export const INDEX_MARK: RepoPath = `${STATE_FOLDER}/index-outdated`

/** Notes that cases were written, so that the next search brings the index up to date. */
export async function markIndex(root: string): Promise<void> {
  await writeAtomic(join(root, INDEX_MARK), '')
}

export async function unmarkIndex(root: string): Promise<void> {
  await removeFile(join(root, INDEX_MARK))
}
