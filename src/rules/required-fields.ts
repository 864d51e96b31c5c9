import type { Case, CaseFile, Kind, Pointer } from '../model/case.js'
import type { Config } from '../model/config.js'
import { fieldName } from '../model/pointer.js'
import type { Range } from '../model/range.js'
import type { Facet, Taxonomy } from '../model/taxonomy.js'
import { exampleCase } from './example.js'
import { isRefused } from './refused.js'
import { type CaseInput, defineRule, type Finding, NO_OPTIONS, type Rule, type Settings } from './rule.js'
import { isListedIncomplete, mildWhenWithdrawn, namesOfField } from './stage.js'

const MESSAGES = {
  missing: {
    en: '`{field}` is missing; a {kind} needs it once it leaves draft. Fill it in.',
    zh: '缺少 `{field}`；{kind} 类案例离开草稿状态后必须填写。请补充。',
  },
  listed: {
    en: '`{field}` is missing. `incomplete` excuses it in a draft only: fill it in and take it off that list.',
    zh: '缺少 `{field}`。`incomplete` 只对草稿有效：请补充该字段，并从列表中删去。',
  },
  noTerm: {
    en: 'The draft is in no facet, so nobody will find it by one. Fill in at least one of {fields}.',
    zh: '草稿没有填写任何维度，无法被筛选到。请至少填写其中一项：{fields}。',
  },
} as const

type Found = Finding<typeof MESSAGES>

export const requiredFields: Rule = defineRule({
  id: 'required-fields',
  scope: 'case',
  severity: 'error',
  draftSeverity: 'warning',
  summary: {
    en: 'Beyond draft every field that the kind asks for is filled in; a draft names one facet at least.',
    zh: '离开草稿状态的案例填写了该类型要求的全部字段；草稿至少填写一个维度。',
  },
  why: {
    en: 'Reviewers and readers rely on these fields: whom to ask, for which product, how urgent, who may read it. Fill in what is missing. `kinds.<kind>.fields` in the configuration and `required` in taxonomy.yml say what is asked; a draft may list what is still open under `incomplete`.',
    zh: '评审者和读者依赖这些字段：找谁问、涉及什么产品、多紧急、谁可以看。请补齐缺少的内容。要求由配置中的 `kinds.<类型>.fields` 和 taxonomy.yml 中的 `required` 决定；草稿可以把暂缺的内容列在 `incomplete` 中。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(),
    bad: exampleCase({ owner: undefined, product: '{ name: home-router }' }),
  },
  *check(input) {
    const { case: found, file, library } = input
    if (isRefused(file, '/kind') || isRefused(file, '/status')) return
    if (found.status === 'draft') yield* checkDraft(found, library.taxonomy)
    else yield* checkAll(input)
  },
})

function* checkDraft(found: Case, taxonomy: Taxonomy): Iterable<Found> {
  const facets = [...taxonomy.facets.values()]
  if (facets.length === 0 || found.terms.some(term => term.value !== '')) return
  const pointers = facets.map(pointerOf)
  if (isListedIncomplete(found, pointers.flatMap(namesOfField))) return
  yield { code: 'noTerm', args: { fields: pointers.map(fieldName).join(', ') }, at: firstLine(found) }
}

function* checkAll({ case: found, file, library }: CaseInput<object>): Iterable<Found> {
  for (const pointer of askedOf(library, found.kind)) {
    if (isGiven(pointer, found, file) || isRefused(file, pointer)) continue
    const code = isListedIncomplete(found, namesOfField(pointer)) ? 'listed' : 'missing'
    const args = { field: fieldName(pointer), kind: found.kind }
    yield { code, args, at: groupOf(pointer, found) ?? firstLine(found), ...mildWhenWithdrawn(found.status) }
  }
}

type Asked = Map<Kind, readonly Pointer[]>
const known = new WeakMap<Config, WeakMap<Taxonomy, Asked>>()

/** What a kind asks for in a library; worked out once. */
function askedOf({ config, taxonomy }: Settings, kind: Kind): readonly Pointer[] {
  const byTaxonomy = known.get(config) ?? new WeakMap<Taxonomy, Asked>()
  const byKind = byTaxonomy.get(taxonomy) ?? new Map()
  const asked = byKind.get(kind)
  if (asked !== undefined) return asked
  const facets = [...taxonomy.facets.values()].filter(facet => facet.required)
  const all = [...new Set([...config.kinds[kind].fields, ...facets.map(pointerOf)])]
  known.set(config, byTaxonomy.set(taxonomy, byKind.set(kind, all)))
  return all
}

/** Where a case names a facet's top term. */
function pointerOf(facet: Facet): Pointer {
  const field = facet.levels[0]?.field
  return field === undefined ? `/${facet.field}` : `/${facet.field}/${field}`
}

const PLAIN = /^[\p{L}\d][\p{L}\d .,/_-]*$/u
// Other texts with nothing below them: what begins or goes on like no list and no group, or stands in quotes.
const COLLECTION = /^[[{?]|^-\s|:(?:\s|$)/m
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/s
const EMPTY = /^(?:(["'])\s*\1|\[\s*\]|\{\s*\})?$/
/** What a list begins with, and the first key of a group. */
const LIST = /^(?:\[|- )/
const FIRST_KEY = /^(?:\{ *)?([A-Za-z][\w-]*):/

/**
 * True for what begins with a letter, a digit or a Han character and holds neither colon nor line break:
 * it is no list and no group, and not empty.
 */
function isPlain(text: string, start: number, end: number): boolean {
  if (start >= end || !BEGINS_WORD.test(text.charAt(start))) return false
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x3a || unit < 0x20 || unit === 0x2028 || unit === 0x2029) return false
  }
  return true
}
const BEGINS_WORD = /[A-Za-z0-9\u4e00-\u9fff]/

/** True when a field holds something: empty text, lists and groups, also nested ones, hold nothing. */
function isGiven(pointer: Pointer, found: Case, file: CaseFile): boolean {
  const place = found.fields.get(pointer)
  if (place === undefined || place.value === place.key) return false
  if (isPlain(file.text, place.value.start, place.value.end)) return true
  const written = file.text.slice(place.value.start, place.value.end)
  if (PLAIN.test(written)) return true
  if (COLLECTION.test(written) && !QUOTED.test(written)) {
    // Most hold something at their beginning; going through all fields takes far longer.
    const first = LIST.test(written) ? '0' : FIRST_KEY.exec(written)?.[1]
    if (first !== undefined && isGiven(`${pointer}/${first}`, found, file)) return true
    const below = [...found.fields.keys()].filter(key => key.startsWith(`${pointer}/`))
    if (below.length > 0) return below.some(key => isGiven(key, found, file))
  }
  return !EMPTY.test(written.trim())
}

/** The key of the group that lacks a field: `product` for `/product/module`. */
function groupOf(pointer: Pointer, found: Case): Range | undefined {
  const cut = pointer.lastIndexOf('/')
  return cut <= 0
    ? undefined
    : (found.fields.get(pointer.slice(0, cut))?.key ?? groupOf(pointer.slice(0, cut), found))
}

function firstLine({ frontMatter }: Case): Range {
  return { ...frontMatter, end: frontMatter.start + 3 }
}
