import type { Language } from '../../lib/message.js'
import { personName } from '../../review/policy.js'
import { inOneLine } from '../case-words.js'
import { codeSpan, markdownText, messageMarkdown } from '../lint/markdown-text.js'
import type { DueReport } from './due-report.js'
import { WORDS } from './words.js'

/** Lists with boxes to tick, for an issue or a page: what is due, what is to come, what has expired. */
export function dueMarkdown({ run }: DueReport, language: Language): string {
  const t = (word: keyof typeof WORDS): string => WORDS[word][language]
  const lines = (due: boolean): string[] =>
    run.cases
      .filter(each => each.due === due)
      .map(({ case: found, day, reasons }) => {
        const reason = reasons.map(each => messageMarkdown(each[language]))
        const why = inOneLine(reason, language)
        const owner = found.owner === undefined ? '' : ` — ${markdownText(found.owner)}`
        return `- [ ] ${day} ${codeSpan(found.id)} ${markdownText(found.title)}${owner} (${why})`
      })
  const expired = run.expired.map(({ file, record }) => {
    const who = markdownText(personName(record.approver))
    return `- [ ] ${record.until} ${codeSpan(record.case)} ${codeSpan(file.path)} — ${who}: ${markdownText(record.reason)}`
  })
  return [
    ...part(t('due'), lines(true)),
    ...part(t('soon'), lines(false)),
    ...part(t('expired'), expired),
  ].join('\n')
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']
}
