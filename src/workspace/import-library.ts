import { join } from 'node:path'
import { type ImportReport, reportOf } from '../import/import-report.js'
import type { Row } from '../import/row.js'
import type { ImportSource } from '../import/source.js'
import { STATE_FOLDER } from '../io/apply.js'
import type { Host } from '../io/host.js'
import { ImportJournal, importIds } from '../io/import-journal.js'
import { Staging } from '../io/import-staging.js'
import { withLock } from '../io/lock.js'
import { hideState } from '../io/raw-exports.js'
import type { ImportPlan } from '../model/import-record.js'
import { folderOf } from '../model/repo-path.js'
import type { StagingPlace } from './import-drafter.js'
import { changedSource, unfinishedImport } from './import-errors.js'
import { type ImportProgress, type Published, publishDrafts } from './import-publish.js'
import type { CheckedMapping } from './import-request.js'
import { draftImport } from './import-run.js'
import { openSource } from './import-source.js'
import type { DraftSink } from './import-stage.js'
import type { Workspace } from './workspace.js'

/** What an import did, or would have done. */
export interface ImportResult extends Published {
  readonly report: ImportReport
  /** True where the drafts went into the library. */
  readonly written: boolean
}

/** An export, how it is mapped, and what was asked. */
export interface ImportRequest {
  readonly source: ImportSource
  readonly checked: CheckedMapping
  readonly plan: ImportPlan
  readonly onProgress: ImportProgress
}

/** The lock that keeps two imports of one library apart. */
export const IMPORT_LOCK = `${STATE_FOLDER}/journal/import.lock`

const NOTHING: Published = { lost: [], commits: 0 }

/** Works an import out without keeping or writing anything. */
export async function tryImport(workspace: Workspace, request: ImportRequest): Promise<ImportResult> {
  const sink: DraftSink = { attach: () => [], journal: () => undefined }
  const { report } = await draft(workspace, request, undefined, () => sink)
  return { report, written: false, ...NOTHING }
}

/**
 * Runs an import, or goes on with one that was interrupted: drafts are staged, the gates are asked, and
 * the drafts that stand go into the library, batch by batch.
 * @throws CasectlError `import` while another one is unfinished, `locked`, `cannot-write`
 */
export async function runImport(
  workspace: Workspace,
  request: ImportRequest,
  env: Host['env'],
): Promise<ImportResult> {
  const { root } = workspace
  const { plan } = request
  return withLock(join(root, IMPORT_LOCK), async () => {
    const unfinished = importIds(root).find(id => id !== plan.id && isUnfinished(root, id))
    if (unfinished !== undefined) throw unfinishedImport(unfinished)
    await hideState(root)
    const journal = new ImportJournal(root, plan.id)
    const resumed = journal.plan() !== undefined
    if (!resumed) await journal.begin(plan, { phase: 'staging', folders: [] })
    const kept = journal.state()?.phase === 'publishing' ? journal.report<ImportReport>() : undefined
    const report = kept ?? (await stage(workspace, request, journal, resumed))
    if (!plan.allowBelowGate && report.gates.some(gate => !gate.passed)) {
      await journal.setState({ phase: 'rolled-back', folders: [] })
      journal.clear()
      return { report, written: false, ...NOTHING }
    }
    await journal.setReport(report)
    const published = await publishDrafts(root, journal, { plan, resumed, env }, request.onProgress)
    return { report, written: true, ...published }
  })
}

/** True for an import that was begun, and neither ended nor rolled back. */
export function isUnfinished(root: string, id: string): boolean {
  const journal = new ImportJournal(root, id)
  const phase = journal.state()?.phase
  return journal.plan() !== undefined && (phase === 'staging' || phase === 'publishing')
}

async function stage(
  workspace: Workspace,
  request: ImportRequest,
  journal: ImportJournal,
  resumed: boolean,
): Promise<ImportReport> {
  const place = { root: workspace.root, journal: journal.folder, resumed }
  const staging = new Staging(place.root, place.journal)
  journal.open()
  try {
    const { report, aside } = await draft(workspace, request, place, bytesOf => ({
      attach: (made, row) =>
        made.files.flatMap(({ from, name }) => {
          const bytes = bytesOf(from, row)
          const path = `${folderOf(made.path)}/assets/${made.id}/${name}`
          return bytes === undefined ? [] : [{ path, sha256: staging.put(path, bytes, resumed) }]
        }),
      journal: row => journal.add(row),
    }))
    for (const row of aside) journal.add({ row, outcome: 'near' })
    return report
  } finally {
    journal.close()
  }
}

async function draft(
  workspace: Workspace,
  { source, checked, plan, onProgress }: ImportRequest,
  place: StagingPlace | undefined,
  sinkFor: (bytesOf: (from: string, row: Row) => Uint8Array | undefined) => DraftSink,
): Promise<{ report: ImportReport; aside: readonly number[] }> {
  const { day, mask, order, top } = plan
  const told = (rows: number, about: number | undefined): void => onProgress('drafting', rows, about)
  const options = { day, mask, order, top, place, onProgress: told }
  const { tally, gates, aside, unmapped } = await draftImport(workspace, source, checked, options, sinkFor)
  const { name, format, encoding, sha256, size } = source
  const facts = { name, format, sha256, size, ...(encoding === undefined ? {} : { encoding }) }
  return { report: reportOf(tally, gates, facts, unmapped, plan.id), aside }
}

/**
 * The export of an import that goes on.
 * @throws CasectlError `import` when the file is not the one any more
 */
export async function reopenSource(plan: ImportPlan): Promise<ImportSource> {
  const source = await openSource(plan.source.full, plan.read)
  if (source.sha256 === plan.source.sha256) return source
  throw changedSource(plan.id, plan.source.full)
}
