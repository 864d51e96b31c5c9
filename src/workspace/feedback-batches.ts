import { join } from 'node:path'
import { batchFiles, type Fold, foldBatches } from '../feedback/batch.js'
import type { FeedbackEvent } from '../feedback/event.js'
import { readEvents, type SetAside, wholeEventsIn } from '../feedback/read-events.js'
import { readText } from '../io/apply.js'
import { findRepository } from '../io/git.js'
import { commitPaths } from '../io/git-own-commit.js'
import type { Host } from '../io/host.js'
import { appendLines, clearSpool, readSpool } from '../io/spool.js'
import type { RepoPath } from '../model/case.js'
import type { FileChange } from '../model/change.js'
import { lookAtFeedback } from './index-feedback.js'
import type { Workspace } from './workspace.js'

/** Where lines that are no event are kept, below `.casectl/`. */
const SET_ASIDE = 'set-aside/feedback.jsonl'

/** What became of events that were to be written. */
export interface Written {
  readonly paths: readonly RepoPath[]
  /** Events that are new. */
  readonly added: number
  /** Events that the library had already. */
  readonly known: number
  readonly bad: readonly SetAside[]
  /** Where the bad lines are kept; undefined for none, or where they could not be. */
  readonly setAside?: RepoPath
  /** Undefined where nothing was committed. */
  readonly commit?: string | undefined
}

/** How a batch gets into the repository. */
export interface BatchOptions {
  /** False leaves the files for somebody else to commit. */
  readonly commit: boolean
  readonly env: Host['env']
}

/**
 * Commits what waits in the spool as one batch, and empties it.
 * @throws CasectlError `git`, and what stands against a change; the spool stays as it is then
 */
export async function syncSpool(workspace: Workspace, options: BatchOptions): Promise<Written> {
  const spooled = readSpool(workspace.root)
  const written = await addEvents(workspace, readEvents(spooled.map(({ line }) => line).join('\n')), options)
  clearSpool(workspace.root, spooled)
  return written
}

/**
 * Adds events that the library does not have yet as new files, and commits those.
 * @throws CasectlError `git`, and what stands against a change
 */
export async function addEvents(
  workspace: Workspace,
  { events, bad }: { readonly events: readonly FeedbackEvent[]; readonly bad: readonly SetAside[] },
  options: BatchOptions,
): Promise<Written> {
  const { root } = workspace
  const feedback = lookAtFeedback(root)
  // A batch that was written and could not be committed is committed now.
  const files = batchFiles(events)
  const there = new Set(feedback.paths)
  const had = new Set<string>()
  for (const { event } of wholeEventsIn(outside(feedback.texts(), feedback.paths, files))) had.add(event)
  const fresh = events.filter(({ event }) => !had.has(event))
  const wanted = fresh.length === events.length ? files : batchFiles(fresh)
  await workspace.apply(wanted.filter(({ path }) => !there.has(path)))
  const paths = wanted.map(({ path }) => path)
  const commit = await commitBatch(workspace, paths, `Feedback: ${fresh.length} events`, options)
  const lines = bad.map(({ text }) => text)
  const kept = lines.length > 0 && appendLines(root, SET_ASIDE, lines)
  return {
    ...{ paths, added: fresh.length, known: events.length - fresh.length, bad, commit },
    ...(kept ? { setAside: `.casectl/${SET_ASIDE}` } : {}),
  }
}

/** The bytes of files that are not among those given. */
function* outside(
  texts: Iterable<Uint8Array>,
  paths: readonly RepoPath[],
  files: readonly FileChange[],
): Iterable<Uint8Array> {
  const own = new Set(files.map(({ after }) => after))
  const sizes = new Set(files.map(({ after }) => new TextEncoder().encode(after ?? '').length))
  for (const bytes of paths.length === 0 ? [] : texts) {
    if (!sizes.has(bytes.length) || !own.has(new TextDecoder().decode(bytes))) yield bytes
  }
}

/**
 * Folds the batches of each month into one file, or as few as hold them.
 * @throws CasectlError `git`, and what stands against a change
 */
export async function compactFeedback(
  workspace: Workspace,
  options: BatchOptions & { readonly dryRun: boolean },
): Promise<Fold & { readonly commit?: string | undefined }> {
  const { root } = workspace
  const batches: { path: RepoPath; text: string }[] = []
  for (const path of lookAtFeedback(root).paths) {
    batches.push({ path, text: (await readText(join(root, path))) ?? '' })
  }
  const fold = foldBatches(batches)
  if (options.dryRun || fold.changes.length === 0) return fold
  await workspace.apply(fold.changes)
  const paths = fold.changes.map(({ path }) => path)
  return {
    ...fold,
    commit: await commitBatch(workspace, paths, 'Feedback: fold the batches of each month', options),
  }
}

async function commitBatch(
  { root }: Workspace,
  paths: readonly RepoPath[],
  message: string,
  { commit, env }: BatchOptions,
): Promise<string | undefined> {
  if (!commit || paths.length === 0 || (await findRepository(root)) === undefined) return undefined
  return commitPaths(root, paths, message, env)
}
