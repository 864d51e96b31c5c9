import { foldFeedback } from '../feedback/fold.js'
import { LastUses } from '../feedback/uses.js'
import type { Coverage, Grouping, ReportInput, ReportName } from '../figures/report.js'
import type { Host } from '../io/host.js'
import { addDays, type Day } from '../lib/day.js'
import type { TicketRow } from '../model/ticket-row.js'
import type { GoldOutcome } from '../search/eval.js'
import { lookAtFeedback } from './index-feedback.js'
import { judgedCases } from './review-due.js'
import type { Workspace } from './workspace.js'

/** What a report is asked for. */
export interface ReportRequest {
  readonly name: ReportName
  readonly today: Day
  readonly after?: Day | undefined
  readonly by?: Grouping | undefined
  readonly tickets?: readonly TicketRow[] | undefined
  /** The question set: a name below `eval/`, or a file relative to the current folder. */
  readonly set?: string | undefined
}

/** What a digest tells of without `after`: a month. */
const DIGEST_DAYS = 30

/**
 * Gathers what a report is made from, and nothing that it does not ask for.
 * @throws CasectlError `settings`, `no-gold` for a question set that is not there, `git` for contributors
 */
export async function reportInput(
  workspace: Workspace,
  request: ReportRequest,
  host: Pick<Host, 'cwd' | 'env'>,
): Promise<ReportInput> {
  const { name, today, by, tickets } = request
  const after = request.after ?? (name === 'digest' ? addDays(today, -DIGEST_DAYS) : undefined)
  const last = new LastUses()
  const feedback = foldFeedback(lookAtFeedback(workspace.root).texts(), after, said => last.add(said))
  const { library, judged } = await judgedCases(workspace, today, last)
  const review = new Map(
    [...judged].map(
      ([
        id,
        {
          due,
          standing: { missing, stale },
        },
      ]) => [id, { due, stale: missing.filter(role => stale.has(role)) }],
    ),
  )
  const base: ReportInput = { library, review, feedback, today, after, by, tickets }
  if (name === 'coverage')
    return { ...base, coverage: await coverageOf(workspace, request.set ?? 'onboarding', after, host) }
  if (name === 'health') return { ...base, searches: await searchesOf(workspace, after) }
  if (name === 'contributors') {
    const { foundersOf } = await import('./case-founders.js')
    return { ...base, authors: await foundersOf(library, workspace.root, host.env) }
  }
  if (tickets === undefined) return base
  const { knownTickets } = await import('./gaps.js')
  return { ...base, known: knownTickets(workspace, library) }
}

async function searchesOf({ root, config }: Workspace, after: Day = ''): Promise<ReportInput['searches']> {
  const { readQueryLog } = await import('./query-log.js')
  const log = readQueryLog(root).filter(({ day }) => day >= after)
  if (log.length === 0 && !config.search.log) return undefined
  return { all: log.length, withoutHits: log.filter(({ hits }) => hits === 0).length }
}

async function coverageOf(
  { root, configFile }: Workspace,
  set: string,
  after: Day | undefined,
  { cwd, env }: Pick<Host, 'cwd' | 'env'>,
): Promise<Coverage> {
  const { evaluateLibrary, evaluateRevision, readGoldFile } = await import('./eval.js')
  const named = /^[A-Za-z0-9_-]+$/.test(set)
  const { queries } = await readGoldFile(named ? root : cwd, named ? `eval/${set}.yml` : set, configFile)
  const library = { root, config: configFile }
  const { all, byLanguage, byKind, outcomes } = await evaluateLibrary(library, queries)
  const groups = [...Object.entries(byLanguage), ...Object.entries(byKind)].map(
    ([name, { count, hit5 }]) => ({
      ...{ name, asked: count, answered: Math.round(hit5 * count) },
    }),
  )
  const now = { set, groups, asked: all.count, ...answersOf(outcomes) }
  const revision = after === undefined ? undefined : await lastBefore(root, after, env)
  if (revision === undefined) return now
  const { outcomes: then } = await evaluateRevision(library, revision, queries, env)
  return { ...now, before: answersOf(then) }
}

function answersOf(outcomes: readonly GoldOutcome[]) {
  const questions = outcomes.map(({ query: { text, expect }, rank }) => ({
    ...{ text, expect, answered: rank !== undefined && rank <= 5 },
  }))
  return { answered: questions.filter(({ answered }) => answered).length, questions }
}

/** The last commit of the main line before a day that touches the library; undefined without one. */
async function lastBefore(root: string, day: Day, env: Host['env']): Promise<string | undefined> {
  const { mainLine } = await import('../io/git-versions.js')
  return (await mainLine(root, 'HEAD', env)).find(each => each.day < day)?.commit
}
