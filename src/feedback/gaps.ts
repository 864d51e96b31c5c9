import { type Day, daysBetween } from '../lib/day.js'
import { groupBy } from '../lib/groups.js'
import { nearPairs } from '../lib/near-pairs.js'
import { sketchOf } from '../lib/sketch.js'
import { byCodeUnit } from '../lib/text.js'
import { wordSet } from '../lib/word-set.js'
import { queryKey } from './query-log.js'

/** Where it shows that something is missing. */
export const GAP_SOURCES = ['no-hit', 'low-score', 'unsolved', 'ticket'] as const
export type GapSource = (typeof GAP_SOURCES)[number]

/** One time that the library did not help. */
export interface Signal {
  readonly source: GapSource
  /** What was asked, in the words of whoever asked. */
  readonly text: string
  readonly day?: Day | undefined
  /** The case that did not solve it. */
  readonly case?: string
  /** The ticket. */
  readonly ref?: string
  /** Term id. */
  readonly product?: string | undefined
}

/** What is missing, as far as it shows. */
export interface Gap {
  /** In the words of those who asked, the most frequent. */
  readonly title: string
  /** Frequency times recency: the sum over its signals of a half to the power of their age in quarters. */
  readonly score: number
  readonly count: number
  readonly last?: Day | undefined
  readonly sources: Readonly<Partial<Record<GapSource, number>>>
  /** Other wordings, the most frequent first. */
  readonly others: readonly string[]
  readonly cases: readonly string[]
  readonly tickets: readonly string[]
  readonly product?: string
}

/** Days in which a signal loses half its weight: a quarter. */
const HALF_LIFE = 90
/** Two questions with half their words in common are one: of five words three, given one more in each. */
const ALIKE = 0.5

/** Groups what is alike and ranks it, the most pressing first. */
export function findGaps(signals: readonly Signal[], today: Day): Gap[] {
  const texts = [...groupBy(signals, ({ text }) => queryKey(text)).values()]
  const groups = joined(texts.map(([first]) => first?.text ?? ''))
  return groups
    .map(members =>
      gapOf(
        members.map(i => texts[i] ?? []).sort((a, b) => b.length - a.length),
        today,
      ),
    )
    .sort((a, b) => b.score - a.score || byCodeUnit(a.title, b.title))
}

/** Groups of texts that are alike, by their numbers; what is like a member of a group is of it. */
function joined(texts: readonly string[]): number[][] {
  const parents = texts.map((_, i) => i)
  const rootOf = (i: number): number => {
    const parent = parents[i] ?? i
    if (parent === i) return i
    const root = rootOf(parent)
    parents[i] = root
    return root
  }
  const pairs = nearPairs(texts.map(sketchOf), i => wordSet(texts[i] ?? ''), ALIKE)
  for (const { a, b } of pairs) parents[rootOf(b)] = rootOf(a)
  return [
    ...groupBy(
      texts.map((_, i) => i),
      rootOf,
    ).values(),
  ]
}

function gapOf(wordings: readonly (readonly Signal[])[], today: Day): Gap {
  const signals = wordings.flat()
  const sources: Partial<Record<GapSource, number>> = {}
  for (const { source } of signals) sources[source] = (sources[source] ?? 0) + 1
  const [title = '', ...others] = wordings.map(([first]) => first?.text ?? '')
  const products = [
    ...groupBy(
      signals.flatMap(({ product }) => product ?? []),
      each => each,
    ),
  ]
  const product = products.sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
  return {
    ...{ title, others, sources, count: signals.length },
    score: Math.round(signals.reduce((sum, signal) => sum + weightOf(signal, today), 0) * 1000) / 1000,
    last:
      signals
        .map(({ day }) => day ?? '')
        .sort()
        .at(-1) || undefined,
    cases: distinct(signals.flatMap(signal => signal.case ?? [])),
    tickets: distinct(signals.flatMap(({ ref }) => ref ?? [])),
    ...(product === undefined ? {} : { product }),
  }
}

/** What has no day counts as one half-life old. */
function weightOf({ day }: Signal, today: Day): number {
  const age = day === undefined ? HALF_LIFE : Math.max(0, daysBetween(day, today))
  return 2 ** (-age / HALF_LIFE)
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all)].sort()
}
