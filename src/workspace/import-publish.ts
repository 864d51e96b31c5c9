import { commitPaths } from '../io/git-own-commit.js'
import type { Host } from '../io/host.js'
import type { ImportJournal } from '../io/import-journal.js'
import { missingFolders, removeEmpty, Staging, withdraw } from '../io/import-staging.js'
import type { RepoPath } from '../model/case.js'
import type { ImportedFile, ImportPlan, ImportState } from '../model/import-record.js'
import { folderOf } from '../model/repo-path.js'
import { markIndex } from './index-mark.js'

/** Tells how far an import is: rows that were drafted, of about how many; files that were written, of how many. */
export type ImportProgress = (phase: 'drafting' | 'writing', done: number, total?: number) => void

/** What came of publishing. */
export interface Published {
  /** Files whose place somebody else took meanwhile, or whose staged text was damaged. */
  readonly lost: readonly RepoPath[]
  readonly commits: number
}

interface Publishing {
  readonly plan: ImportPlan
  /** After an interruption what is staged is read before it is moved. */
  readonly resumed: boolean
  readonly env: Host['env']
}

/** Rows after which an import tells how far it is. */
const STEP = 200

/** Moves what an import staged into the library, batch by batch. What is there already stays. */
export async function publishDrafts(
  root: string,
  journal: ImportJournal,
  { plan, resumed, env }: Publishing,
  onProgress: ImportProgress,
): Promise<Published> {
  const { rows, files, folders: needed } = sumOf(journal)
  const folders = missingFolders(root, needed)
  const state: ImportState = {
    phase: 'publishing',
    folders: [...new Set([...(journal.state()?.folders ?? []), ...folders])],
  }
  await journal.setState(state)
  const staging = new Staging(root, journal.folder)
  const lost: RepoPath[] = []
  let done = 0
  let commits = 0
  let at = 0
  let kept: RepoPath[] = []
  const endBatch = async (): Promise<void> => {
    const batch = kept
    kept = []
    const first = at - 1 - ((at - 1) % plan.batch)
    const commit = await commitPaths(root, batch, messageOf(plan, first, rows), env)
    if (commit !== undefined) commits++
  }
  for (const own of filesOfCases(journal)) {
    for (const file of own) {
      const what = staging.publish(file, resumed)
      if (what === 'occupied' || what === 'lost') lost.push(file.path)
      else if (plan.commit) kept.push(file.path)
      if (++done % STEP === 0) onProgress('writing', done, files)
    }
    at++
    if (plan.commit && (at % plan.batch === 0 || at === rows)) await endBatch()
  }
  await journal.setState({ ...state, phase: 'done' })
  journal.clear()
  await markIndex(root)
  return { lost, commits }
}

/** The rows that became cases, their files, and the folders of these. */
function sumOf(journal: ImportJournal): { rows: number; files: number; folders: ReadonlySet<RepoPath> } {
  const folders = new Set<RepoPath>()
  let [rows, files] = [0, 0]
  for (const own of filesOfCases(journal)) {
    rows++
    files += own.length
    for (const { path } of own) folders.add(folderOf(path))
  }
  return { rows, files, folders }
}

function* filesOfCases(journal: ImportJournal): Iterable<readonly ImportedFile[]> {
  for (const { outcome, files = [] } of journal.rows()) if (outcome === 'case') yield files
}

/** @param at the first row of the batch, from 0 */
function messageOf({ id, batch }: ImportPlan, at: number, total: number): string {
  const part = total > batch ? ` (${Math.floor(at / batch) + 1} of ${Math.ceil(total / batch)})` : ''
  return `Import ${id}${part}: ${Math.min(batch, total - at)} drafts`
}

/** What a rollback found. */
export interface RolledBack {
  readonly removed: number
  /** Files that somebody changed since: they stay. */
  readonly changed: readonly RepoPath[]
  /** Files that are not there any more. */
  readonly gone: readonly RepoPath[]
}

/** Removes exactly what an import wrote, as far as nobody touched it, and the folders that it made. */
export async function rollBackImport(root: string, journal: ImportJournal): Promise<RolledBack> {
  const state = journal.state()
  const changed: RepoPath[] = []
  const gone: RepoPath[] = []
  let removed = 0
  const written = state?.phase === 'publishing' || state?.phase === 'done'
  for (const file of written ? [...filesOfCases(journal)].flat() : []) {
    const what = withdraw(root, file)
    if (what === 'removed') removed++
    else if (what === 'changed') changed.push(file.path)
    else if (state?.phase === 'done') gone.push(file.path)
  }
  removeEmpty(root, state?.folders ?? [])
  await journal.setState({ phase: 'rolled-back', folders: [] })
  journal.clear()
  if (removed > 0) await markIndex(root)
  return { removed, changed, gone }
}
