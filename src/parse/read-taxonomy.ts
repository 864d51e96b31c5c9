import { foldKey } from '../lib/text.js'
import type { FieldPlace, Pointer, Problem } from '../model/case.js'
import { type FacetData, FIXED_DIMENSIONS, type TaxonomyData, type TermData } from '../model/taxonomy.js'
import { fixedCheck } from './fixed-check.js'
import { readSettings, type SettingsResult } from './settings.js'

/**
 * Text of `taxonomy.yml` → its data, checked: every level, id and alias means one thing, and
 * retired terms lead somewhere. Labels may repeat: each branch may have its "other".
 */
export function readTaxonomy(text: string): SettingsResult<TaxonomyData> {
  const read = readSettings<TaxonomyData>(text, fixedCheck('taxonomy'), ['version', 'facets'])
  if (read.value === undefined) return read
  const check = new Check(read.fields)
  check.levels(read.value)
  for (const [id, facet] of Object.entries(read.value.facets)) check.facet(id, facet)
  return check.problems.length > 0 ? { problems: check.problems } : read
}

const MESSAGES = {
  repeatedTerm: {
    en: 'Facet {facet}: the term id `{id}` stands twice.',
    zh: '维度 {facet}：术语 id `{id}` 重复。',
  },
  repeatedName: {
    en: 'Facet {facet}: `{name}` names two terms, `{first}` and `{second}`.',
    zh: '维度 {facet}：`{name}` 同时指 `{first}` 和 `{second}` 两个术语。',
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
  reservedLevel: {
    en: 'A level cannot be named `{id}`: every library has a filter of that name.',
    zh: '层级不能叫 `{id}`：每个案例库都有同名的筛选项。',
  },
} as const

interface PlacedTerm {
  readonly term: TermData
  readonly pointer: Pointer
  readonly depth: number
}

class Check {
  readonly problems: Problem[] = []
  readonly #fields: ReadonlyMap<Pointer, FieldPlace>

  constructor(fields: ReadonlyMap<Pointer, FieldPlace>) {
    this.#fields = fields
  }

  levels(data: TaxonomyData): void {
    const seen = new Set<string>()
    for (const [facet, { levels }] of Object.entries(data.facets)) {
      for (const [i, { id }] of (levels ?? [{ id: facet.replaceAll('_', '-') }]).entries()) {
        const pointer = levels === undefined ? `/facets/${facet}` : `/facets/${facet}/levels/${i}/id`
        if (seen.has(id)) this.#refuse('repeatedLevel', { id }, pointer)
        if (FIXED_DIMENSIONS.some(name => name === id)) this.#refuse('reservedLevel', { id }, pointer)
        seen.add(id)
      }
    }
  }

  facet(facet: string, data: FacetData): void {
    const levels = data.levels?.length ?? 1
    const terms = new Map<string, TermData>()
    const names = new Map<string, string>()
    const placed = [...walk(data.terms, `/facets/${facet}/terms`, 1)]
    for (const { term, pointer, depth } of placed) {
      const { id } = term
      if (terms.has(id)) this.#refuse('repeatedTerm', { facet, id }, `${pointer}/id`)
      else this.#names(facet, term, pointer, names)
      if (depth > levels) this.#refuse('tooDeep', { facet, id, levels }, `${pointer}/id`)
      terms.set(id, term)
    }
    for (const { term, pointer } of placed) {
      const use = term.retired?.use
      const target = terms.get(use ?? '')
      if (use === undefined || (target !== undefined && target.retired === undefined)) continue
      this.#refuse('retiredUse', { facet, id: term.id, use }, `${pointer}/retired/use`)
    }
  }

  #names(facet: string, { id, aliases = [] }: TermData, pointer: Pointer, names: Map<string, string>): void {
    for (const [i, name] of [id, ...aliases].entries()) {
      const first = names.get(foldKey(name)) ?? id
      const at = i === 0 ? `${pointer}/id` : `${pointer}/aliases/${i - 1}`
      if (first !== id) this.#refuse('repeatedName', { facet, name, first, second: id }, at)
      names.set(foldKey(name), first)
    }
  }

  #refuse(code: keyof typeof MESSAGES, args: Problem['args'], pointer: Pointer): void {
    const place = this.#fields.get(pointer)
    const at = place === undefined ? {} : { at: place.value }
    this.problems.push({ rule: 'taxonomy', code, message: MESSAGES[code], args, pointer, ...at })
  }
}

function* walk(list: readonly TermData[], pointer: Pointer, depth: number): Iterable<PlacedTerm> {
  for (const [i, term] of list.entries()) {
    const own = `${pointer}/${i}`
    yield { term, pointer: own, depth }
    yield* walk(term.terms ?? [], `${own}/terms`, depth + 1)
  }
}
