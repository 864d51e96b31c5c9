import type { TextEdit } from '../model/change.js'
import { titleProse } from './case-title.js'
import { exampleBody, exampleCase } from './example.js'
import { type HanMark, hanMarks, mayHaveMarks } from './han-marks.js'
import { ProseText, passagesOf, rangesOf } from './prose-text.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

const MESSAGES = {
  half: {
    en: 'The half-width `{text}` stands in Chinese text. Write `{better}`.',
    zh: '中文里用了半角标点 `{text}`。请写成 `{better}`。',
  },
  brackets: {
    en: 'These brackets hold Chinese text. Write （ and ）.',
    zh: '括号内是中文，请使用全角括号（ ）。',
  },
  full: {
    en: 'The letters or digits `{text}` are full-width. Write `{better}`: nobody finds them otherwise.',
    zh: '`{text}` 是全角字母或数字，搜索不到。请写成半角 `{better}`。',
  },
} as const

type Edit = Omit<TextEdit, 'path'>

const CHINESE = /^zh\b/i

// Whatever the rule could have an opinion on; a file without is done with.
const CANDIDATE = /[,;:?!().][^\S\n]?[^\s\w]|[^\x00-\x7f] ?[,;:?!().]|[０-９Ａ-Ｚａ-ｚ]/

export const hanPunctuation: Rule = defineRule({
  id: 'han-punctuation',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'Chinese text has full-width punctuation, and letters and digits are half-width.',
    zh: '中文使用全角标点，字母和数字使用半角。',
  },
  why: {
    en: 'Mixed widths look careless and make one phrase two for search and comparison. Judged are , ; : ? ! . and brackets next to Han characters in Chinese cases; code, versions, times, ratios, addresses and English sentences are left alone. `casectl lint --fix` sets them right.',
    zh: '全角半角混用既不整齐，也让同一短语在搜索和比对时变成两个。本规则检查中文案例里紧邻汉字的 , ; : ? ! . 和括号；代码、版本号、时间、比例、网址和英文句子不受影响。`casectl lint --fix` 可自动改正。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(
      { language: 'zh-CN' },
      exampleBody('Use channel 36.', '改用 36 信道，然后重启路由器（先断电）。'),
    ),
    bad: exampleCase(
      { language: 'zh-CN' },
      exampleBody('Use channel 36.', '改用 ３６ 信道,然后重启路由器(先断电)。'),
    ),
  },
  mayFind: ({ case: { language } }) => CHINESE.test(language),
  *check({ case: found, file }) {
    const { text } = file
    if (!CHINESE.test(found.language) || !CANDIDATE.test(text)) return
    const range = rangesOf(text)
    const title = titleProse(found, file)
    const passages = passagesOf(found).map(passage => passage.read(text))
    for (const prose of title === undefined ? passages : [new ProseText(title, text), ...passages]) {
      if (!mayHaveMarks(prose.text)) continue
      for (const mark of hanMarks(prose.text)) {
        const edits = mark.edits.map(edit => editOf(edit, prose, text))
        const fix = edits.filter(edit => edit !== undefined)
        if (fix.length < edits.length) continue
        const { start, end } = prose.place(mark.start, mark.end)
        const { code, text: marks, better } = mark
        const rest = { at: range(start, end), fix }
        if (code === 'brackets') yield { code, args: {}, ...rest }
        else yield { code, args: { text: marks, better }, ...rest }
      }
    }
  },
})

/** The edit in the file, with the spaces that a full-width mark makes superfluous. */
function editOf(
  { at, text: better }: HanMark['edits'][number],
  prose: ProseText,
  source: string,
): Edit | undefined {
  const { start } = prose.place(at, at + 1)
  // A backslash before the mark would show once the mark is none of ASCII's.
  if (source[start - 1] === '\\') return undefined
  const { text } = prose
  const wide = /[，；：？！。）（]/.test(better)
  const before =
    wide && text[at - 1] === ' ' && prose.isLiteral(at - 1, at + 1) && at > 1 && text[at - 2] !== '\n'
  const behind = wide && text[at + 1] === ' ' && prose.isLiteral(at, at + 3) && /\S/.test(text[at + 2] ?? '')
  return { start: before ? start - 1 : start, end: behind ? start + 2 : start + 1, text: better }
}
