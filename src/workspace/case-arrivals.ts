import { GitHistory } from '../io/git-history.js'
import { type LineCommit, mainLine, textsAt, type Version } from '../io/git-versions.js'
import type { Host } from '../io/host.js'
import type { Day } from '../lib/day.js'
import { addTo } from '../lib/groups.js'
import type { Case, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { baseName } from '../model/repo-path.js'
import type { CaseParser } from '../parse/parse-case.js'
import type { Arrival } from '../review/sla.js'

/**
 * When the main line of the history (first parents of HEAD) first had each case, and first had it as
 * published, under whatever names its file had. Two processes of git a name that files had.
 * @throws CasectlError `git` outside a repository
 */
export async function arrivalsOf(
  root: string,
  cases: readonly Case[],
  parser: CaseParser,
  env: Host['env'],
): Promise<Map<CaseId, Arrival>> {
  const git = await GitHistory.open(root, env)
  if ((await git.known('HEAD')) === undefined) return new Map()
  const cut = await git.isShallow()
  const search = new Search(root, await mainLine(root, 'HEAD', env), parser, env)
  const asked = new Map(cases.map(({ id, path }): [CaseId, RepoPath] => [id, path]))
  for (let next = asked; next.size > 0; ) next = await search.follow(next)
  return new Map(
    cases.map(({ id }): [CaseId, Arrival] => {
      const { first, published } = search.days.get(id) ?? {}
      return [id, { first, published, cut }]
    }),
  )
}

/** Removed files of one commit that are looked through for the former name of a case. */
const MOST_GONE = 200

interface Asked extends Version {
  readonly id: CaseId
  readonly day: Day
}

class Search {
  readonly days = new Map<CaseId, { first?: Day; published?: Day }>()
  readonly #root: string
  readonly #parser: CaseParser
  readonly #env: Host['env']
  readonly #byPath = new Map<RepoPath, LineCommit[]>()
  readonly #looked = new Set<RepoPath>()

  constructor(root: string, line: readonly LineCommit[], parser: CaseParser, env: Host['env']) {
    this.#root = root
    this.#parser = parser
    this.#env = env
    for (const commit of line) for (const { path } of commit.changes) addTo(this.#byPath, path, commit)
  }

  /** Looks at every version under some names; gives the names that the files had before. */
  async follow(paths: ReadonlyMap<CaseId, RepoPath>): Promise<Map<CaseId, RepoPath>> {
    const versions: Asked[] = []
    const former: Asked[] = []
    for (const [id, path] of paths) {
      this.#looked.add(path)
      const commits = this.#byPath.get(path) ?? []
      versions.push(...commits.map(({ commit, day }) => ({ id, commit, day, path })))
      const oldest = commits.at(-1)
      for (const before of this.#gone(oldest, id, path)) {
        former.push({ id, commit: `${oldest?.commit ?? ''}^`, day: oldest?.day ?? '', path: before })
      }
    }
    for (const { id, day, status } of await this.#read(versions)) this.#note(id, day, status)
    return new Map((await this.#read(former)).map(({ id, path }): [CaseId, RepoPath] => [id, path]))
  }

  /** Files that went when a name came: of the same name or with the id in it, else any, within bounds. */
  #gone(commit: LineCommit | undefined, id: CaseId, path: RepoPath): RepoPath[] {
    const gone = (commit?.changes ?? []).flatMap(({ status, path: before }) =>
      status === 'D' && /\.md$/i.test(before) && !this.#looked.has(before) ? [before] : [],
    )
    const alike = gone.filter(before => baseName(before) === baseName(path) || before.includes(id))
    return alike.length > 0 ? alike : gone.slice(0, MOST_GONE)
  }

  #note(id: CaseId, day: Day, status: string): void {
    const days = this.days.get(id) ?? {}
    if (days.first === undefined || day < days.first) days.first = day
    if (status === 'published' && (days.published === undefined || day < days.published)) days.published = day
    this.days.set(id, days)
  }

  /** Those of some versions that hold the case asked for. */
  async #read(versions: readonly Asked[]): Promise<(Asked & { readonly status: string })[]> {
    const texts = await textsAt(this.#root, versions, this.#env)
    return versions.flatMap((version, i) => {
      const text = texts[i]
      const found = text === undefined ? undefined : this.#parser.parseText(version.path, text).case
      return found?.id === version.id ? [{ ...version, status: found.status }] : []
    })
  }
}
