import { findRepository } from '../io/git.js'
import { GitHistory } from '../io/git-history.js'
import type { Host } from '../io/host.js'
import type { Case } from '../model/case.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { Workspace } from './workspace.js'

/** Commits of one file that are looked through for the published version. */
const MOST_COMMITS = 200

/** A case as it was when it was last published. */
export interface PublishedVersion {
  /** The full object name. */
  readonly commit: string
  readonly text: string
}

/**
 * Looks through the commits of a case's file for the last one in which it was published.
 * @returns undefined outside git, and for a case that never was published under this path
 */
export async function publishedVersion(
  workspace: Workspace,
  { path, id }: Case,
  env: Host['env'],
): Promise<PublishedVersion | undefined> {
  if ((await findRepository(workspace.root)) === undefined) return undefined
  const git = await GitHistory.open(workspace.root, env)
  const head = await git.known('HEAD')
  if (head === undefined) return undefined
  const parser = await workspace.parser()
  for (const { commit } of await git.commits({ head }, { paths: [path], most: MOST_COMMITS })) {
    const text = await git.text(commit, path, MAX_FILE_BYTES)
    const found = text === undefined ? undefined : parser.parseText(path, text).case
    if (text !== undefined && found?.id === id && found.status === 'published') return { commit, text }
  }
  return undefined
}
