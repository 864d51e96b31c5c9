import { relative, resolve, sep } from 'node:path'
import { realPath } from '../io/find-root.js'
import { CasectlError } from '../lib/errors.js'
import type { Library } from '../library/library.js'
import type { RepoPath } from '../model/case.js'
import { type LintResult, runRules } from '../rules/run.js'
import { activeRules } from './active-rules.js'
import type { Workspace } from './workspace.js'

export interface LintRun extends LintResult {
  readonly library: Library
}

/**
 * Lints a library.
 * @param paths absolute, or relative to the library: files or folders to report on; the rules
 *   still see the whole library. Empty means everything.
 * @throws CasectlError `no-such-path` for a path that holds no case
 */
export async function lintWorkspace(workspace: Workspace, paths: readonly string[] = []): Promise<LintRun> {
  const rules = activeRules(workspace.config)
  const library = await workspace.library()
  const selected = paths.length === 0 ? undefined : await select(workspace.root, library, paths)
  return { library, ...runRules(library, rules, selected) }
}

async function select(
  root: string,
  library: Library,
  paths: readonly string[],
): Promise<ReadonlySet<RepoPath>> {
  const selected = new Set<RepoPath>()
  for (const given of paths) {
    const path = relative(root, realPath(resolve(root, given)))
      .split(sep)
      .join('/')
    const within = library.files
      .map(file => file.path)
      .filter(file => path === '' || file === path || file.startsWith(`${path}/`))
    if (within.length === 0 && !isCaseFolder(library, path)) throw noSuchPath(given)
    for (const file of within) selected.add(file)
  }
  return selected
}

function isCaseFolder({ config, tree }: Library, path: RepoPath): boolean {
  const { cases, archive } = config.folders
  const below = [cases, archive].some(folder => path === folder || path.startsWith(`${folder}/`))
  return below && tree(path) === 'folder'
}

function noSuchPath(given: string): CasectlError {
  return new CasectlError(
    'no-such-path',
    { en: `${given} holds no case of this library.`, zh: `${given} 中没有本案例库的案例。` },
    {
      en: 'Name a Markdown file or a folder below the case folders.',
      zh: '请指定案例文件夹中的 Markdown 文件或子文件夹。',
    },
  )
}
