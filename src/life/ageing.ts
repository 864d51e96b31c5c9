import type { LastFeedback } from '../feedback/uses.js'
import { addDays, type Day } from '../lib/day.js'
import { fill, type Message } from '../lib/message.js'
import { byCodeUnit } from '../lib/text.js'
import { termsOfCase } from '../library/facets.js'
import type { Library } from '../library/library.js'
import type { Case, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { LifecycleConfig } from '../model/config.js'
import { baseName } from '../model/repo-path.js'
import type { DueCase } from '../review/due.js'

/** What a case that has grown old should become. */
export interface Proposal {
  readonly case: Case
  /** `archive`: nobody changed or used it. `needs-review`: its review day has come. */
  readonly action: 'archive' | 'needs-review'
  /** Where an archived case goes. */
  readonly to?: RepoPath
  /** The last day on which somebody changed, approved or used it. */
  readonly last?: Day
  readonly reasons: readonly Message[]
}

/** What is known of a case beside what it says. */
export interface Traces {
  /** The last approval in force. */
  readonly approved?: Day | undefined
  /** Its next review, where that is known. */
  readonly due?: DueCase | undefined
}

/**
 * The cases in force that are to be archived or marked, by id. One that nobody touched for so long is
 * archived rather than marked. Left alone are cases that lead on from a superseded one: readers of that
 * one would be led out of what is in force.
 */
export function proposals(
  library: Library,
  today: Day,
  feedback: LastFeedback,
  tracesOf: (id: CaseId) => Traces,
): Proposal[] {
  const { lifecycle } = library.config
  const successors = new Set(
    library.cases.flatMap(({ supersededBy, archived }) => (archived ? [] : (supersededBy ?? []))),
  )
  const found = library.cases.flatMap((each): Proposal[] => {
    const inForce = each.status === 'published' || each.status === 'needs-review'
    const isOne = library.byId.get(each.id.toUpperCase())?.length === 1
    if (each.archived || !inForce || !isOne) return []
    const { approved, due } = tracesOf(each.id)
    const used = feedback.used.get(each.id.toUpperCase())
    const changed = each.updated ?? each.created
    const last = [changed, used, approved]
      .filter(day => day !== undefined)
      .sort()
      .at(-1)
    const days = daysFor(each, library, lifecycle)
    const isOld = last !== undefined && days > 0 && addDays(last, days) <= today
    if (isOld && !successors.has(each.id)) {
      const reasons = [...traces(changed, approved, used), fill(OLD, { days, last })]
      return [{ case: each, action: 'archive', to: archivePath(each, library), last, reasons }]
    }
    if (each.status !== 'published' || due?.due !== true) return []
    return [
      { case: each, action: 'needs-review', ...(last === undefined ? {} : { last }), reasons: due.reasons },
    ]
  })
  return found.sort((a, b) => byCodeUnit(a.case.id, b.case.id))
}

/** The days of the kind or of the urgency, the most of them; else those of every case. */
function daysFor(
  found: Case,
  { taxonomy }: Library,
  { archiveDays, archiveDaysBy }: LifecycleConfig,
): number {
  const urgency = termsOfCase(found, taxonomy).filter(({ facet }) => facet === 'urgency')
  const own = [
    archiveDaysBy.kind[found.kind],
    ...urgency.map(({ id }) =>
      Object.hasOwn(archiveDaysBy.urgency, id) ? archiveDaysBy.urgency[id] : undefined,
    ),
  ].filter(days => days !== undefined)
  // 0 is for never, which is longer than any number of days.
  if (own.includes(0)) return 0
  return own.length === 0 ? archiveDays : Math.max(...own)
}

function traces(changed: Day | undefined, approved: Day | undefined, used: Day | undefined): Message[] {
  return [
    ...(changed === undefined ? [] : [{ en: `last change ${changed}`, zh: `最后修改 ${changed}` }]),
    ...(approved === undefined ? [] : [{ en: `last approval ${approved}`, zh: `最后批准 ${approved}` }]),
    used === undefined
      ? { en: 'no use is recorded', zh: '没有使用记录' }
      : { en: `last use ${used}`, zh: `最后使用 ${used}` },
  ]
}

const OLD: Message = {
  en: 'nothing for {days} days since {last}',
  zh: '自 {last} 起已满 {days} 天没有动静',
}

/** The same place below the archive; with the id in its name where that is taken. */
function archivePath({ id, path }: Case, { config, tree }: Library): RepoPath {
  const { cases, archive } = config.folders
  const to = archive + path.slice(cases.length)
  if (tree(to) === undefined) return to
  return `${to.slice(0, -baseName(to).length)}${id}-${baseName(to)}`
}
