import { LineIndex } from '../model/range.js'
import { exampleBody, exampleCase } from './example.js'
import { blankCode, blankSpansByLine } from './prose.js'
import { removal } from './remove-comment.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

const HINT = /^hint:/i
const PLACEHOLDER = String.raw`\{\{[^{}\n]{0,200}\}\}`
const WORD = String.raw`(?<![\w-])(?:TODO|TBD|FIXME)(?![\w-])`
// 待补充冷却液 (coolant to be topped up) is a sentence; 待补充。 is a gap.
const GAP = String.raw`(?:待补充|待填写)(?!\p{Script=Han})`
const LEFTOVER = new RegExp(`(?<placeholder>${PLACEHOLDER})|${WORD}|${GAP}`, 'gu')
/** What each of them begins with or is. */
const MAY_BE_LEFTOVER = /\{\{|TODO|TBD|FIXME|待补充|待填写/

export const templateText: Rule = defineRule({
  id: 'template-text',
  scope: 'case',
  severity: 'warning',
  summary: {
    en: 'Nothing of the template is left over: no hints, placeholders or TODO marks.',
    zh: '没有模板残留：提示注释、占位符和 TODO 标记都已清除。',
  },
  why: {
    en: 'Left-over guidance reads as if the case were unfinished, and it usually is. Write what the mark asks for, or remove it; `casectl lint --fix` removes hint comments. What stands in code is left alone.',
    zh: '模板残留说明案例还没写完，事实上多半如此。请按提示补写，或把它删掉；`casectl lint --fix` 会删除提示注释。代码中的内容不受影响。',
  },
  messages: {
    hint: {
      en: 'This comment is a hint of the template. Remove it once the section is written.',
      zh: '这条注释是模板里的写作提示。写完本节后请删除。',
    },
    placeholder: {
      en: '`{text}` is a placeholder of the template. Replace it; if it is meant literally, put it in backquotes.',
      zh: '`{text}` 是模板占位符。请替换为实际内容；若是原文，请用反引号括起来。',
    },
    mark: {
      en: '`{text}` marks something unwritten. Write it or remove the mark.',
      zh: '`{text}` 表示此处尚未写完。请补写，或删除该标记。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: exampleCase({}, exampleBody('The log shows W-104.', 'The log shows `{{code}}` instead of W-104.')),
    bad: exampleCase(
      { owner: '"{{team}}"' },
      exampleBody(
        'Devices reconnect once.',
        '<!-- hint: what can go wrong? -->\nTODO: devices that reconnect',
      ),
    ),
  },
  mayFind: ({ file: { text } }) => MAY_BE_LEFTOVER.test(text) || text.includes('<!--'),
  *check({ case: found, file }) {
    const { text } = file
    const hints = found.body.comments.filter(comment => HINT.test(comment.text))
    const unwritten = found.body.sections.filter(section => section.empty)
    for (const { at } of hints) {
      // An empty section is reported as such; until it is written the author needs the hint.
      if (unwritten.some(({ content }) => content.start <= at.start && at.end <= content.end)) continue
      const fix = removal(text, at)
      yield { code: 'hint', args: {}, at, ...(fix === undefined ? {} : { fix: [fix] }) }
    }
    if (!MAY_BE_LEFTOVER.test(text)) return
    const bodyStart = found.frontMatter.end
    const prose = blankSpansByLine(text.slice(0, bodyStart)) + blankCode(text.slice(bodyStart))
    const lines = new LineIndex(text)
    for (const match of prose.matchAll(LEFTOVER)) {
      const at = lines.range(match.index, match.index + match[0].length)
      if (hints.some(hint => hint.at.start <= at.start && at.end <= hint.at.end)) continue
      const code = match.groups?.['placeholder'] === undefined ? 'mark' : 'placeholder'
      yield { code, args: { text: match[0] }, at }
    }
  },
})
