import { systemCode } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import { below, findRepository, openGit } from './git.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/**
 * The files of a folder of which one version is staged for the next commit and another one is in
 * the working tree; files with conflicts too. Changing such a file would mix what somebody keeps
 * apart. Empty outside a repository, and where there is no git to have staged anything.
 * @returns paths relative to the folder
 * @throws CasectlError `git` where git refuses
 */
export async function halfStaged(folder: string, env: Host['env']): Promise<ReadonlySet<RepoPath>> {
  const top = await findRepository(folder)
  if (top === undefined) return new Set()
  const prefix = below(top, folder)
  const place = prefix === '' ? '.' : `:(literal)${prefix}`
  try {
    const git = await openGit(top, env)
    const status = await git.raw(['status', ...QUIETLY, '--', place])
    const paths = status.split('\0').flatMap(entry => halfStagedPath(entry) ?? [])
    return new Set(paths.map(path => (prefix === '' ? path : path.slice(prefix.length + 1))))
  } catch (error) {
    if (isMissingGit(error)) return new Set()
    throw gitFailed(error)
  }
}

const QUIETLY = ['--porcelain=v2', '-z', '--untracked-files=no', '--no-renames', '--ignore-submodules=all']

/**
 * The path of an entry of `git status --porcelain=v2` that differs from HEAD in the index and from
 * the index in the working tree, or is not merged: `1 XY … path` has eight fields before the path,
 * `u XY … path` ten; a dot in XY stands for no difference.
 */
function halfStagedPath(entry: string): string | undefined {
  const match = /^(?:1 [^.]{2} (?:\S+ ){6}|u (?:\S+ ){9})(.+)$/s.exec(entry)
  return match?.[1]
}

function isMissingGit(error: unknown): boolean {
  return systemCode(error) === 'ENOENT' || (error instanceof Error && /spawn \S+ ENOENT/.test(error.message))
}
