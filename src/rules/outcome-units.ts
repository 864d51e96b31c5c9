import { exampleCase } from './example.js'
import { acceptedItems } from './refused.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

// Numbers in digits, or the Chinese words for shares and multiples.
const NUMBER = /\p{Nd}|百分之|一半|[一二两三四五六七八九十]成|[两三四五六七八九十]倍|\bhal(?:f|ved)\b/iu

export const outcomeUnits: Rule = defineRule({
  id: 'outcome-units',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'An outcome is a number with its unit.',
    zh: '成效要有数值和单位。',
  },
  why: {
    en: '"Faster" cannot be compared, added up or checked. Write `outcomes` with `before`, `after` and `unit`: minutes, %, cases a month. What cannot be counted is no outcome; say it in the resolution.',
    zh: '“更快了”既不能比较，也不能汇总和核对。请在 `outcomes` 中写 `before`、`after` 和 `unit`，如分钟、%、次/月。无法计数的不算成效，写进解决方案即可。',
  },
  messages: {
    number: {
      en: 'The outcome "{metric}" has no number. Fill in `before` and `after`.',
      zh: '成效“{metric}”没有数值。请填写 `before` 和 `after`。',
    },
    unit: {
      en: 'The outcome "{metric}" has no unit. Fill in `unit`: minutes, %, cases.',
      zh: '成效“{metric}”没有单位。请填写 `unit`，如分钟、%、次。',
    },
    words: {
      en: 'The section "{section}" holds no number. Say what was counted, before and after.',
      zh: '“{section}”一节没有数值。请写出统计的指标及前后数值。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: exampleCase({ outcomes: '[{ metric: Drops a week, before: 7, after: 0, unit: drops }]' }),
    bad: exampleCase({ outcomes: '[{ metric: Customer is happier }]' }),
  },
  mayFind: ({ case: { outcomes, body } }) =>
    outcomes.some(({ before, after, unit = '' }) => (before ?? after) === undefined || unit.trim() === '') ||
    (outcomes.length === 0 && body.sections.some(({ id }) => id === 'outcomes')),
  *check({ case: found, file }) {
    const items = found.outcomes.length === 0 ? [] : acceptedItems(found, file, '/outcomes')
    for (const [i, { metric, before, after, unit }] of found.outcomes.entries()) {
      const at = found.fields.get(`${items[i]}/metric`)?.value ?? found.fields.get(items[i] ?? '')?.value
      if (before === undefined && after === undefined) yield { code: 'number', args: { metric }, at }
      else if (unit === undefined || unit.trim() === '') yield { code: 'unit', args: { metric }, at }
    }
    if (found.outcomes.length > 0) return
    const section = found.body.sections.find(({ id }) => id === 'outcomes')
    if (section === undefined || section.empty || /\d/.test(section.text) || NUMBER.test(section.text)) return
    yield { code: 'words', args: { section: section.title }, at: section.at }
  },
})
