import { basename, join } from 'node:path'
import type { Root } from '../io/find-root.js'
import { exportStaged } from '../io/git-changes.js'
import type { Host } from '../io/host.js'
import { withTemporaryFolder } from '../io/temporary.js'
import { treeOf } from '../io/tree.js'
import { CasectlError } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import { Workspace } from './workspace.js'

/**
 * Opens a library as it is staged, whatever the working tree holds: cases, attachments, taxonomy and
 * configuration. It is gone when the work is done.
 * @param work gets the library and the paths whose staged content differs from HEAD's
 * @throws CasectlError `git` outside a repository, `no-library` when the configuration is not staged,
 *   and what is wrong with the settings
 */
export async function withStaged<T>(
  library: Root,
  env: Host['env'],
  work: (staged: Workspace, changed: ReadonlySet<RepoPath>) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder(async folder => {
    const root = join(folder, 'library')
    const changed = await exportStaged(library.root, root, env)
    const config = basename(library.config)
    if (treeOf(root)(config) !== 'file') throw notStaged(config)
    return work(await Workspace.open(root, { config: join(root, config) }), changed)
  })
}

function notStaged(config: string): CasectlError {
  return new CasectlError(
    'no-library',
    {
      en: `${config} is not staged, so nothing staged is a library.`,
      zh: `${config} 未暂存，暂存区中没有案例库。`,
    },
    { en: `Run \`git add ${config}\`.`, zh: `请运行 \`git add ${config}\`。` },
  )
}
