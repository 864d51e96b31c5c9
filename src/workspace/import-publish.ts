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
  const rows = journal.rows().filter(({ outcome }) => outcome === 'case')
  const all = rows.flatMap(({ files }) => files ?? [])
  const folders = missingFolders(root, new Set(all.map(({ path }) => folderOf(path))))
  const state: ImportState = {
    phase: 'publishing',
    folders: [...new Set([...(journal.state()?.folders ?? []), ...folders])],
  }
  await journal.setState(state)
  const staging = new Staging(root, journal.folder)
  const lost: RepoPath[] = []
  let done = 0
  let commits = 0
  for (let at = 0; at < rows.length; at += plan.batch) {
    const batch = rows.slice(at, at + plan.batch).flatMap(({ files }) => files ?? [])
    for (const file of batch) {
      const what = staging.publish(file, resumed)
      if (what === 'occupied' || what === 'lost') lost.push(file.path)
      if (++done % STEP === 0) onProgress('writing', done, all.length)
    }
    if (!plan.commit) continue
    const kept = batch.map(({ path }) => path).filter(path => !lost.includes(path))
    const commit = await commitPaths(root, kept, messageOf(plan, at, rows.length), env)
    if (commit !== undefined) commits++
  }
  await journal.setState({ ...state, phase: 'done' })
  journal.clear()
  await markIndex(root)
  return { lost, commits }
}

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
  const files: ImportedFile[] = written
    ? journal.rows().flatMap(row => (row.outcome === 'case' ? (row.files ?? []) : []))
    : []
  for (const file of files) {
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
