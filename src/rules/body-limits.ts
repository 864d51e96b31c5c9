import { PROBLEMS } from '../parse/problem.js'
import { exampleBody, exampleCase } from './example.js'
import { problemRule } from './problem-rule.js'
import type { Rule } from './rule.js'

const SYMPTOM = 'The log shows W-104.'

export const bodyLimits: Rule = problemRule({
  id: 'body-limits',
  summary: {
    en: 'The text keeps within limits that every Markdown parser reads quickly.',
    zh: '正文不超过各种 Markdown 解析器都能快速处理的限度。',
  },
  why: {
    en: 'A small file with very long lines, deep nesting or thousands of brackets can stall a parser for minutes. Such text is mostly a pasted log: put it into a file beside the case and link to it. Until then the body is not read, so that sections and links of this file are not judged.',
    zh: '超长的行、过深的嵌套或成千上万个方括号，会让一个小文件卡住解析器好几分钟。这类内容多半是粘贴的日志：请另存为案例旁边的文件并用链接引用。在此之前不会解析正文，也就不检查该文件的章节和链接。',
  },
  messages: PROBLEMS['body-limits'],
  examples: {
    good: exampleCase({}, exampleBody(SYMPTOM, `> ${SYMPTOM}`)),
    bad: exampleCase({}, exampleBody(SYMPTOM, `${'> '.repeat(21)}${SYMPTOM}`)),
  },
})
