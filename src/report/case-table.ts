import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { byCodeUnit } from '../lib/text.js'
import { facetsOf } from '../library/facets.js'
import { type Filters, matches } from '../library/filter.js'
import type { Library } from '../library/library.js'
import type { Case, Status } from '../model/case.js'
import { labelOf } from '../model/taxonomy.js'
import { STATUS_STYLE } from './case-words.js'
import { type Cell, type Column, table } from './table.js'

/** Cases that are no longer in use: listed only when their status is asked for. */
const RETIRED: readonly Status[] = ['archived', 'withdrawn']

/** The dimension whose labels get a column. */
const PRODUCT = 'product'

const HEADERS = {
  id: { en: 'ID', zh: 'ID' },
  status: { en: 'Status', zh: '状态' },
  kind: { en: 'Kind', zh: '类型' },
  language: { en: 'Language', zh: '语言' },
  updated: { en: 'Updated', zh: '更新日期' },
  title: { en: 'Title', zh: '标题' },
} as const satisfies Record<string, Message>

/** The cases that meet the filters, the last updated first; retired ones only if a status filter asks. */
export function selectCases({ cases, taxonomy, config }: Library, filters: Filters): Case[] {
  const { defaultAudience } = config
  return cases
    .filter(found => filters['status'] !== undefined || !RETIRED.includes(found.status))
    .filter(found => matches(facetsOf(found, taxonomy, defaultAudience), filters))
    .sort((a, b) => byCodeUnit(b.updated ?? '', a.updated ?? '') || byCodeUnit(a.id, b.id))
}

/**
 * Cases as a table.
 * @param width cells of the screen; without it nothing is cut
 */
export function caseTable(
  cases: readonly Case[],
  library: Library,
  language: Language,
  width?: number,
): string {
  const product = library.taxonomy.dimensions.get(PRODUCT)
  const columns: Column[] = [
    { header: HEADERS.id[language] },
    { header: HEADERS.status[language] },
    { header: HEADERS.kind[language], spare: true },
    { header: HEADERS.language[language], spare: true },
    { header: HEADERS.updated[language] },
    ...(product === undefined ? [] : [{ header: labelOf(product, language), cut: true }]),
    { header: HEADERS.title[language], cut: true },
  ]
  const rows = cases.map((found): Cell[] => [
    { text: found.id, paint: style.bold },
    { text: found.status, paint: STATUS_STYLE[found.status] },
    found.kind,
    found.language,
    found.updated ?? '',
    ...(product === undefined ? [] : [productLabel(found, library, language)]),
    found.title,
  ])
  return table(columns, rows, width)
}

function productLabel(found: Case, { taxonomy, config }: Library, language: Language): string {
  const terms = taxonomy.dimensions.get(PRODUCT)?.facet.terms
  const ids = facetsOf(found, taxonomy, config.defaultAudience)[PRODUCT] ?? []
  return ids
    .flatMap(id => terms?.get(id) ?? [])
    .map(term => labelOf(term, language))
    .join(' ')
}
