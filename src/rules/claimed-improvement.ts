import { BETTER_ZH } from './better-words.js'
import { exampleBody, exampleCase } from './example.js'
import { isQuoted, passagesOf, rangesOf } from './prose-text.js'
import { defineRule, type Rule } from './rule.js'
import { holds } from './word-signs.js'

const VERB_ZH = `(?:${BETTER_ZH.join('|')})`
const ABOUT_ZH = '(?:约|近|超过|超|将近|大约|大概|最多|逾)?\\s?'
const SHARE_ZH =
  '(?:\\d[\\d.,]*\\s?(?:%|％|倍|个百分点)|百分之[一二三四五六七八九十百点\\d]+|[一二两三四五六七八九]成|一半|[一二两三四五六七八九十]倍)'
const AMOUNT_ZH = '\\d[\\d.,]*\\s?(?:秒|分钟|小时|天|次|%|％|单|件|元|人)'
const ZH = new RegExp(
  `${VERB_ZH}(?:了|到|至|为)?\\s?${ABOUT_ZH}${SHARE_ZH}|[从由]\\s?${AMOUNT_ZH}[^，。；！？\\n]{0,6}?${VERB_ZH}(?:了?[到至为]了?)\\s?${ABOUT_ZH}\\d[\\d.,]*`,
  'g',
)
const EN =
  /\b(?:improved|reduced|increased|decreased|cut|shortened|lowered|dropped|fell|rose|saved|boosted)\b[^.;!?\n]{0,60}?\bby (?:about |over |nearly |almost |more than |up to |around |some )?(?:\d[\d.,]*\s?(?:%|percent|per cent)|half|a third|two thirds)|\b\d[\d.]*\s?(?:%|percent|x|times) (?:faster|fewer|less|more|lower|shorter|higher|better)\b/gi

// What may, shall or would happen, and what is told to be done, claims nothing. 了 says that it happened.
const OPEN_ZH =
  /可(?!靠|用性)|(?<![功性智效节产])能(?![耗力源量])|会(?![员议话])|(?<!申)请(?!求)|若|需(?!求)|当(?![天日时地前])|(?<![响供反])应(?![用答对急])|如果|建议|一旦|预计|每/
const OPEN_WITHOUT_LE = /[将把使让]/
const OPEN_EN =
  /\b(?:can|could|may|might|will|would|should|must|if|when|whenever|to|is|are|be|being|expected)\b/i
const CLAUSE_END = /[，。；！？,.;!?\n]/

// Every claim holds one of these: a file without is done with.
const AMOUNT =
  /[%％倍]|百分|[一二两三四五六七八九]成|一半|[从由]\s?\d|percent|per cent|half|third|(?:faster|fewer|less|more|lower|shorter|higher|better)/

interface Options {
  readonly sections: readonly string[]
}
const DEFAULTS: Options = { sections: ['background', 'resolution', 'prevention', 'outcomes', 'testimonial'] }

export const claimedImprovement: Rule = defineRule({
  id: 'claimed-improvement',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'A number that claims an improvement stands in `outcomes` too.',
    zh: '正文中说有改进的数字，在 `outcomes` 中也有记录。',
  },
  why: {
    en: '"Reduced by 35 %" is quoted to customers and added up in reports. In prose it has neither a measured before nor an after. Enter it under `outcomes`; the sentence may stay.',
    zh: '“降低 35%”会被转述给客户、汇总进报表，但正文里既没有改进前的实测值，也没有改进后的。请记入 `outcomes`，原句可以保留。',
  },
  messages: {
    claim: {
      en: '"{text}" claims an improvement that `outcomes` does not hold. Enter metric, before, after and unit there.',
      zh: '“{text}”说有改进，但 `outcomes` 中没有记录。请在那里填写指标、前后数值和单位。',
    },
  },
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        sections: {
          type: 'array',
          items: { type: 'string' },
          description: 'Ids of the sections that are looked at.',
        },
      },
    },
  },
  examples: {
    good: exampleCase(
      { outcomes: '[{ metric: Drops a week, before: 20, after: 13, unit: drops }]' },
      exampleBody('Use channel 36.', 'Use channel 36. This reduced the drops by 35 %.'),
    ),
    bad: exampleCase({}, exampleBody('Use channel 36.', 'Use channel 36. This reduced the drops by 35 %.')),
  },
  mayFind: ({ case: { outcomes }, file }) =>
    outcomes.length === 0 && holds(file, 'better') && AMOUNT.test(file.text),
  *check({ case: found, file: { text }, options }) {
    if (found.outcomes.length > 0) return
    const range = rangesOf(text)
    for (const passage of passagesOf(found)) {
      const id = passage.section?.id
      if (id === undefined || !options.sections.includes(id) || isQuoted(passage, found)) continue
      if (!passage.holds('better', text)) continue
      const prose = passage.read(text)
      for (const match of [...prose.text.matchAll(ZH), ...prose.text.matchAll(EN)]) {
        if (isOpen(prose.text, match.index, match[0])) continue
        const { start, end } = prose.place(match.index, match.index + match[0].length)
        yield { code: 'claim', args: { text: match[0] }, at: range(start, end) }
      }
    }
  },
})

/** True when the clause up to a number speaks of what could or should be. */
function isOpen(text: string, index: number, match: string): boolean {
  const before = text.slice(Math.max(0, index - 80), index)
  const clause = before.split(CLAUSE_END).at(-1) ?? ''
  if (/[\u4e00-\u9fff]/.test(match)) {
    return OPEN_ZH.test(clause) || (!match.includes('了') && OPEN_WITHOUT_LE.test(clause))
  }
  return OPEN_EN.test(clause)
}
