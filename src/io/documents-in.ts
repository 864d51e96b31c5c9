import type { RepoPath } from '../model/case.js'
import { below, findRepository, openGit } from './git.js'
import { namesIn, pathspec, within } from './git-changes.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'
import { listDocuments } from './list-documents.js'

const MARKDOWN = /\.(?:md|markdown)$/i

/** The Markdown files of a folder, relative to it: those that git knows or does not ignore; all, without a repository. */
export async function documentsIn(folder: string, env: Host['env']): Promise<RepoPath[]> {
  const top = await findRepository(folder)
  if (top === undefined) {
    return listDocuments(folder, MARKDOWN).filter(path => !path.split('/').includes('node_modules'))
  }
  try {
    const git = await openGit(top, env)
    const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', pathspec(top, folder)]
    const names = within(below(top, folder), namesIn(await git.raw(args)))
    return [...names].filter(name => MARKDOWN.test(name))
  } catch (error) {
    throw gitFailed(error)
  }
}
