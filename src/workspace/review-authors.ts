import type { Commit, GitHistory } from '../io/git-history.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { CarryRecord } from '../model/review.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { CaseParser } from '../parse/parse-case.js'
import { sameTexts } from '../review/same-texts.js'
import { digestOf } from './case-digest.js'

/** Who wrote a case, by address, and what it said on the way. */
export interface Authorship {
  readonly authors: ReadonlySet<string>
  readonly digests: ReadonlySet<string>
}

/**
 * Finds those whose commits changed what a case says, in the whole history that is here, under the
 * paths that the case had: who moved it, brought it into form or set its status did not write it.
 * @param paths under which the case was and is
 * @param range without a base the whole history
 * @param carries commands that made one text of another: who ran them did not write it
 */
export async function authorsOf(
  history: GitHistory,
  range: { readonly base?: string; readonly head: string },
  id: CaseId,
  paths: readonly RepoPath[],
  parser: CaseParser,
  carries: readonly CarryRecord[] = [],
): Promise<Authorship> {
  const search = new Search(history, id, parser, carries)
  const looked = new Set<RepoPath>()
  for (let next = paths; next.length > 0; next = search.paths.filter(path => !looked.has(path))) {
    for (const path of next) looked.add(path)
    for (const commit of await history.commits(range, { paths: next })) await search.add(commit)
  }
  return search
}

class Search implements Authorship {
  readonly authors = new Set<string>()
  readonly digests = new Set<string>()
  /** Where the case was before it moved. */
  readonly paths: RepoPath[] = []
  readonly #history: GitHistory
  readonly #id: CaseId
  readonly #parser: CaseParser
  readonly #carries: readonly CarryRecord[]

  constructor(history: GitHistory, id: CaseId, parser: CaseParser, carries: readonly CarryRecord[]) {
    this.#history = history
    this.#id = id
    this.#parser = parser
    this.#carries = carries
  }

  async add(commit: Commit): Promise<void> {
    const after = await this.#versions(commit.commit, touched(commit, 'after'))
    if (after.length === 0) return
    const before = await this.#former(commit)
    for (const { digest } of after) {
      if (digest !== undefined) this.digests.add(digest)
      const same = sameTexts(digest, this.#carries)
      if (![...same].some(text => before.has(text))) {
        this.authors.add(commit.author.email.trim().toLowerCase())
      }
    }
  }

  /** Digests of the case before a commit; a file that moved is among those that the commit removes. */
  async #former(commit: Commit): Promise<Set<string | undefined>> {
    const moved = commit.changes.some(({ status }) => status === 'A')
    const [whole = commit] = moved
      ? await this.#history.commits({ head: commit.commit }, { most: 1 })
      : [commit]
    const found = new Set<string | undefined>()
    for (const parent of commit.parents) {
      for (const { path, digest } of await this.#versions(parent, touched(whole, 'before'))) {
        found.add(digest)
        this.paths.push(path)
      }
    }
    return found
  }

  /** What the case says at a commit, in those of some files that hold it. */
  async #versions(
    commit: string,
    paths: readonly RepoPath[],
  ): Promise<{ path: RepoPath; digest: string | undefined }[]> {
    const found: { path: RepoPath; digest: string | undefined }[] = []
    for (const path of paths) {
      const text = await this.#history.text(commit, path, MAX_FILE_BYTES)
      if (text === undefined) continue
      const file = this.#parser.parseText(path, text)
      if (file.case?.id === this.#id) found.push({ path, digest: digestOf(file) })
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
