import type { Commit, GitHistory } from '../io/git-history.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { CaseParser } from '../parse/parse-case.js'
import { digestOf } from './case-digest.js'

/** Who wrote a case, by address, and what it said on the way. */
export interface Authorship {
  readonly authors: ReadonlySet<string>
  readonly digests: ReadonlySet<string>
}

/**
 * Finds those whose commits changed what a case says, in the whole history of its files that is here:
 * who moved it, brought it into form or set its status did not write it.
 * @param paths under which the case was and is
 * @param range without a base the whole history
 */
export async function authorsOf(
  history: GitHistory,
  range: { readonly base?: string; readonly head: string },
  id: CaseId,
  paths: readonly RepoPath[],
  parser: CaseParser,
): Promise<Authorship> {
  const authors = new Set<string>()
  const digests = new Set<string>()
  for (const commit of await history.commits(range, { paths })) {
    const after = await digestsAt(commit.commit, touched(commit, 'after'))
    if (after.length === 0) continue
    for (const digest of after) if (digest !== undefined) digests.add(digest)
    const before = await former(commit)
    if (after.some(digest => digest === undefined || !before.has(digest))) {
      authors.add(commit.author.email.trim().toLowerCase())
    }
  }
  return { authors, digests }

  /** Digests of the case before a commit; a file that moved is among those that the commit removes. */
  async function former(commit: Commit): Promise<Set<string | undefined>> {
    const moved = commit.changes.some(({ status }) => status === 'A')
    const [whole = commit] = moved ? await history.commits({ head: commit.commit }, { most: 1 }) : [commit]
    const found = new Set<string | undefined>()
    for (const parent of commit.parents) {
      for (const digest of await digestsAt(parent, touched(whole, 'before'))) found.add(digest)
    }
    return found
  }

  async function digestsAt(commit: string, at: readonly RepoPath[]): Promise<(string | undefined)[]> {
    const found: (string | undefined)[] = []
    for (const path of at) {
      const text = await history.text(commit, path, MAX_FILE_BYTES)
      if (text === undefined) continue
      const file = parser.parseText(path, text)
      if (file.case?.id === id) found.push(digestOf(file))
    }
    return found
  }
}

function touched({ changes }: Commit, when: 'before' | 'after'): RepoPath[] {
  const absent = when === 'before' ? 'A' : 'D'
  return changes
    .filter(({ status, path }) => status !== absent && /\.md$/i.test(path))
    .map(({ path }) => path)
}
