import { objectName, openGit } from '../io/git.js'
import { topOf } from '../io/git-changes.js'
import { GitHistory } from '../io/git-history.js'
import { hasGrafts, listRefs, readReflogs } from '../io/git-refs.js'
import { type WalkedCommit, walkCommits } from '../io/git-walk.js'
import type { Host } from '../io/host.js'
import { dayOf } from '../lib/day.js'
import type { AnchorState, HistoryFacts } from '../review/retention.js'
import type { Workspace } from './workspace.js'

/** Seconds that clocks of different machines may differ by. */
const SKEW = 86_400

/** A commit that somebody has written down elsewhere. */
export interface Anchor {
  readonly commit: string
  /** Who says so, in a sentence: `audit.anchor`, the name of a pack. */
  readonly from: string
}

/**
 * Gathers what this clone shows of its own history.
 * @throws CasectlError `git`
 */
export async function historyFacts(
  workspace: Workspace,
  anchors: readonly Anchor[],
  env: Host['env'],
): Promise<HistoryFacts> {
  const { root } = workspace
  const top = await topOf(root)
  const git = await GitHistory.open(root, env)
  const head = await git.known('HEAD')
  const walked = head === undefined ? [] : await walkCommits(top, head, env)
  const known = new Set(walked.map(({ commit }) => commit))
  const replaced = await listRefs(top, 'refs/replace', env)
  const own = workspace.config.audit.anchor
  const all = [...(own === undefined ? [] : [{ commit: own, from: 'audit.anchor' }]), ...anchors]
  return {
    shallow: await git.isShallow(),
    replaced: [...replaced, ...((await hasGrafts(top, env)) ? ['info/grafts'] : [])],
    began: beginning(walked),
    earliest: await earliestCase(workspace),
    anchors: await Promise.all(
      all.map(async anchor => ({ ...anchor, state: await stateOf(top, anchor.commit, known, env) })),
    ),
    forced: await forcedUpdates(top, env),
    backdated: backdated(walked),
  }
}

/** The day of the earliest commit. */
function beginning(walked: readonly WalkedCommit[]): string | undefined {
  if (walked.length === 0) return undefined
  const first = walked.reduce((least, { seconds }) => Math.min(least, seconds), Number.POSITIVE_INFINITY)
  return dayOf(new Date(first * 1000))
}

function backdated(walked: readonly WalkedCommit[]): string[] {
  const times = new Map(walked.map(({ commit, seconds }) => [commit, seconds]))
  return walked
    .filter(({ seconds, parents }) => parents.some(parent => (times.get(parent) ?? 0) > seconds + SKEW))
    .map(({ commit }) => commit)
}

async function earliestCase(workspace: Workspace): Promise<HistoryFacts['earliest']> {
  let earliest: HistoryFacts['earliest']
  for (const { id, created: day } of (await workspace.library()).cases) {
    if (day !== undefined && (earliest === undefined || day < earliest.day)) earliest = { id, day }
  }
  return earliest
}

async function stateOf(
  top: string,
  commit: string,
  known: ReadonlySet<string>,
  env: Host['env'],
): Promise<AnchorState> {
  const name = await objectName(await openGit(top, env), `${commit}^{commit}`)
  if (name === '') return 'missing'
  return known.has(name) ? 'held' : 'left'
}

/** Remote branches whose reflog here tells of a forced update (git-fetch(1)). */
async function forcedUpdates(top: string, env: Host['env']): Promise<string[]> {
  const entries = await readReflogs(top, env)
  const forced = entries.filter(
    ({ ref, words }) => ref.startsWith('refs/remotes/') && /forced-update/.test(words),
  )
  return [...new Set(forced.map(({ ref }) => ref))]
}
