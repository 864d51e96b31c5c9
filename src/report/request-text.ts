import { fill, type Language, type Message } from '../lib/message.js'
import { cutCells } from '../lib/text.js'
import type { Case } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { fieldName } from '../model/pointer.js'
import type { Reviewer } from '../model/review.js'
import type { ChecklistItem } from '../review/checklist.js'
import { countBySeverity } from '../rules/run.js'
import type { NearCase } from '../search/near-case.js'
import { countsLine } from './lint/counts-line.js'
import { codeSpan, markdownText, messageMarkdown } from './lint/markdown-text.js'
import { fillRequest, type RequestTemplate } from './request-template.js'
import { SEVERITY_WORDS } from './severity-words.js'
import { shownLine } from './shown.js'

/** What the text of a request is made of. */
export interface RequestFacts {
  readonly case: Case
  readonly checklist: readonly ChecklistItem[]
  /** Section id → the headings that name it. */
  readonly headings: ReadonlyMap<string, readonly string[]>
  readonly lint: readonly Diagnostic[]
  /** The nearest cases, best first; undefined where there is no index to ask. */
  readonly near: readonly NearCase[] | undefined
  /** Required role → who may review the case in it. */
  readonly reviewers: ReadonlyMap<string, readonly Reviewer[]>
}

/** Findings that are listed; cells of a summary, a title, a message. */
const FINDINGS = 20
const SUMMARY = 600
const LONG = 240

const TEXTS = {
  line: { en: 'line {line}', zh: '第 {line} 行' },
  left: { en: 'Left out here: {count}.', zh: '此处略去 {count} 个。' },
  noIndex: {
    en: 'There is no search index yet: `casectl index` builds it.',
    zh: '还没有检索索引：可用 `casectl index` 建立。',
  },
  alone: { en: 'None is near.', zh: '没有相近的案例。' },
  nobody: { en: 'The library names no reviewers.', zh: '案例库没有指定评审人。' },
  vacant: { en: 'nobody for such a case', zh: '没有人负责此类案例' },
  withheld: {
    en: 'Left out: lint found personal data in the case.',
    zh: '已略去：检查发现案例含有个人数据。',
  },
} as const satisfies Record<string, Message>

/**
 * Title and body of the request for a case. What the case says goes in as plain words: it neither
 * mentions anybody, nor refers to an issue, nor is a command of the forge. Where personal data was
 * found in the case, neither its title nor its summary is repeated.
 */
export function requestText(
  template: RequestTemplate,
  facts: RequestFacts,
  language: Language,
): { readonly title: string; readonly body: string } {
  const { case: found } = facts
  const withheld = facts.lint.some(({ rule }) => rule === 'personal-data')
  const lists = {
    path: codeSpan(shownLine(found.path)),
    checklist: facts.checklist.map(item => itemLine(item, facts.headings, language)).join('\n'),
    lint: lintLines(facts.lint, language),
    near: nearLines(facts.near, language),
    reviewers: reviewerLines(facts.reviewers, language),
  }
  const summary = withheld ? TEXTS.withheld[language] : quoted(summaryOf(found))
  const title = withheld ? '' : shownLine(found.title)
  const words = { id: found.id, kind: found.kind }
  const line = fillRequest(template.title, { ...words, ...lists, summary: '', title })
  return {
    title: cutCells(line.replace(/[:：\s]+$/, ''), LONG),
    body: fillRequest(template.body, { ...words, ...lists, summary, title: markdownText(title) }),
  }
}

/** The section that says what the case is about: the problem, else the first with words. */
function summaryOf(found: Case): string {
  const { sections } = found.body
  const told = sections.find(({ id, empty }) => id === 'problem' && !empty)
  return (told ?? sections.find(({ empty }) => !empty))?.text ?? found.title
}

/** A line that begins with `>` is no command of a forge. */
function quoted(text: string): string {
  const line = markdownText(cutCells(shownLine(text), SUMMARY))
  return line === '' ? '' : `> ${line}`
}

function itemLine(
  { name, kind, done }: ChecklistItem,
  headings: RequestFacts['headings'],
  language: Language,
): string {
  const own = headings.get(name) ?? []
  const heading = own.find(text => /\p{Script=Han}/u.test(text) === (language === 'zh')) ?? own[0] ?? name
  return `- [${done ? 'x' : ' '}] ${kind === 'section' ? markdownText(heading) : codeSpan(fieldName(name))}`
}

function lintLines(lint: readonly Diagnostic[], language: Language): string {
  const counts = countsLine({ diagnostics: lint, files: 1, counts: countBySeverity(lint) })[language]
  const lines = lint.slice(0, FINDINGS).map(({ severity, rule, at, message }) => {
    const line = fill(TEXTS.line, { line: at?.line ?? 1 })[language]
    const said = messageMarkdown(cutCells(message[language], LONG))
    return `- **${SEVERITY_WORDS[severity][language]}** ${codeSpan(rule)}, ${line}: ${said}`
  })
  const left = lint.length - lines.length
  const more = left > 0 ? [fill(TEXTS.left, { count: left })[language]] : []
  return [counts, ...(lines.length === 0 ? [] : ['', ...lines]), ...more].join('\n')
}

function nearLines(near: RequestFacts['near'], language: Language): string {
  if (near === undefined) return TEXTS.noIndex[language]
  if (near.length === 0) return TEXTS.alone[language]
  return near
    .map(
      ({ id, title, score, path }) =>
        `- **${id}** ${markdownText(cutCells(title, LONG))} (${score.toFixed(2)}, ${codeSpan(shownLine(path))})`,
    )
    .join('\n')
}

function reviewerLines(reviewers: RequestFacts['reviewers'], language: Language): string {
  if (reviewers.size === 0) return TEXTS.nobody[language]
  return [...reviewers]
    .map(([role, people]) => {
      const names = people.map(mention).join(', ')
      return `- **${role}**: ${names === '' ? TEXTS.vacant[language] : names}`
    })
    .join('\n')
}

/** Reviewers are told by the forge; an address is nobody's business there. */
function mention({ login, name, email }: Reviewer): string {
  if (login !== undefined && /^[A-Za-z0-9][\w./-]*$/.test(login)) return `@${login}`
  return markdownText(name ?? email.replace(/@.*$/, ''))
}
