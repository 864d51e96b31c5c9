import { basename, join } from 'node:path'
import type { Root } from '../io/find-root.js'
import { exportRevision } from '../io/git.js'
import { type CommitRange, GitHistory } from '../io/git-history.js'
import type { Host } from '../io/host.js'
import { readSettingsFile } from '../io/settings-file.js'
import { withTemporaryFolder } from '../io/temporary.js'
import { treeOf } from '../io/tree.js'
import { CasectlError } from '../lib/errors.js'
import { buildLibrary } from '../library/library.js'
import type { Case, CaseFile, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { ReviewFile } from '../model/review.js'
import { idOfException } from '../review/exceptions.js'
import { judge, type Subject } from '../review/gate.js'
import type { History } from '../review/history.js'
import { openPolicy } from '../review/policy.js'
import { idOfRecord } from '../review/record-path.js'
import type { Replaying } from './carry-check.js'
import { stateOf } from './case-digest.js'
import { digestIndex } from './digest-index.js'
import { readExceptions } from './exception-files.js'
import { acceptedBefore, carriesAmong } from './review-accepted.js'
import { readReviews } from './review-files.js'
import { type GateOptions, type GateRun, textsOf, withReviews } from './review-gate.js'
import { historyOf } from './review-history.js'
import { Workspace } from './workspace.js'

/**
 * Judges a pull request: the cases that it changes and those whose reviews it changes, by the policy
 * of its base, so that it cannot loosen what it is judged by. A base without roles has none; then the
 * head's policy counts.
 * @param text `main..feature`, or `main` for what HEAD has beyond it
 * @throws CasectlError `git`, `shallow`, `no-library`, and what is wrong with the settings
 */
export async function checkRange(
  library: Root,
  text: string,
  options: GateOptions,
  env: Host['env'],
): Promise<GateRun> {
  const git = await GitHistory.open(library.root, env)
  const range = await git.range(text)
  return withTemporaryFolder(async folder => {
    const head = await openAt(library, git, range.head, join(folder, 'head'), env)
    if (head === undefined) throw noLibrary(text)
    const base = await openAt(library, git, range.base, join(folder, 'base'), env)
    let count = 0
    const before = (commit: string): Promise<Workspace | undefined> =>
      openAt(library, git, `${commit}^`, join(folder, `before-${count++}`), env)
    return judgeRange({ git, range, head, base, options, before })
  })
}

interface Compared {
  readonly git: GitHistory
  readonly range: CommitRange
  readonly head: Workspace
  readonly base: Workspace | undefined
  readonly options: GateOptions
  /** The library as it was before a commit. */
  readonly before: (commit: string) => Promise<Workspace | undefined>
}

async function judgeRange({ git, range, head, base, options, before }: Compared): Promise<GateRun> {
  const changed = await git.changedBetween(range.base, range.head)
  const files = await casesAt(head, changed)
  const former = base === undefined ? [] : await casesAt(base, changed)
  const reviewed = new Set([...changed].flatMap(path => idOfRecord(path) ?? idOfException(path) ?? []))
  const rest = await others(head, files, reviewed)
  const subjects = subjectsOf([...former], files, rest)
  const ids = new Set([...reviewed, ...subjects.map(({ id }) => id)])
  const reviews = await readReviews(head.root, ids)
  const exceptions = await readExceptions(head.root, ids)
  const judging = base !== undefined && base.config.review.roles.size > 0 ? base : head
  const policy = openPolicy({ ...head.config, review: judging.config.review }, head.taxonomy)
  const parser = await head.parser()
  const { approvals } = options
  const signatures = policy.review.identity === 'signed'
  const replaying: Replaying = {
    before,
    settings: await settingsOf(base),
    open: root => Workspace.open(root, { config: join(root, head.configPath) }),
  }
  const history = await historyOf(git, {
    ...{ range, subjects, reviews, exceptions, parser, signatures, approvals, replaying },
  })
  const { adopted } = policy.review
  const textOf = textsOf([...files, ...rest])
  const carriesOf = carriesAmong(reviews, history.broken)
  const accepted =
    adopted === undefined
      ? new Set<CaseId>()
      : await acceptedBefore(git, adopted, subjects, textOf, parser, carriesOf)
  const day = options.asOf ?? range.day
  const all = hasStrangers(history, subjects, reviews) ? await head.readCases(head.casePaths()) : []
  const otherOf = digestIndex(() => all)
  const diagnostics = judge({
    ...{ policy, subjects, reviews, exceptions, otherOf, history, accepted, day },
    defaultAudience: head.config.defaultAudience,
  })
  const judged = buildLibrary(head.config, head.taxonomy, [...files, ...rest], treeOf(head.root))
  return { diagnostics, library: withReviews(judged, [...reviews, ...exceptions]), cases: subjects.length }
}

/** Configuration and taxonomy as the base has them. */
async function settingsOf(base: Workspace | undefined): Promise<Map<RepoPath, string>> {
  const settings = new Map<RepoPath, string>()
  if (base === undefined) return settings
  for (const path of [base.configPath, base.config.taxonomy]) {
    const text = await readSettingsFile(base.root, path)
    if (text !== null) settings.set(path, text)
  }
  return settings
}

/** True where a review that was added has a digest that its case never had: it may be that of any case. */
function hasStrangers(
  { added, former }: History,
  subjects: readonly Subject[],
  reviews: readonly ReviewFile[],
): boolean {
  const digests = new Map(subjects.map(({ id, after }) => [id, after?.digest]))
  return reviews.some(({ path, record }) => {
    if (record?.digest === undefined || !added.has(path)) return false
    return digests.get(record.case) !== record.digest && former.get(record.case)?.has(record.digest) !== true
  })
}

/** The library at a revision; undefined where there is none. */
async function openAt(
  { root, config }: Root,
  git: GitHistory,
  commit: string,
  target: string,
  env: Host['env'],
): Promise<Workspace | undefined> {
  if (!(await git.holdsFolder(commit))) return undefined
  await exportRevision(root, commit, target, env)
  const name = basename(config)
  return treeOf(target)(name) === 'file' ? Workspace.open(target, { config: join(target, name) }) : undefined
}

function casesAt(workspace: Workspace, changed: ReadonlySet<RepoPath>): Promise<CaseFile[]> {
  return workspace.readCases(workspace.casePaths().filter(path => changed.has(path)))
}

/** Cases that did not change while their reviews did. */
async function others(
  head: Workspace,
  files: readonly CaseFile[],
  reviewed: ReadonlySet<CaseId>,
): Promise<CaseFile[]> {
  const known = new Set(files.map(file => file.case?.id))
  const wanted = new Set([...reviewed].filter(id => !known.has(id)))
  if (wanted.size === 0) return []
  const all = await head.readCases(head.casePaths())
  return all.filter(file => file.case !== undefined && wanted.has(file.case.id))
}

/** A subject for each file of a case, so that none hides behind another of the same id. */
function subjectsOf(
  former: readonly CaseFile[],
  files: readonly CaseFile[],
  unchanged: readonly CaseFile[],
): Subject[] {
  const before = byId([...former, ...unchanged])
  const broken = new Set(files.filter(file => (file.case?.id ?? '') === '').map(file => file.path))
  const after = [...files, ...unchanged].filter(file => !broken.has(file.path))
  const there = new Set(after.map(file => file.case?.id))
  const gone = [...before].filter(([id]) => !there.has(id))
  return [
    ...after.flatMap((file): Subject[] =>
      file.case === undefined
        ? []
        : [
            {
              id: file.case.id,
              before: before.get(file.case.id),
              after: stateOf(file, file.case),
            },
          ],
    ),
    ...gone.map(
      ([id, was]): Subject => ({
        id,
        before: was,
        unreadable: broken.has(was.path) ? was.path : undefined,
      }),
    ),
  ]
}

function byId(files: readonly CaseFile[]): Map<CaseId, Case> {
  const found = new Map<CaseId, Case>()
  for (const { case: one } of files) {
    if (one !== undefined && one.id !== '' && !found.has(one.id)) found.set(one.id, one)
  }
  return found
}

function noLibrary(text: string): CasectlError {
  return new CasectlError('no-library', {
    en: `The head of "${text}" holds no library here.`,
    zh: `“${text}”的末端在此处没有案例库。`,
  })
}
