import { type ExpansionGroup, type Expansions, groupsOf } from './expansions.js'
import { keyOf, type Step, stepsOf, withStep } from './name-steps.js'
import type { Unit } from './tokens.js'

/** A name that stands in a query, and what it also means. */
export interface FoundName {
  readonly steps: readonly Step[]
  readonly groups: readonly ExpansionGroup[]
}

/** Units of one plain stretch of a query, with the text that they were cut from. */
export interface Stretch {
  readonly text: string
  readonly units: readonly Unit[]
}

/** Most different names that are looked at: a message may hold hundreds. */
const MAX_NAMES = 32

/**
 * The names in the plain parts of a query, the longest one at each place, from left to right and
 * without overlap; each counts once. A name of one Chinese character must be a run of its own.
 */
export function findNames(stretches: readonly Stretch[], expansions: Expansions): FoundName[] {
  if (expansions.longest === 0) return []
  const found = new Map<string, FoundName>()
  for (const steps of passages(stretches)) {
    for (let at = 0; at < steps.length && found.size < MAX_NAMES; ) {
      const name = longestAt(steps, at, expansions)
      const key = keyOf(name?.steps ?? [])
      if (name !== undefined && !found.has(key)) found.set(key, name)
      at += name?.steps.length ?? 1
    }
  }
  return [...found.values()]
}

function longestAt(steps: readonly Step[], from: number, expansions: Expansions): FoundName | undefined {
  const ahead = steps.slice(from, from + expansions.longest)
  let key = ''
  let found: FoundName | undefined
  for (const [i, step] of ahead.entries()) {
    key = withStep(key, step)
    const groups = i === 0 && !isWhole(step) ? [] : groupsOf(expansions, key)
    if (groups.length > 0) found = { steps: ahead.slice(0, i + 1), groups }
  }
  return found
}

function isWhole({ unit }: Step): boolean {
  return unit.kind !== 'run' || unit.parts.length === 0
}

/** What may stand between the words of a name: 扫码/枪 and `oil  leak`, but not `oil, leak`. */
const JOINING = /^[\s\-_/·.]*$/

/** The steps of all stretches, cut where punctuation parts them. */
function passages(stretches: readonly Stretch[]): Step[][] {
  const passages: Step[][] = [[]]
  let before = ''
  for (const { text, units } of stretches) {
    let at = 0
    for (const unit of units) {
      if (!JOINING.test(before + text.slice(at, unit.start))) passages.push([])
      passages.at(-1)?.push(...stepsOf([unit]))
      before = ''
      at = unit.end
    }
    before += text.slice(at)
  }
  return passages
}
