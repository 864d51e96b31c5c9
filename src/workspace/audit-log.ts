import { below } from '../io/git.js'
import { topOf } from '../io/git-changes.js'
import { type LoggedChange, type LoggedCommit, logBatches } from '../io/git-log.js'
import { GitObjects } from '../io/git-objects.js'
import type { Host } from '../io/host.js'
import { ahead } from '../lib/ahead.js'
import type { Day } from '../lib/day.js'
import { addTo } from '../lib/groups.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { decodeCase, MAX_FILE_BYTES } from '../parse/decode.js'
import {
  type AuditApproval,
  AuditEntry,
  type AuditedCommit,
  type TouchedReview,
} from '../review/audit-entry.js'
import { roughVersion, roughVersions } from '../review/case-version.js'
import { idOfRecord, readRecordPath } from '../review/record-path.js'
import { AuditApprovals, type Statement } from './audit-approvals.js'
import { type CaseSides, type FileSides, sidesById } from './audit-sides.js'
import type { ConfiguredLibrary } from './open-config.js'

export interface AuditSpan {
  /** First and last day, by the committer's date in UTC; the beginning and the end where left out. */
  readonly after?: Day | undefined
  readonly before?: Day | undefined
}

/** What an audit asks of a library: whatever else is wrong with it does not hide its history. */
type AuditedLibrary = Pick<ConfiguredLibrary, 'root' | 'config'>

/** Commits whose objects are asked for at once, and how many such batches are on their way. */
const BATCH = 64
const AHEAD = 4

/**
 * Every commit of HEAD's history in a span that touches cases or reviews, newest first, with what it
 * did to each case. Reads one log and one stream of objects.
 * @throws CasectlError `git` outside a repository, or where git refuses
 */
export async function* auditLog(
  library: AuditedLibrary,
  span: AuditSpan,
  env: Host['env'],
): AsyncIterable<AuditedCommit> {
  const { root } = library
  const top = await topOf(root)
  const log = logBatches(top, root, env, BATCH, { signatures: true, extra: spanOptions(span) })
  const objects = new GitObjects(top, env, MAX_FILE_BYTES)
  const reading = new CommitReading(library, objects, new AuditApprovals(objects, below(top, root)))
  try {
    for await (const commits of ahead(log, AHEAD, batch => reading.audited(batch))) {
      for (const commit of commits) if (commit.entries.length > 0) yield commit
    }
  } finally {
    objects.close()
  }
}

// As a filter: `--since` would end at the first commit that claims an earlier day, and whoever writes
// such a day into one would hide all that is behind it.
function spanOptions({ after, before }: AuditSpan): string[] {
  return [
    ...(after === undefined ? [] : [`--since-as-filter=${after}T00:00:00Z`]),
    ...(before === undefined ? [] : [`--until=${before}T23:59:59Z`]),
  ]
}

/** Commits are read a batch at a time: each step asks git once for all that it needs. */
class CommitReading {
  readonly #objects: GitObjects
  readonly #approvals: AuditApprovals
  readonly #folders: readonly string[]

  constructor({ config }: AuditedLibrary, objects: GitObjects, approvals: AuditApprovals) {
    this.#objects = objects
    this.#approvals = approvals
    this.#folders = [`${config.folders.cases}/`, `${config.folders.archive}/`]
  }

  async audited(commits: readonly LoggedCommit[]): Promise<AuditedCommit[]> {
    const changed = commits.map(({ changes }) => changes.filter(({ path }) => this.#isCase(path)))
    const texts = await this.#texts(changed.flat())
    const cases = changed.map(changes => sidesById(changes.map(change => fileSides(change, texts))))
    const statements = commits.flatMap(({ commit }, i) => [...statementsOf(commit, cases[i] ?? new Map())])
    const approvals = await this.#approvals.ofAll(statements.map(([, statement]) => statement))
    const given = new Map(statements.map(([sides], i) => [sides, approvals[i] ?? []]))
    const reviews = await this.#reviews(commits)
    return commits.map(({ changes: _, ...facts }, i) => {
      const entries = [...entriesOf(cases[i] ?? new Map(), reviews[i] ?? new Map(), given)]
      return { ...facts, entries }
    })
  }

  #isCase(path: RepoPath): boolean {
    return /\.md$/i.test(path) && this.#folders.some(folder => path.startsWith(folder))
  }

  /** The text of each blob that can be read. */
  async #texts(changes: readonly LoggedChange[]): Promise<Map<string, string>> {
    const blobs = [...new Set(changes.flatMap(({ before, after }) => [before, after]))]
    const names = blobs.filter(name => name !== undefined)
    const found = await this.#objects.readAll(names)
    const texts = new Map<string, string>()
    for (const [i, name] of names.entries()) {
      const bytes = found[i]?.bytes
      const text = bytes === undefined ? undefined : decodeCase(bytes).text
      if (text !== undefined) texts.set(name, text)
    }
    return texts
  }

  /** The review files that each commit touches, by case. */
  async #reviews(commits: readonly LoggedCommit[]): Promise<Map<CaseId, TouchedReview[]>[]> {
    const touched = commits.map(({ changes }) =>
      changes.filter(({ path }) => readRecordPath(path) !== undefined),
    )
    const files = touched.flat().map(({ path, before, after }) => ({ path, blob: after ?? before }))
    const records = await this.#approvals.records(files)
    return touched.map(changes => {
      const byId = new Map<CaseId, TouchedReview[]>()
      for (const { path, before, after } of changes) {
        const how = before === undefined ? 'added' : after === undefined ? 'removed' : 'edited'
        addTo(byId, idOfRecord(path) ?? '', { path, how, record: records.get(after ?? before ?? '') })
      }
      return byId
    })
  }
}

function fileSides({ path, before, after }: LoggedChange, texts: ReadonlyMap<string, string>): FileSides {
  const [old = '', text = ''] = [texts.get(before ?? ''), texts.get(after ?? '')]
  if (before === undefined)
    return { path, after: after === undefined ? undefined : roughVersion(path, text), text }
  if (after === undefined) return { path, before: roughVersion(path, old) }
  const [was, is] = roughVersions(path, old, text)
  return { path, before: was, after: is, text }
}

/** What of a commit an approval may be of: nobody approves a draft, nor what nobody can read. */
function* statementsOf(
  commit: string,
  cases: ReadonlyMap<CaseId, readonly CaseSides[]>,
): Iterable<[CaseSides, Statement]> {
  for (const [id, all] of cases) {
    for (const sides of all) {
      const { after, text } = sides
      const asked = after?.readable === true && text !== undefined && after.status !== 'draft' && id !== ''
      if (asked) yield [sides, { commit, id, text }]
    }
  }
}

/** Reviews go with the first entry of their case, and by themselves where there is none. */
function* entriesOf(
  cases: ReadonlyMap<CaseId, readonly CaseSides[]>,
  reviews: ReadonlyMap<CaseId, readonly TouchedReview[]>,
  given: ReadonlyMap<CaseSides, readonly AuditApproval[]>,
): Iterable<AuditEntry> {
  for (const [id, all] of cases) {
    for (const [i, sides] of all.entries()) {
      const { before, after } = sides
      const own = i === 0 ? reviews.get(id) : undefined
      yield new AuditEntry({ id, before, after, reviews: own ?? [], approvals: given.get(sides) ?? [] })
    }
  }
  for (const [id, own] of reviews) {
    if (cases.has(id)) continue
    yield new AuditEntry({ id, before: undefined, after: undefined, reviews: own, approvals: [] })
  }
}
