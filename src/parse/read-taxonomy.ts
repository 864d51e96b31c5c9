import type { Problem } from '../model/case.js'
import type { FacetData, TaxonomyData, TermData } from '../model/taxonomy.js'
import { validateTaxonomy } from './schema.js'
import { readSettings, type SettingsResult } from './settings.js'

/** Text of `taxonomy.yml` → its data, checked: unique ids and names, retired terms lead somewhere. */
export function readTaxonomy(text: string): SettingsResult<TaxonomyData> {
  const read = readSettings<TaxonomyData>(text, validateTaxonomy, ['version', 'facets'])
  if (read.value === undefined) return read
  const problems = [...checkLevels(read.value)]
  for (const [id, facet] of Object.entries(read.value.facets)) problems.push(...checkFacet(id, facet))
  return problems.length > 0 ? { problems } : read
}

const MESSAGES = {
  repeatedTerm: {
    en: 'Facet {facet}: the term id `{id}` stands twice.',
    zh: '维度 {facet}：术语 id `{id}` 重复。',
  },
  tooDeep: {
    en: 'Facet {facet}: the term `{id}` stands deeper than the facet has levels ({levels}).',
    zh: '维度 {facet}：术语 `{id}` 的层级超过了该维度的层数（{levels}）。',
  },
  retiredUse: {
    en: 'Facet {facet}: the retired term `{id}` points to `{use}`, which does not exist or is retired.',
    zh: '维度 {facet}：停用术语 `{id}` 指向 `{use}`，后者不存在或已停用。',
  },
  repeatedLevel: {
    en: 'Two levels are both named `{id}`; each level is a filter and needs a name of its own.',
    zh: '有两个层级都叫 `{id}`；每个层级是一个筛选项，名称不能重复。',
  },
} as const

function refusal(code: keyof typeof MESSAGES, args: Problem['args']): Problem {
  return { rule: 'taxonomy', code, message: MESSAGES[code], args }
}

function* checkLevels(data: TaxonomyData): Iterable<Problem> {
  const seen = new Set<string>()
  for (const [id, facet] of Object.entries(data.facets)) {
    for (const level of facet.levels ?? [{ id: id.replaceAll('_', '-') }]) {
      if (seen.has(level.id)) yield refusal('repeatedLevel', { id: level.id })
      seen.add(level.id)
    }
  }
}

function* checkFacet(facetId: string, facet: FacetData): Iterable<Problem> {
  const terms = new Map<string, TermData>()
  const levels = facet.levels?.length ?? 1
  const problems: Problem[] = []
  const walk = (list: readonly TermData[], depth: number): void => {
    for (const term of list) {
      if (terms.has(term.id)) problems.push(refusal('repeatedTerm', { facet: facetId, id: term.id }))
      if (depth > levels) problems.push(refusal('tooDeep', { facet: facetId, id: term.id, levels }))
      terms.set(term.id, term)
      walk(term.terms ?? [], depth + 1)
    }
  }
  walk(facet.terms, 1)
  yield* problems
  for (const term of terms.values()) {
    const use = term.retired?.use
    if (use === undefined) continue
    const target = terms.get(use)
    if (target === undefined || target.retired !== undefined) {
      yield refusal('retiredUse', { facet: facetId, id: term.id, use })
    }
  }
}
