import { type LoggedChange, type LoggedCommit, logCommits } from '../io/git-log.js'
import type { Host } from '../io/host.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { CaseVersion } from '../review/case-version.js'
import { hasId, isCase, Revisions } from './revisions.js'
import type { Workspace } from './workspace.js'

/** A commit that changed a case, and what the case was before and after. One of both is there. */
export interface CaseChange {
  readonly commit: LoggedCommit
  readonly before: CaseVersion | undefined
  readonly after: CaseVersion | undefined
}

/**
 * Every commit that HEAD reaches and that touched a case, newest first, under all the paths that the
 * case had. A case is known by its id; a version that cannot be read belongs to the case whose path it has.
 * @returns empty for an id that no commit knows
 * @throws CasectlError `git` outside a repository, or where git refuses
 */
export async function caseHistory(workspace: Workspace, id: CaseId, env: Host['env']): Promise<CaseChange[]> {
  return Revisions.with(workspace, env, async revisions => {
    if ((await revisions.git.known('HEAD')) === undefined) return []
    return new CaseSearch(workspace, revisions, id, env).changes()
  })
}

class CaseSearch {
  readonly #root: string
  readonly #revisions: Revisions
  readonly #id: CaseId
  readonly #env: Host['env']
  /** Every path that the case is known to have had. */
  readonly #paths = new Set<RepoPath>()

  constructor({ root }: Workspace, revisions: Revisions, id: CaseId, env: Host['env']) {
    this.#root = root
    this.#revisions = revisions
    this.#id = id
    this.#env = env
  }

  async changes(): Promise<CaseChange[]> {
    for (const { path } of await this.#revisions.find('HEAD', this.#id)) this.#paths.add(path)
    if (this.#paths.size === 0) await this.#addGone()
    if (this.#paths.size === 0) return []
    let commits: LoggedCommit[] = []
    for (let known = 0; known < this.#paths.size; ) {
      known = this.#paths.size
      commits = await this.#log({ paths: [...this.#paths], signatures: true })
      for (const commit of commits) await this.#addFormer(commit)
    }
    const changes: CaseChange[] = []
    for (const commit of commits) changes.push(...(await this.#changeBy(commit)))
    return changes
  }

  async #log(options: Parameters<typeof logCommits>[3]): Promise<LoggedCommit[]> {
    const commits: LoggedCommit[] = []
    const { top } = this.#revisions
    for await (const commit of logCommits(top, this.#root, this.#env, options)) commits.push(commit)
    return commits
  }

  /** The paths from which the case was removed: first where the name tells it, else wherever its id went. */
  async #addGone(): Promise<void> {
    const id = this.#id
    const named = await this.#log({ pattern: `**/*${id}*`, extra: ['--diff-filter=D'] })
    await this.#addHolding(named.flatMap(({ changes }) => changes))
    if (this.#paths.size > 0) return
    const mentioned = await this.#log({ extra: [`-S${id}`] })
    await this.#addHolding(mentioned.flatMap(({ changes }) => changes))
  }

  async #addHolding(changes: readonly LoggedChange[]): Promise<void> {
    for (const { path, before } of changes) {
      if (before === undefined || this.#paths.has(path) || !this.#revisions.isCasePath(path)) continue
      if (isCase(await this.#revisions.version(path, before), this.#id)) this.#paths.add(path)
    }
  }

  /** Where a commit brings the case to a path, the path from which it came. */
  async #addFormer({ changes }: LoggedCommit): Promise<void> {
    const came = changes.some(({ path, before, after }) => {
      return before === undefined && after !== undefined && this.#paths.has(path)
    })
    if (!came) return
    const others = changes.filter(({ path }) => !this.#paths.has(path))
    const named = others.filter(({ path }) => hasId(path, this.#id))
    const known = this.#paths.size
    await this.#addHolding(named)
    if (known === this.#paths.size) await this.#addHolding(others)
  }

  async #changeBy(commit: LoggedCommit): Promise<CaseChange[]> {
    const own = commit.changes.filter(({ path }) => this.#paths.has(path))
    const before = await this.#side(own, ({ before: blob }) => blob)
    const after = await this.#side(own, ({ after: blob }) => blob)
    return before === undefined && after === undefined ? [] : [{ commit, before, after }]
  }

  /** The case among the files of one side: the version with its id, else one that cannot be read. */
  async #side(
    changes: readonly LoggedChange[],
    blobOf: (change: LoggedChange) => string | undefined,
  ): Promise<CaseVersion | undefined> {
    let unreadable: CaseVersion | undefined
    for (const change of changes) {
      const blob = blobOf(change)
      if (blob === undefined) continue
      const version = await this.#revisions.version(change.path, blob)
      if (isCase(version, this.#id)) return version
      if (!version.readable) unreadable = version
    }
    return unreadable
  }
}
