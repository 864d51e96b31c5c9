import type { Case, CaseFile, Section } from '../model/case.js'
import type { Config } from '../model/config.js'
import type { Severity } from '../model/diagnostic.js'
import { exampleBody, exampleCase } from './example.js'
import { isRefused } from './refused.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

export const emptySection: Rule = defineRule({
  id: 'empty-section',
  scope: 'case',
  severity: 'error',
  draftSeverity: 'warning',
  summary: {
    en: 'Every heading has text below it.',
    zh: '每个标题下都有内容。',
  },
  why: {
    en: 'An empty section looks finished in a list of headings and lets the reader down when it is opened. Write its text, or remove the heading. Comments do not count as text. It is an error where the kind asks for the section and the case has left draft, else a warning; the optional ones of a draft are one note.',
    zh: '空章节在目录里看似已写完，打开后却什么都没有。请补写内容，或删除标题。注释不算内容。若该类型要求此章节且案例已离开草稿状态则为错误，否则为警告；草稿中的可选章节合并为一条提示。',
  },
  messages: {
    empty: {
      en: 'The section "{section}" is empty. Write its text or remove the heading.',
      zh: '“{section}”章节是空的。请补写内容或删除标题。',
    },
    open: {
      en: 'Optional sections are still empty: {sections}. Write or remove them before the review.',
      zh: '以下可选章节还是空的：{sectionsZh}。评审前请补写或删除。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(),
    bad: exampleCase({}, exampleBody('Devices reconnect once.', '<!-- ask the second line -->')),
  },
  mayFind: ({ case: { body } }) => body.sections.some(({ empty }) => empty),
  *check({ case: found, file, library }) {
    const optional: Section[] = []
    for (const section of found.body.sections) {
      if (!section.empty) continue
      const severity = severityOf(section, found, file, library.config)
      if (found.status === 'draft' && severity === 'warning') optional.push(section)
      else yield { code: 'empty', args: { section: section.title }, at: section.at, severity }
    }
    // A fresh draft has every heading of its template: one line about those that may go.
    if (optional.length === 0) return
    const titles = optional.map(section => section.title)
    const args = { sections: titles.join(', '), sectionsZh: titles.join('、') }
    yield { code: 'open', args, at: optional[0]?.at, severity: 'note' }
  },
})

function severityOf(section: Section, found: Case, file: CaseFile, config: Config): Severity {
  if (found.status === 'withdrawn' || isRefused(file, '/kind')) return 'warning'
  const rule = config.kinds[found.kind].sections.find(candidate => candidate.id === section.id)
  return rule === undefined || rule.required === 'optional' ? 'warning' : 'error'
}
