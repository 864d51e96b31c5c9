import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells, foldKey, padCells } from '../lib/text.js'
import { termsOfCase } from '../library/facets.js'
import { findCase, type Library, successorOf } from '../library/library.js'
import type { Case, CaseFile } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { type Facet, labelOf, pathOf } from '../model/taxonomy.js'
import { parseMarkdown } from '../parse/body.js'
import { plainText } from '../parse/plain-text.js'
import { AUDIENCE_WORDS, KIND_WORDS, listed, STATUS_STYLE, STATUS_WORDS } from './case-words.js'
import { largest } from './columns.js'
import { type MarkdownView, renderTree } from './markdown.js'
import { shown, shownLine } from './shown.js'
import { plainSpans, wrap } from './wrap.js'

const LABELS = {
  versions: { en: 'Versions', zh: '版本' },
  codes: { en: 'Error codes', zh: '错误代码' },
  tags: { en: 'Tags', zh: '标签' },
  audience: { en: 'Audience', zh: '受众' },
  owner: { en: 'Owner', zh: '负责人' },
  updated: { en: 'Updated', zh: '更新日期' },
  related: { en: 'Related', zh: '关联案例' },
  supersedes: { en: 'Supersedes', zh: '取代' },
} as const satisfies Record<string, Message>

const NOTICES = {
  replaced: { en: 'Superseded by {id}: {title}', zh: '已被 {id} 取代：{title}' },
  inForce: { en: 'In force now is {id}: {title}', zh: '现行案例为 {id}：{title}' },
  missing: {
    en: 'Superseded by {id}, which is not in this library.',
    zh: '已被 {id} 取代，但本案例库中没有该案例。',
  },
  unknown: { en: '(not in this library)', zh: '（不在本案例库中）' },
} as const satisfies Record<string, Message>

/** A value beside its label never gets narrower than this. */
const NARROWEST = 20

interface Row {
  readonly label: string
  /** One or more lines, before wrapping. */
  readonly values: readonly string[]
}

/** A case for reading: who replaced it, title, a block of what is known of it, then its text. */
export function caseView(file: CaseFile, found: Case, library: Library, view: MarkdownView): string {
  const parts = [
    notice(found, library, view),
    [...wrap(plainSpans(shownLine(found.title), 'bold'), view.width), line(found, view.language)].join('\n'),
    rowsText(rowsOf(found, library, view.language), view),
    bodyText(file, found, view),
  ]
  return parts.filter(part => part !== '').join('\n\n')
}

function notice(found: Case, library: Library, { language, width }: MarkdownView): string {
  const id = found.supersededBy
  if (id === undefined) return ''
  const next = findCase(library, id)
  const last = successorOf(library, found)
  const sentences = [
    next === undefined
      ? fill(NOTICES.missing, { id })
      : fill(NOTICES.replaced, { id, title: shownLine(next.title) }),
  ]
  if (last !== undefined && last !== next) {
    sentences.push(fill(NOTICES.inForce, { id: last.id, title: shownLine(last.title) }))
  }
  return sentences
    .flatMap(sentence => wrap(plainSpans(`→ ${sentence[language]}`, 'bold', 'yellow'), width))
    .join('\n')
}

/** `CASE-7F3KQ · SOP · published · zh-CN`. */
function line({ id, kind, status, language: written }: Case, language: Language): string {
  const words = [
    shownLine(id),
    KIND_WORDS[kind][language],
    STATUS_STYLE[status](STATUS_WORDS[status][language]),
    shownLine(written),
  ]
  return words.join(style.dim(' · '))
}

function rowsOf(found: Case, library: Library, language: Language): Row[] {
  const list = (values: readonly string[]): string[] =>
    values.length === 0 ? [] : [listed(values.map(shownLine), language)]
  const cases = (ids: readonly CaseId[]): string[] => ids.map(id => reference(id, library, language))
  const audience = found.audience ?? library.config.defaultAudience
  const rows: Row[] = [
    ...facetRows(found, library, language),
    { label: LABELS.versions[language], values: list(found.productVersions) },
    { label: LABELS.codes[language], values: list(found.errorCodes) },
    { label: LABELS.tags[language], values: list(found.tags) },
    { label: LABELS.audience[language], values: [AUDIENCE_WORDS[audience][language]] },
    { label: LABELS.owner[language], values: list(found.owner === undefined ? [] : [found.owner]) },
    { label: LABELS.updated[language], values: list(found.updated === undefined ? [] : [found.updated]) },
    { label: LABELS.supersedes[language], values: cases(found.supersedes) },
    { label: LABELS.related[language], values: cases(found.related) },
  ]
  return rows.filter(row => row.values.length > 0)
}

/** One row a facet: each term as its path of labels, an unknown one as it is written. */
function facetRows(found: Case, { taxonomy }: Library, language: Language): Row[] {
  return [...taxonomy.facets.values()].map(facet => {
    const terms = termsOfCase(found, taxonomy).filter(term => term.facet === facet.id)
    // A product beside its module says nothing new: the module's path begins with it.
    const deepest = terms.filter(term => !terms.some(other => other !== term && pathOf(other).includes(term)))
    const paths = [...new Set(deepest)].map(term =>
      pathOf(term)
        .map(step => shownLine(labelOf(step, language)))
        .join(' › '),
    )
    const values = [...paths, ...unknownTerms(found, facet, taxonomy)]
    return {
      label: shownLine(labelOf(facet, language)),
      values: values.length > 1 ? [listed(values, language)] : values,
    }
  })
}

function unknownTerms(found: Case, facet: Facet, taxonomy: Library['taxonomy']): string[] {
  return found.terms
    .filter(term => term.facet === facet.id)
    .filter(term => taxonomy.resolve(facet.id, term.value, term.level).kind === 'unknown')
    .map(term => shownLine(term.value))
}

function reference(id: CaseId, library: Library, language: Language): string {
  const found = findCase(library, id)
  return `${shownLine(id)}  ${found === undefined ? NOTICES.unknown[language] : shownLine(found.title)}`
}

function rowsText(rows: readonly Row[], { width }: MarkdownView): string {
  const room = largest(rows.map(row => cells(row.label)))
  return rows
    .flatMap(({ label, values }) => {
      const lines = values.flatMap(value =>
        wrap([{ text: value, styles: [], keepSpaces: true }], Math.max(NARROWEST, width - room - 2)),
      )
      return lines.map((text, i) => `${padCells(i === 0 ? style.dim(label) : '', room)}  ${text}`)
    })
    .join('\n')
}

/** The text without a first heading that repeats the title. A text too costly to parse stays as written. */
function bodyText(file: CaseFile, found: Case, view: MarkdownView): string {
  const markdown = file.text.slice(found.frontMatter.end)
  if (file.problems.some(problem => problem.rule === 'body-limits')) return shown(markdown).trim()
  const root = parseMarkdown(markdown)
  const [first, ...rest] = root.children
  const repeats =
    first?.type === 'heading' && first.depth === 1 && foldKey(plainText([first])) === foldKey(found.title)
  return renderTree(repeats ? { ...root, children: rest } : root, view)
}
