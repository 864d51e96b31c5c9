import { join } from 'node:path'
import { STATE_FOLDER } from '../io/apply.js'
import { commitInWorktree, type NewBranch } from '../io/git-worktree.js'
import type { Host } from '../io/host.js'
import { withLock } from '../io/lock.js'
import type { Day } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { type Proposal, proposals } from '../life/ageing.js'
import { archiveMoves, planAgeing } from '../life/apply-ageing.js'
import { referencesIn } from '../life/references.js'
import type { LifeSources } from '../life/rewrite.js'
import type { CaseId } from '../model/case-id.js'
import { carryOvers } from './carry-over.js'
import { documentsBeside } from './documents-beside.js'
import { lookAtFeedback } from './index-feedback.js'
import { lifeSources } from './life-sources.js'
import { judgedCases } from './review-due.js'
import { sha256 } from './sha256.js'
import { Workspace } from './workspace.js'

/** What of a plan is wanted. */
export interface LifecycleChoice {
  readonly today: Day
  readonly only?: Proposal['action'] | undefined
  /** Only these cases; all where it is empty. */
  readonly ids: readonly CaseId[]
}

export interface LifecyclePlan {
  readonly proposals: readonly Proposal[]
  /** False where the library records no use at all, so that only changes and approvals count. */
  readonly hasUse: boolean
}

/** What of a library's cases has grown old. @throws CasectlError `settings`, `not-proposed` */
export async function lifecyclePlan(workspace: Workspace, choice: LifecycleChoice): Promise<LifecyclePlan> {
  const { today, only, ids } = choice
  const feedback = lookAtFeedback(workspace.root).last()
  const { library, judged } = await judgedCases(workspace, today)
  const all = proposals(library, today, feedback, id => {
    const of = judged.get(id)
    const days = [...(of?.standing.approvals.values() ?? [])].map(({ record }) => record.day)
    return { approved: days.sort().at(-1), due: of?.due }
  })
  for (const id of ids) if (!all.some(({ case: found }) => found.id === id)) throw notProposed(id)
  const wanted = all.filter(
    ({ case: found, action }) =>
      (ids.length === 0 || ids.includes(found.id)) && (only === undefined || action === only),
  )
  return { proposals: wanted, hasUse: feedback.used.size > 0 }
}

/** What was committed where; no branch where nothing was to be done. */
export interface LifecycleRun {
  readonly plan: LifecyclePlan
  readonly branch: NewBranch | undefined
}

/**
 * Commits what the plan of HEAD comes to, on a branch of its own: the user's files, index and branch
 * stay as they are.
 * @throws CasectlError `git`, `locked`, and whatever stands against a change
 */
export async function applyLifecycle(
  workspace: Workspace,
  choice: LifecycleChoice,
  host: Pick<Host, 'env' | 'now' | 'random'>,
): Promise<LifecycleRun> {
  const { root, configPath } = workspace
  let plan: LifecyclePlan = { proposals: [], hasUse: false }
  const branch = await withLock(join(root, `${STATE_FOLDER}/lifecycle.lock`), () =>
    commitInWorktree(
      root,
      {
        name: `casectl-lifecycle-${sha256(root).slice(0, 12)}`,
        branch: `lifecycle/${choice.today}`,
        message: MESSAGE,
        work: async folder => {
          const there = await Workspace.open(folder, { config: join(folder, configPath) })
          plan = await lifecyclePlan(there, choice)
          return write(there, plan.proposals, host)
        },
      },
      host.env,
    ),
  )
  return { plan, branch }
}

const MESSAGE = 'Archive cases that nobody uses, mark those that are to be read again'

async function write(
  workspace: Workspace,
  found: readonly Proposal[],
  host: Pick<Host, 'env' | 'now' | 'random'>,
): Promise<string[]> {
  if (found.length === 0) return []
  const sources = await lifeSources(workspace, await documentsBeside(workspace, host.env))
  const { changes, moves } = planAgeing(sources, found)
  const carried = { command: 'lifecycle apply', arguments: movesAround(sources, found) } as const
  const carries = await carryOvers(workspace, changes, carried, host)
  await workspace.apply([...changes, ...carries], moves)
  return [
    ...[...changes, ...carries].map(({ path }) => path),
    ...moves.flatMap(({ from, path }) => [from, path]),
  ]
}

/** The moves that one case knows of: its own, and those of the cases that it links to. */
function movesAround(
  { library }: LifeSources,
  found: readonly Proposal[],
): (id: CaseId) => Record<string, string> {
  const moves = archiveMoves(found)
  const pathOf = (id: CaseId): string => library.byId.get(id)?.[0]?.path ?? ''
  return id => {
    const file = library.fileAt.get(pathOf(id))
    const named = new Set(file === undefined ? [] : [...referencesIn(file)].map(({ path }) => path))
    const around = moves.filter(move => move.id === id || named.has(pathOf(move.id)))
    return Object.fromEntries(around.map(move => [move.id, move.to]))
  }
}

function notProposed(id: CaseId): CasectlError {
  return new CasectlError(
    'not-proposed',
    { en: `Nothing is proposed for ${id}.`, zh: `没有针对 ${id} 的建议。` },
    { en: '`casectl lifecycle plan` lists what is.', zh: '可用 `casectl lifecycle plan` 查看全部建议。' },
  )
}
