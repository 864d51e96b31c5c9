import { below } from '../io/git.js'
import { topOf } from '../io/git-changes.js'
import { type LoggedChange, type LoggedCommit, logCommits } from '../io/git-log.js'
import { GitObjects } from '../io/git-objects.js'
import type { Host } from '../io/host.js'
import { ahead } from '../lib/ahead.js'
import type { Day } from '../lib/day.js'
import { addTo } from '../lib/groups.js'
import type { RepoPath } from '../model/case.js'
import { readCaseId } from '../model/case-id.js'
import { decodeCase, MAX_FILE_BYTES } from '../parse/decode.js'
import { AuditEntry, type AuditedCommit, type TouchedReview } from '../review/audit-entry.js'
import { type CaseVersion, roughVersion, roughVersions } from '../review/case-version.js'
import { idOfRecord, readRecordPath } from '../review/record-path.js'
import { AuditApprovals } from './audit-approvals.js'
import { digestOf, quickDigest } from './case-digest.js'
import { CaseReader } from './case-reader.js'
import type { Workspace } from './workspace.js'

export interface AuditSpan {
  /** First and last day, by the committer's date in UTC; the beginning and the end where left out. */
  readonly after?: Day | undefined
  readonly before?: Day | undefined
}

/** Commits whose objects are asked for at once. */
const AHEAD = 128

/**
 * Every commit of HEAD's history in a span that touches cases or reviews, newest first, with what it
 * did to each case. Reads one log and one stream of objects.
 * @throws CasectlError `git` outside a repository, or where git refuses
 */
export async function* auditLog(
  workspace: Workspace,
  span: AuditSpan,
  env: Host['env'],
): AsyncIterable<AuditedCommit> {
  const { root } = workspace
  const top = await topOf(root)
  const objects = new GitObjects(top, env, MAX_FILE_BYTES)
  const reader = await CaseReader.open(workspace)
  const digest = async ({ path, text }: { path: RepoPath; text: string }): Promise<string | undefined> =>
    quickDigest(text) ?? digestOf((await reader.read({ path, bytes: Buffer.from(text) })).file)
  const approvals = new AuditApprovals(objects, below(top, root), digest)
  const reading = new CommitReading(workspace, objects, approvals)
  try {
    const log = logCommits(top, root, env, { signatures: true, extra: spanOptions(span) })
    for await (const commit of ahead(log, AHEAD, one => reading.audited(one))) {
      if (commit.entries.length > 0) yield commit
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

interface CaseSides {
  before?: CaseVersion | undefined
  after?: CaseVersion | undefined
  /** The text of the case after the commit. */
  text?: string | undefined
}

class CommitReading {
  readonly #objects: GitObjects
  readonly #approvals: AuditApprovals
  readonly #folders: readonly string[]

  constructor({ config }: Workspace, objects: GitObjects, approvals: AuditApprovals) {
    this.#objects = objects
    this.#approvals = approvals
    this.#folders = [`${config.folders.cases}/`, `${config.folders.archive}/`]
  }

  async audited(commit: LoggedCommit): Promise<AuditedCommit> {
    const { changes, ...facts } = commit
    const [sides, reviews] = await Promise.all([this.#cases(changes), this.#reviews(changes)])
    const entries: Promise<AuditEntry>[] = []
    for (const [id, all] of sides) {
      const own = reviews.get(id) ?? []
      reviews.delete(id)
      for (const [i, side] of all.entries()) entries.push(this.#entry(commit, id, side, i === 0 ? own : []))
    }
    for (const [id, own] of reviews) entries.push(this.#entry(commit, id, {}, own))
    return { ...facts, entries: await Promise.all(entries) }
  }

  async #entry(
    { commit }: LoggedCommit,
    id: string,
    { before, after, text }: CaseSides,
    reviews: readonly TouchedReview[],
  ): Promise<AuditEntry> {
    // Nobody approves a draft.
    const asked = after !== undefined && text !== undefined && after.status !== 'draft' && id !== ''
    const approvals = asked ? await this.#approvals.of(commit, id, { path: after.path, text }) : []
    return new AuditEntry({ id, before, after, reviews, approvals })
  }

  /** The cases by id; of a file that holds another case than before, both. */
  async #cases(changes: readonly LoggedChange[]): Promise<Map<string, CaseSides[]>> {
    const found = await Promise.all(
      changes.filter(({ path }) => this.#isCase(path)).map(change => this.#sides(change)),
    )
    const byId = new Map<string, CaseSides[]>()
    for (const { path, before, after, text } of found) {
      const ids = [before?.id, after?.id].map(id => (id === undefined || id === '' ? undefined : id))
      const [old = ids[1] ?? idIn(path), now = ids[0] ?? idIn(path)] = ids
      if (before !== undefined && after !== undefined && old === now)
        addSide(byId, old, { before, after, text })
      else {
        if (before !== undefined) addSide(byId, old, { before })
        if (after !== undefined) addSide(byId, now, { after, text })
      }
    }
    return byId
  }

  #isCase(path: RepoPath): boolean {
    return /\.md$/i.test(path) && this.#folders.some(folder => path.startsWith(folder))
  }

  async #sides({ path, before, after }: LoggedChange): Promise<CaseSides & { path: RepoPath }> {
    const [old = '', text = ''] = await Promise.all([this.#text(before), this.#text(after)])
    if (before === undefined)
      return { path, after: after === undefined ? undefined : roughVersion(path, text), text }
    if (after === undefined) return { path, before: roughVersion(path, old) }
    const [was, is] = roughVersions(path, old, text)
    return { path, before: was, after: is, text }
  }

  async #text(blob: string | undefined): Promise<string | undefined> {
    const bytes = blob === undefined ? undefined : (await this.#objects.read(blob))?.bytes
    return bytes === undefined ? undefined : decodeCase(bytes).text
  }

  async #reviews(changes: readonly LoggedChange[]): Promise<Map<string, TouchedReview[]>> {
    const byId = new Map<string, TouchedReview[]>()
    for (const { path, before, after } of changes) {
      if (readRecordPath(path) === undefined) continue
      const blob = after ?? before
      const record = blob === undefined ? undefined : await this.#approvals.record(path, blob)
      const how = before === undefined ? 'added' : after === undefined ? 'removed' : 'edited'
      addTo(byId, idOfRecord(path) ?? '', { path, how, record })
    }
    return byId
  }
}

/** The id that a file's name begins with. */
function idIn(path: RepoPath): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return readCaseId(name.split('-').slice(0, 2).join('-')) ?? ''
}

/** Puts a side beside its other half: a case that one file lost and another got has moved. */
function addSide(byId: Map<string, CaseSides[]>, id: string, side: CaseSides): void {
  const half = byId.get(id)?.find(other => isOtherHalf(other, side))
  if (half === undefined) addTo(byId, id, side)
  else Object.assign(half, side)
}

function isOtherHalf(a: CaseSides, b: CaseSides): boolean {
  return (
    (a.before === undefined) === (b.after === undefined) &&
    (a.after === undefined) === (b.before === undefined)
  )
}
