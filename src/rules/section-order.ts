import type { Section } from '../model/case.js'
import type { SectionRule } from '../model/config.js'
import { exampleCase } from './example.js'
import { isRefused } from './refused.js'
import { defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'

const MESSAGES = {
  after: {
    en: 'The section "{section}" belongs behind "{other}" (line {line}). Move it.',
    zh: '“{section}”章节应放在“{other}”（第 {line} 行）之后。请移动。',
  },
  before: {
    en: 'The section "{section}" belongs before "{other}" (line {line}). Move it.',
    zh: '“{section}”章节应放在“{other}”（第 {line} 行）之前。请移动。',
  },
  repeated: {
    en: 'The section "{section}" stands twice (first in line {line}). Put both parts under one heading.',
    zh: '“{section}”章节重复（首次出现在第 {line} 行）。请合并到一个标题下。',
  },
  unlisted: {
    en: 'A {kind} has no section "{section}" (`{id}`). Rename the heading, or add `{id}` to kinds.{kind}.sections in the configuration.',
    zh: '{kind} 类案例没有“{section}”（`{id}`）章节。请改标题，或在配置的 kinds.{kind}.sections 中加入 `{id}`。',
  },
} as const

type Found = Finding<typeof MESSAGES>

/** A section of the kind's list, with its position there. */
interface Placed {
  readonly section: Section
  readonly rank: number
}

export const sectionOrder: Rule = defineRule({
  id: 'section-order',
  scope: 'case',
  severity: 'warning',
  summary: {
    en: 'Known sections stand once and in the order of their kind.',
    zh: '已知章节各出现一次，并按该类型的顺序排列。',
  },
  why: {
    en: 'A fixed order lets readers jump: what happened, why, what to do, what to mind. Headings that the configuration does not know may stand anywhere.',
    zh: '固定的顺序让读者能直接跳读：发生了什么、为什么、怎么办、注意什么。配置中没有的标题可以放在任何位置。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(),
    bad: exampleCase(
      {},
      '\n## Resolution\n\nUse channel 36.\n\n## Problem\n\n5 GHz disappears every evening.\n',
    ),
  },
  mayFind: ({ case: { kind, body }, library }) =>
    !areInOrder(body.sections, library.config.kinds[kind].sections),
  *check({ case: found, file, library }) {
    if (isRefused(file, '/kind')) return
    const order = library.config.kinds[found.kind].sections
    const placed: Placed[] = []
    for (const section of found.body.sections) {
      const finding = judge(section, placed, order, found.kind)
      if (finding !== undefined) yield finding
    }
    yield* checkOrder(placed)
  },
})

/** True where the sections that have an id stand as the list has them: nearly always. */
function areInOrder(sections: readonly Section[], order: readonly SectionRule[]): boolean {
  let rank = -1
  for (const { id } of sections) {
    if (id === undefined) continue
    do rank++
    while (rank < order.length && order[rank]?.id !== id)
    if (rank === order.length) return false
  }
  return true
}

/** Puts a section into `placed`, or says why it has no place. */
function judge(
  section: Section,
  placed: Placed[],
  order: readonly SectionRule[],
  kind: string,
): Found | undefined {
  const { id, title, at } = section
  if (id === undefined) return undefined
  const first = placed.find(other => other.section.id === id)
  if (first !== undefined) {
    return { code: 'repeated', args: { section: title, line: first.section.at.line }, at }
  }
  const rank = order.findIndex(rule => rule.id === id)
  if (rank === -1) return { code: 'unlisted', args: { section: title, id, kind }, at }
  placed.push({ section, rank })
  return undefined
}

/** Reports as few sections as possible: those outside one longest run in the right order. */
function* checkOrder(placed: readonly Placed[]): Iterable<Found> {
  const run = longestRun(placed)
  for (const { section, rank } of placed) {
    if (run.some(kept => kept.section === section)) continue
    const previous = run.findLast(kept => kept.rank < rank)
    const other = previous ?? run[0]
    if (other === undefined) continue
    const args = { section: section.title, other: other.section.title, line: other.section.at.line }
    yield { code: previous === undefined ? 'before' : 'after', args, at: section.at }
  }
}

/** A longest subsequence with rising ranks; quadratic, for lists of a few dozen sections. */
function longestRun(placed: readonly Placed[]): readonly Placed[] {
  const ending: Placed[][] = []
  let best: Placed[] = []
  for (const [i, next] of placed.entries()) {
    let before: Placed[] = []
    for (let j = 0; j < i; j++) {
      const run = ending[j] ?? []
      if ((placed[j]?.rank ?? 0) < next.rank && run.length > before.length) before = run
    }
    const run = [...before, next]
    ending.push(run)
    if (run.length > best.length) best = run
  }
  return best
}
