import { groupBy } from '../../lib/groups.js'
import { fill, type Language, type Message } from '../../lib/message.js'
import { cutCells } from '../../lib/text.js'
import type { RepoPath } from '../../model/case.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Reporter, View } from '../reporter.js'
import { SEVERITY_WORDS } from '../severity-words.js'
import { shownPath } from '../shown.js'
import { countsLine } from './counts-line.js'
import { codeSpan, markdownText, messageMarkdown } from './markdown-text.js'

/**
 * Bytes of UTF-8. GitHub takes 65,536 characters a comment; in bytes the text is below that
 * however they are counted.
 */
const MOST = 65_536
/** Bytes kept for the last lines. */
const FOOT = 600
/** Cases that stand open; further ones are folded. */
const OPEN = 10
/** Findings shown of a case. */
const EACH = 10
/** Cells of a title, a path or a message: one of them must not fill the comment. */
const LONG = 240

const TEXTS = {
  fresh: { en: 'New findings: {count} (cases: {cases})', zh: '新问题 {count} 个，涉及 {cases} 个案例' },
  found: { en: 'Findings: {count} (cases: {cases})', zh: '问题 {count} 个，涉及 {cases} 个案例' },
  nothingNew: { en: 'Nothing new', zh: '没有新问题' },
  clean: { en: 'No findings', zh: '没有问题' },
  line: { en: 'line {line}', zh: '第 {line} 行' },
  more: { en: 'Further cases: {cases}', zh: '其余 {cases} 个案例' },
  before: { en: 'Were there before: {count}', zh: '原有问题 {count} 个' },
  rule: { en: 'rule', zh: '规则' },
  findings: { en: 'findings', zh: '问题数' },
  fixable: {
    en: 'Fixable with `casectl lint --fix`: {count}.',
    zh: '其中 {count} 个可用 `casectl lint --fix` 修复。',
  },
  explain: {
    en: '`casectl explain RULE` says why a rule is there.',
    zh: '`casectl explain 规则` 说明规则的原因。',
  },
  left: {
    en: 'Left out here: {count}. `casectl lint` lists every finding.',
    zh: '此处略去 {count} 个问题，`casectl lint` 列出全部。',
  },
} as const satisfies Record<string, Message>

/**
 * A comment on a pull request: what is new, by case, and how much was there before. Its first line
 * is a mark by which the next run finds the comment that it replaces.
 */
export const markdown: Reporter = (result, view) => {
  const { language, known } = view
  const old = result.diagnostics.map((_, i) => known?.has(view.fingerprints[i] ?? '') === true)
  const fresh = result.diagnostics.filter((_, i) => old[i] !== true)
  const before = result.diagnostics.filter((_, i) => old[i] === true)
  const cases = gravestFirst([...groupBy(fresh, found => found.path)])
  const head = `<!-- casectl lint -->\n### casectl: ${heading(fresh.length, cases.length, view)}`
  const table = before.length === 0 ? [] : [beforeTable(before, language)]
  const room = MOST - FOOT - bytes([head, ...table].join('\n\n'))
  const { blocks, shown } = caseBlocks(cases, view, room)
  return [head, ...blocks, ...table, foot(fresh, fresh.length - shown, countsLine(result), view)].join('\n\n')
}

type CaseFindings = readonly [RepoPath, readonly Diagnostic[]]

function heading(count: number, cases: number, { language, known }: View): string {
  if (count === 0) return TEXTS[known === undefined ? 'clean' : 'nothingNew'][language]
  return fill(TEXTS[known === undefined ? 'found' : 'fresh'], { count, cases })[language]
}

/** Cases with errors, then those with warnings, then the others; each lot as it came. */
function gravestFirst(cases: readonly CaseFindings[]): readonly CaseFindings[] {
  const weight = ([, found]: CaseFindings): number => {
    if (found.some(({ severity }) => severity === 'error')) return 0
    return found.some(({ severity }) => severity === 'warning') ? 1 : 2
  }
  return [...cases].sort((a, b) => weight(a) - weight(b))
}

/** The cases that there is room for, and how many findings they show. */
function caseBlocks(
  cases: readonly CaseFindings[],
  view: View,
  room: number,
): { blocks: readonly string[]; shown: number } {
  const blocks: string[] = []
  let shown = 0
  // The lines around folded cases, generously.
  let left = room - 200
  for (const one of cases) {
    const block = caseBlock(one, view)
    const size = bytes(block) + 2
    if (size > left) break
    left -= size
    blocks.push(block)
    shown += Math.min(one[1].length, EACH)
  }
  if (blocks.length <= OPEN) return { blocks, shown }
  const summary = fill(TEXTS.more, { cases: blocks.length - OPEN })[view.language]
  const folded = fold(summary, blocks.slice(OPEN).join('\n\n'))
  return { blocks: [...blocks.slice(0, OPEN), folded], shown }
}

function caseBlock([path, found]: CaseFindings, view: View): string {
  const title = markdownText(cutCells(view.titleOf(path) ?? '', LONG))
  const file = codeSpan(cutCells(shownPath(path), LONG))
  const head = title === '' ? file : `**${title}** · ${file}`
  const lines = found.slice(0, EACH).map(one => findingLine(one, view.language))
  if (found.length > EACH) lines.push(`- … +${found.length - EACH}`)
  return `${head}\n\n${lines.join('\n')}`
}

function findingLine({ severity, rule, at, message }: Diagnostic, language: Language): string {
  const line = fill(TEXTS.line, { line: at?.line ?? 1 })[language]
  const said = messageMarkdown(cutCells(message[language], LONG))
  return `- **${SEVERITY_WORDS[severity][language]}** ${codeSpan(rule)}, ${line}: ${said}`
}

function beforeTable(before: readonly Diagnostic[], language: Language): string {
  const counts = [...groupBy(before, ({ rule }) => rule)].map(([rule, own]) => [rule, own.length] as const)
  counts.sort((a, b) => b[1] - a[1])
  const rows = [
    `| ${TEXTS.rule[language]} | ${TEXTS.findings[language]} |`,
    '| --- | ---: |',
    ...counts.map(([rule, count]) => `| ${codeSpan(rule)} | ${count} |`),
  ]
  return fold(fill(TEXTS.before, { count: before.length })[language], rows.join('\n'))
}

/** What opens at a click. The empty lines make Markdown of what is inside. */
function fold(summary: string, inside: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${inside}\n\n</details>`
}

function foot(fresh: readonly Diagnostic[], left: number, counts: Message, view: View): string {
  const { language } = view
  const fixable = fresh.filter(({ fix }) => fix !== undefined).length
  return [
    ...(left > 0 ? [`**${fill(TEXTS.left, { count: left })[language]}**`] : []),
    counts[language],
    ...(fixable > 0 ? [fill(TEXTS.fixable, { count: fixable })[language]] : []),
    // What review finds is of no rule that can be explained.
    ...(fresh.some(({ rule }) => view.rules.some(({ id }) => id === rule)) ? [TEXTS.explain[language]] : []),
  ].join(language === 'zh' ? '' : ' ')
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}
