import type { Case } from '../model/case.js'
import { exampleCase } from './example.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

/** Pairs that must not run backwards: first ≤ second. */
const ORDER = [
  ['opened', 'created'],
  ['created', 'updated'],
  ['created', 'review_by'],
] as const

const VALUE: Readonly<Record<(typeof ORDER)[number][number], (found: Case) => string | undefined>> = {
  opened: found => found.opened,
  created: found => found.created,
  updated: found => found.updated,
  review_by: found => found.reviewBy,
}

export const dates: Rule = defineRule({
  id: 'dates',
  scope: 'case',
  severity: 'error',
  draftSeverity: 'warning',
  summary: {
    en: 'Dates stand in order: opened, created, updated; a wished review comes after creation.',
    zh: '日期先后正确：opened、created、updated；期望的复审日期晚于创建日期。',
  },
  why: {
    en: 'Reviews, due dates and reports reckon with these days. The rule compares them with each other and never with the clock, so an unchanged case never turns red.',
    zh: '复审、到期提醒和报表都依赖这些日期。本规则只比较日期之间的先后，从不与当前时间比较，因此未改动的案例不会突然报错。',
  },
  messages: {
    order: {
      en: '`{later}` ({laterDay}) is earlier than `{earlier}` ({earlierDay}). Correct one of the two.',
      zh: '`{later}`（{laterDay}）早于 `{earlier}`（{earlierDay}）。请更正其中之一。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: exampleCase({ opened: '2026-03-01', created: '2026-03-02', updated: '2026-03-05' }),
    bad: exampleCase({ created: '2026-03-02', updated: '2026-02-28' }),
  },
  mayFind: ({ case: found }) =>
    isBefore(found.created, found.opened) ||
    isBefore(found.updated, found.created) ||
    isBefore(found.reviewBy, found.created),
  *check({ case: found }) {
    for (const [earlier, later] of ORDER) {
      const earlierDay = VALUE[earlier](found)
      const laterDay = VALUE[later](found)
      if (earlierDay === undefined || laterDay === undefined || earlierDay <= laterDay) continue
      const at = found.fields.get(`/${later}`)?.value
      yield { code: 'order', args: { earlier, later, earlierDay, laterDay }, at }
    }
  },
})

function isBefore(day: string | undefined, other: string | undefined): boolean {
  return day !== undefined && other !== undefined && day < other
}
