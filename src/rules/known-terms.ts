import { didYouMean } from '../lib/did-you-mean.js'
import type { Case, WrittenTerm } from '../model/case.js'
import { fieldName } from '../model/pointer.js'
import type { Facet, Taxonomy, Term } from '../model/taxonomy.js'
import { exampleCase } from './example.js'
import { isRefused } from './refused.js'
import { type CaseInput, defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'
import { TERM_MESSAGES } from './term-messages.js'

type Found = Finding<typeof TERM_MESSAGES>
type Input = CaseInput<object>

export const knownTerms: Rule = defineRule({
  id: 'known-terms',
  scope: 'case',
  severity: 'error',
  summary: {
    en: 'Facets name terms of the taxonomy by their ids, as deep as the tree goes and in one branch.',
    zh: '各维度用 id 引用术语表中的术语，写到最深一层，并且在同一分支上。',
  },
  why: {
    en: 'Filters and counts are only as good as the terms. An alias is put right by `casectl lint --fix`; for a word that is missing, propose a term or an alias in taxonomy.yml.',
    zh: '筛选和统计的质量取决于术语。别名可用 `casectl lint --fix` 自动改正；若确实缺少某个词，请在 taxonomy.yml 中提议新术语或别名。',
  },
  messages: TERM_MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: exampleCase({ product: '{ name: home-router, module: rt-wifi }', category: 'frequent-drops' }),
    bad: exampleCase({ product: '{ name: 路由器, module: pos-printer }', category: 'frequent-drop' }),
  },
  mayFind: ({ case: { terms }, library: { taxonomy } }) =>
    !terms.every((term, i) => isInOrder(term, terms[i - 1], taxonomy)),
  *check(input) {
    for (const facet of input.library.taxonomy.facets.values()) {
      const written = input.case.terms.filter(term => term.facet === facet.id && term.value !== '')
      for (const term of written) yield* checkTerm(term, facet, input)
      yield* checkCount(written, facet, input)
      yield* checkBranch(written, input)
    }
  },
})

/** True for a living id where nothing can be wrong with it beside the term before it. */
function isInOrder(written: WrittenTerm, before: WrittenTerm | undefined, { facets }: Taxonomy): boolean {
  const { facet: id, value, level } = written
  const facet = facets.get(id)
  const term = facet?.terms.get(value)
  if (facet === undefined || term === undefined || term.retired !== undefined) return false
  const beside = before?.facet === id ? before : undefined
  if (level === undefined) return term.children.length === 0 && (beside === undefined || facet.multiple)
  if (term.level !== level) return false
  return beside === undefined || (beside.level === level - 1 && term.parent?.id === beside.value)
}

const placeOf = (found: Case, term: WrittenTerm) => found.fields.get(term.pointer)?.value

function* checkTerm(written: WrittenTerm, facet: Facet, input: Input): Iterable<Found> {
  const { value, pointer } = written
  const at = placeOf(input.case, written)
  const resolved = input.library.taxonomy.resolve(facet.id, value, written.level)
  if (resolved.kind === 'unknown') {
    // What the schema refused has its finding already.
    if (!isRefused(input.file, pointer)) yield unknownTerm(written, facet, resolved.nearest, input)
    return
  }
  const { term } = resolved
  if (term.retired !== undefined) {
    const { use } = term.retired
    if (use === undefined) yield { code: 'retiredOnly', args: { value }, at, severity: 'warning' }
    else
      yield {
        code: 'retired',
        args: { value, use },
        at,
        severity: 'warning',
        ...rewrite(written, use, input),
      }
  } else if (resolved.kind === 'alias') {
    const args = { value, id: term.id, field: fieldName(pointer) }
    yield { code: 'alias', args, at, severity: 'warning', ...rewrite(written, term.id, input) }
  }
  // Where a facet has a field for each level, the upper ones name inner terms on purpose.
  if (term.retired !== undefined || written.level !== undefined) return
  const children = term.children.filter(child => child.retired === undefined).map(child => child.id)
  if (children.length === 0) return
  const args = { value, children: children.join(', ') }
  yield { code: 'notDeepest', args, at, severity: 'warning' }
}

function unknownTerm(
  written: WrittenTerm,
  facet: Facet,
  suggestions: readonly string[],
  { case: found, library }: Input,
): Found {
  const { value } = written
  const field = fieldName(written.pointer)
  const at = placeOf(found, written)
  const elsewhere = written.level === undefined ? undefined : library.taxonomy.resolve(facet.id, value)
  if (elsewhere !== undefined && elsewhere.kind !== 'unknown') {
    const own = facet.levels[elsewhere.term.level]?.field
    if (own !== undefined)
      return { code: 'otherLevel', args: { value, field, right: `${facet.field}.${own}` }, at }
  }
  return { code: 'unknown', args: { field, value, ...didYouMean(suggestions) }, at }
}

/** The fix that puts a term in the place of what is written; none for text over several lines. */
function rewrite(written: WrittenTerm, id: string, { case: found, file }: Input): Pick<Found, 'fix'> {
  const at = placeOf(found, written)
  if (at === undefined || file.text.slice(at.start, at.end).includes('\n')) return {}
  return { fix: [{ start: at.start, end: at.end, text: id }] }
}

function* checkCount(
  written: readonly WrittenTerm[],
  facet: Facet,
  { case: found, file }: Input,
): Iterable<Found> {
  const second = written.filter(term => term.level === undefined)[1]
  if (facet.multiple || second === undefined || isRefused(file, `/${facet.field}`)) return
  const at = placeOf(found, second)
  yield { code: 'several', args: { field: facet.field, count: written.length }, at }
}

/** Terms of neighbouring levels must stand in one branch of the tree. */
function* checkBranch(written: readonly WrittenTerm[], { case: found, library }: Input): Iterable<Found> {
  let upper: Term | undefined
  for (const term of written) {
    if (term.level === undefined) continue
    const resolved = library.taxonomy.resolve(term.facet, term.value, term.level)
    if (resolved.kind === 'unknown') continue
    const parent = upper === undefined ? undefined : ancestorAt(resolved.term, upper.level)
    if (upper !== undefined && parent !== undefined && parent !== upper) {
      const field = fieldName(term.pointer)
      const args = { value: resolved.term.id, field, parent: parent.id, given: upper.id }
      yield { code: 'parent', args, at: placeOf(found, term) }
    }
    upper = resolved.term
  }
}

function ancestorAt(term: Term, level: number): Term | undefined {
  return term.level <= level || term.parent === undefined ? term : ancestorAt(term.parent, level)
}
