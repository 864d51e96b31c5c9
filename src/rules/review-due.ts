import type { Day } from '../lib/day.js'
import { exampleCase } from './example.js'
import { defineRule, type Rule } from './rule.js'

export const reviewDue: Rule = defineRule({
  id: 'review-due',
  scope: 'case',
  severity: 'note',
  dated: true,
  summary: {
    en: 'A published case was changed within the last months, and its wished review has not passed.',
    zh: '已发布的案例近期有更新，且未错过期望的复审日期。',
  },
  why: {
    en: 'Products change and cases do not follow by themselves. Read the case again, correct it or withdraw it, and set `updated`. The rule runs only with `--as-of DAY` and its findings are always notes, so that no commit turns red by the passing of time.',
    zh: '产品在变，案例不会自己跟上。请重读案例，更正或撤回，并更新 `updated`。本规则仅在使用 `--as-of 日期` 时检查，结果始终只是提示，因此不会有提交因为时间流逝而报错。',
  },
  messages: {
    passed: {
      en: 'The review wished for {day} is due.',
      zh: '期望的复审日期 {day} 已到。',
    },
    old: {
      en: 'Last changed on {day}, {months} months ago or more. Review the case.',
      zh: '上次更新是 {day}，距今已满 {months} 个月。请复审。',
    },
  },
  options: {
    defaults: { months: 18 },
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        months: {
          type: 'integer',
          minimum: 1,
          maximum: 240,
          description: 'A case that was not changed for so long is due for review.',
        },
      },
    },
  },
  examples: {
    good: exampleCase(),
    bad: exampleCase({ created: '2025-01-02', updated: '2025-01-10' }),
  },
  *check({ case: found, asOf, options: { months } }) {
    if (asOf === undefined || found.status !== 'published') return
    const { reviewBy, updated } = found
    if (reviewBy !== undefined && reviewBy <= asOf) {
      yield { code: 'passed', args: { day: reviewBy }, at: found.fields.get('/review_by')?.value }
    } else if (updated !== undefined && monthsLater(updated, months) <= asOf) {
      const at = found.fields.get('/updated')?.value
      yield { code: 'old', args: { day: updated, months }, at }
    }
  },
})

/** So many months later. A day that the month lacks compares as the end of that month, as it should. */
function monthsLater(day: Day, months: number): Day {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = String(Math.floor(all / 12)).padStart(4, '0')
  return `${year}-${String((all % 12) + 1).padStart(2, '0')}${day.slice(7)}`
}
