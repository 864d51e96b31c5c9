import { GitHistory } from '../io/git-history.js'
import type { Host } from '../io/host.js'
import type { Day } from '../lib/day.js'
import { buildLibrary, type Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { ExceptionFile } from '../model/exception.js'
import type { ForgeApproval, ReviewFile } from '../model/review.js'
import { judge, type Subject } from '../review/gate.js'
import { openPolicy } from '../review/policy.js'
import { stateOf } from './case-digest.js'
import { digestIndex } from './digest-index.js'
import { readExceptions } from './exception-files.js'
import { acceptedBefore, carriesAmong } from './review-accepted.js'
import { readReviewed } from './review-cases.js'
import { readReviews } from './review-files.js'
import type { Workspace } from './workspace.js'

/** What the gate found, and where to read it up. */
export interface GateRun {
  readonly diagnostics: readonly Diagnostic[]
  /** The cases and reviews that were judged, as a library. */
  readonly library: Library
  /** How many cases were judged. */
  readonly cases: number
}

export interface GateOptions {
  /** The day that is judged; of a pull request that of its head where left out. */
  readonly asOf?: Day | undefined
  readonly approvals?: readonly ForgeApproval[] | undefined
}

/**
 * Judges a library as it is on disk: every published case and every review of the text as it is.
 * Who wrote a review is not judged, since only the commits of a pull request tell that.
 * @throws CasectlError `settings`, and `git` where `review.adopted` cannot be looked up
 */
export async function checkTree(
  workspace: Workspace,
  day: Day | undefined,
  env: Host['env'],
): Promise<GateRun> {
  const { config, taxonomy } = workspace
  const reviews = await readReviews(workspace.root)
  const exceptions = await readExceptions(workspace.root)
  const named = new Set([...reviews, ...exceptions].map(({ record }) => record?.case))
  const judged = await readReviewed(workspace, (id, status) => status === 'published' || named.has(id))
  const library = workspace.libraryOf(judged)
  const subjects = subjectsIn(library, named)
  const policy = openPolicy(config, taxonomy)
  const { adopted } = policy.review
  const accepted =
    adopted === undefined
      ? new Set<string>()
      : await acceptedBefore(
          await GitHistory.open(workspace.root, env),
          adopted,
          subjects,
          textsOf(library.files),
          await workspace.parser(),
          carriesAmong(reviews),
        )
  // Whose the digest of a review is, only the whole library tells.
  const all = await filesForStale(workspace, subjects, reviews)
  const otherOf = digestIndex(() => all)
  const { defaultAudience } = config
  const diagnostics = judge({
    ...{ policy, subjects, reviews, exceptions, defaultAudience, otherOf, accepted, day },
  })
  return { diagnostics, library: withReviews(library, [...reviews, ...exceptions]), cases: subjects.length }
}

/** Every file, where a review has another digest than its case; none where nobody will ask. */
async function filesForStale(
  workspace: Workspace,
  subjects: readonly Subject[],
  reviews: readonly ReviewFile[],
): Promise<readonly CaseFile[]> {
  const digests = new Map<string, Set<string | undefined>>()
  for (const { record } of reviews) {
    if (record?.digest === undefined) continue
    digests.set(record.case, (digests.get(record.case) ?? new Set()).add(record.digest))
  }
  const other = subjects.some(({ id, after }) => {
    const own = digests.get(id)
    return own !== undefined && [...own].some(digest => digest !== after?.digest)
  })
  return other ? readReviewed(workspace, () => true) : []
}

/** The published cases, and those that a review or an exception names. */
function subjectsIn(library: Library, reviewed: ReadonlySet<string | undefined>): Subject[] {
  return library.files.flatMap((file): Subject[] => {
    const found = file.case
    if (found === undefined || (found.status !== 'published' && !reviewed.has(found.id))) return []
    return [{ id: found.id, after: stateOf(file, found) }]
  })
}

/** The texts of files by path. */
export function textsOf(files: readonly CaseFile[]): (path: RepoPath) => string | undefined {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  return path => texts.get(path)
}

/** A library that reports can look reviews up in as well. */
export function withReviews(library: Library, reviews: readonly (ReviewFile | ExceptionFile)[]): Library {
  const texts = reviews.map(({ path, text, problems }): CaseFile => ({ path, text, problems }))
  const { config, taxonomy, files, tree, disk } = library
  return buildLibrary(config, taxonomy, [...files, ...texts], tree, disk)
}
