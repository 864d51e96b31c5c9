import { join } from 'node:path'
import type { ImportReport } from '../import/import-report.js'
import type { SampledCase } from '../import/sign-off.js'
import { ImportJournal, importIds } from '../io/import-journal.js'
import { withLock } from '../io/lock.js'
import { readCaseId } from '../model/case-id.js'
import type { ImportPhase, ImportPlan } from '../model/import-record.js'
import { baseName } from '../model/repo-path.js'
import { noImport } from './import-errors.js'
import { IMPORT_LOCK, isUnfinished } from './import-library.js'
import { type RolledBack, rollBackImport } from './import-publish.js'

/** An import as a list shows it. */
export interface ListedImport {
  readonly id: string
  readonly phase: ImportPhase
  readonly source: string
  readonly cases: number
}

/** The imports of a library, the latest first. */
export function listImports(root: string): ListedImport[] {
  return importIds(root)
    .reverse()
    .flatMap(id => {
      const journal = new ImportJournal(root, id)
      const [plan, state] = [journal.plan(), journal.state()]
      if (plan === undefined || state === undefined) return []
      const cases = journal.report<ImportReport>()?.outcomes.case ?? 0
      return [{ id, phase: state.phase, source: baseName(plan.source.full.replaceAll('\\', '/')), cases }]
    })
}

/**
 * The plan of the import that is to go on: the one named, else the one that is not finished.
 * @throws CasectlError `import` where there is none
 */
export function unfinishedPlan(root: string, id: string | undefined): ImportPlan {
  const found = importIds(root).find(one => (id === undefined || one === id) && isUnfinished(root, one))
  const plan = found === undefined ? undefined : new ImportJournal(root, found).plan()
  if (plan === undefined) throw noImport(id)
  return plan
}

/**
 * Takes back an import: the one named, else the latest that wrote something and was not taken back.
 * @throws CasectlError `import` where there is none, `locked`
 */
export async function rollBack(root: string, id: string | undefined): Promise<RolledBack & { id: string }> {
  const all = importIds(root)
    .map(one => new ImportJournal(root, one))
    .filter(journal => journal.state()?.phase !== 'rolled-back')
  const found = (id === undefined ? all.filter(mayHaveWritten).at(-1) : all.find(one => one.id === id))?.id
  if (found === undefined) throw noImport(id)
  return withLock(join(root, IMPORT_LOCK), async () => {
    const back = await rollBackImport(root, new ImportJournal(root, found))
    return { id: found, ...back }
  })
}

/** False for an import that came to its end without a case: everything was known. */
function mayHaveWritten(journal: ImportJournal): boolean {
  return journal.state()?.phase !== 'done' || journal.report<ImportReport>()?.outcomes.case !== 0
}

/** The cases that an import wrote, by its journal. */
export function importedCases(root: string, id: string): SampledCase[] {
  return [...new ImportJournal(root, id).rows()].flatMap(({ row, outcome, files }) => {
    const path = files?.[0]?.path
    const name =
      path === undefined
        ? undefined
        : readCaseId(baseName(path).split('-').slice(0, 2).join('-').replace(/\.md$/, ''))
    return outcome === 'case' && path !== undefined && name !== undefined ? [{ row, id: name, path }] : []
  })
}
