import type { Host } from '../io/host.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { type CaseVersion, caseVersion } from '../review/case-version.js'
import { hasId, isCase, Revisions } from './revisions.js'
import type { Workspace } from './workspace.js'

/** A case at two moments. */
export interface CaseSides {
  readonly from: Side
  readonly to: Side
}

export interface Side {
  /** The full name of a commit; undefined for the files as they are on disk. */
  readonly commit: string | undefined
  /** Undefined where the case is not there. */
  readonly version: CaseVersion | undefined
}

/**
 * A case at two revisions, wherever its file was; of two files with one id the first by path.
 * @param revisions `A..B`; `A` means from there to the files on disk, and nothing from HEAD to them
 * @throws CasectlError `git` outside a repository and for an unknown revision
 */
export async function caseSides(
  workspace: Workspace,
  id: CaseId,
  revisions: string | undefined,
  env: Host['env'],
): Promise<CaseSides> {
  const [from = '', to] = (revisions ?? '').split(/\.\.+/, 2)
  return Revisions.with(workspace, env, async found => {
    const at = async (revision: string): Promise<Side> => {
      const commit = await found.git.commit(revision === '' ? 'HEAD' : revision)
      return { commit, version: (await found.find(commit, id))[0]?.version }
    }
    const here = async (): Promise<Side> => ({
      commit: undefined,
      version: await versionOnDisk(workspace, id),
    })
    return { from: await at(from), to: to === undefined ? await here() : await at(to) }
  })
}

async function versionOnDisk(workspace: Workspace, id: CaseId): Promise<CaseVersion | undefined> {
  const file = await caseOnDisk(workspace, id)
  return file === undefined ? undefined : caseVersion(file)
}

/** The file that holds a case; those whose names have its id are read first. */
async function caseOnDisk(workspace: Workspace, id: CaseId): Promise<CaseFile | undefined> {
  const paths = workspace.casePaths()
  const look = async (some: readonly RepoPath[]): Promise<CaseFile | undefined> =>
    (await workspace.readCases(some)).find(file => isCase(caseVersion(file), id))
  return (await look(paths.filter(path => hasId(path, id)))) ?? look(paths.filter(path => !hasId(path, id)))
}
