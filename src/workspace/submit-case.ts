import { listFiles } from '../io/scan.js'
import type { Day } from '../lib/day.js'
import type { Library } from '../library/library.js'
import type { Case, CaseFile, RepoPath } from '../model/case.js'
import { applyEdits } from '../model/change.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Reviewer } from '../model/review.js'
import { checklist } from '../review/checklist.js'
import { openPolicy } from '../review/policy.js'
import { idOfRecord, REVIEWS } from '../review/record-path.js'
import { htmlTargets } from '../rules/html-targets.js'
import { readPath, readTarget } from '../rules/link-target.js'
import { lintWorkspace } from './lint.js'
import { nearestTo } from './nearest.js'
import type { Workspace } from './workspace.js'

/** A case as it is submitted, from the working tree, and what is said of it. */
export interface SubmittedCase {
  readonly case: Case
  readonly file: CaseFile
  /** The file with the status `in-review`. */
  readonly text: string
  /** The case's attachments, pictures and reviews that are on disk. */
  readonly others: readonly RepoPath[]
  readonly lint: readonly Diagnostic[]
}

/** The title of a case where it may be repeated: '' where lint found personal data in the case. */
export function shownTitle({ case: found, lint }: Pick<SubmittedCase, 'case' | 'lint'>): string {
  return lint.some(({ rule }) => rule === 'personal-data') ? '' : found.title
}

/** Reads what belongs to a case, and lints the case as it will be: in review. */
export async function readSubmitted(
  workspace: Workspace,
  library: Library,
  file: CaseFile,
  found: Case,
): Promise<SubmittedCase> {
  const text = inReview(file.text, found)
  const typed = { path: found.path, bytes: new TextEncoder().encode(text) }
  const { diagnostics } = await lintWorkspace(workspace, [], { typed })
  const others = [...assetsOf(library, file, found), ...reviewsOf(workspace.root, found)]
  return { case: found, file, text, others, lint: diagnostics }
}

/** The text of a case with the status `in-review`; byte for byte the same elsewhere. */
export function inReview(text: string, { path, fields }: Case): string {
  const status = fields.get('/status')?.value
  if (status === undefined) return text
  return applyEdits(text, [{ path, start: status.start, end: status.end, text: 'in-review' }])
}

/**
 * The attachments of a case, and what its text links to: regular files below the folders of the cases
 * that are no cases themselves.
 */
function assetsOf({ config, tree }: Library, file: CaseFile, found: Case): RepoPath[] {
  const { cases, archive } = config.folders
  const targets = [
    ...found.attachments.map(({ path }) => readPath(found.path, path)),
    ...found.body.links.map(({ to }) => readTarget(found.path, to)),
    ...[...htmlTargets(file.text)].map(({ to }) => readTarget(found.path, to)),
  ]
  const paths = targets.flatMap(target => (target.kind === 'path' ? [target.path] : []))
  const isAsset = (path: RepoPath): boolean =>
    [cases, archive].some(folder => path.startsWith(`${folder}/`)) && !/\.md$/i.test(path)
  return [...new Set(paths)].filter(path => isAsset(path) && tree(path) === 'file')
}

function reviewsOf(root: string, { id }: Case): RepoPath[] {
  return listFiles(root, [`${REVIEWS}/${id}`], /\.yml$/i).filter(path => idOfRecord(path) === id)
}

/** What the text of a request says beside the case itself. */
export async function requestFacts(workspace: Workspace, { case: found, lint }: SubmittedCase, day: Day) {
  const { config, taxonomy } = workspace
  const policy = openPolicy(config, taxonomy)
  const inForce = ({ until }: Reviewer): boolean => until === undefined || day <= until
  const reviewers = policy
    .required(found)
    .map((role): [string, Reviewer[]] => [role, policy.reviewers(role, found).filter(inForce)])
  return {
    ...{ case: found, lint, headings: config.headings },
    checklist: checklist(found, config.kinds[found.kind]),
    near: await nearestTo(workspace, found),
    reviewers: new Map(reviewers),
  }
}
