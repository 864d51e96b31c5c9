import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SimpleGit } from 'simple-git'
import type { RepoPath } from '../model/case.js'
import type { Person } from '../model/review.js'
import { below, objectName, openGit } from './git.js'
import { topOf } from './git-changes.js'
import { FOR_COMMITS } from './git-environment.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'
import { refuseUnsafe } from './safe-path.js'

/** What becomes of one file: another text, what is on disk, or nothing. */
export type FileContent = { readonly text: string } | 'disk' | 'gone'

export interface CommitRequest {
  /** The full name of the commit that the new one follows. */
  readonly parent: string
  /** By path, relative to the library. */
  readonly files: ReadonlyMap<RepoPath, FileContent>
  readonly message: string
  /** For a committer whom the environment does not name. */
  readonly person: Person
  /** An empty folder for what is needed on the way. */
  readonly scratch: string
}

/**
 * Writes a commit that changes a few files of its parent, with an index of its own: no file of a
 * working tree, no index and no branch of the user's is touched, and what is not named here stays as
 * the parent has it. Filters of `.gitattributes` (line ends, Git LFS) apply as `git add` applies them.
 * Hooks do not run. The commit is signed where `commit.gpgSign` says so.
 * @returns the parent where nothing changes
 * @throws CasectlError `git`, and `unsafe-path` for a file that is reached through a link
 */
export async function commitFiles(root: string, request: CommitRequest, env: Host['env']): Promise<string> {
  const { parent, files, scratch } = request
  const index = join(scratch, 'index')
  const top = await topOf(root)
  const prefix = below(top, root)
  try {
    await rm(index, { force: true })
    const git = await openGit(top, env, { GIT_INDEX_FILE: index })
    await git.raw(['read-tree', parent])
    for (const [path, content] of files) {
      refuseUnsafe(root, path)
      const full = [prefix, path].filter(part => part !== '').join('/')
      await put(git, full, content, { file: join(root, path), scratch })
    }
    const tree = (await git.raw(['write-tree'])).trim()
    if (tree === (await objectName(git, `${parent}^{tree}`))) return parent
    return await commitTree(top, tree, request, env)
  } catch (error) {
    throw gitFailed(error)
  }
}

async function put(
  git: SimpleGit,
  path: string,
  content: FileContent,
  { file, scratch }: { readonly file: string; readonly scratch: string },
): Promise<void> {
  if (content === 'gone') {
    await git.raw(['update-index', '--force-remove', '--', path])
    return
  }
  const source = content === 'disk' ? file : join(scratch, 'text')
  if (content !== 'disk') await writeFile(source, content.text)
  const blob = (await git.raw(['hash-object', '-w', `--path=${path}`, '--', source])).trim()
  const before = await git.raw(['ls-files', '--stage', '--', `:(top,literal)${path}`])
  const mode = before.startsWith('100755') ? '100755' : '100644'
  await git.raw(['update-index', '--add', '--cacheinfo', `${mode},${blob},${path}`])
}

async function commitTree(
  top: string,
  tree: string,
  { parent, message, person, scratch }: CommitRequest,
  env: Host['env'],
): Promise<string> {
  const { name = person.email, email } = person
  const known = (given: string, own: string): Record<string, string> => ({ [given]: env[given] || own })
  const people = {
    ...known('GIT_AUTHOR_NAME', name),
    ...known('GIT_AUTHOR_EMAIL', email),
    ...known('GIT_COMMITTER_NAME', name),
    ...known('GIT_COMMITTER_EMAIL', email),
  }
  const git = await openGit(top, env, people, FOR_COMMITS)
  const signing = await git.raw(['config', '--type=bool', '--get', 'commit.gpgSign']).catch(() => '')
  const file = join(scratch, 'message')
  await writeFile(file, `${message}\n`)
  const sign = signing.trim() === 'true' ? ['-S'] : []
  return (await git.raw(['commit-tree', ...sign, '-p', parent, '-F', file, tree])).trim()
}
