import { termsOfCase } from '../library/facets.js'
import type { Library } from '../library/library.js'
import { pathOf, type Term } from '../model/taxonomy.js'
import { exampleCase } from './example.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

const taxonomy = (terms: string): string => `facets:
  product:
    levels: [{ id: product, field: name }, { id: module, field: module }]
    terms: [{ id: home-router, terms: [{ id: rt-wifi }] }]
  category: { terms: [${terms}] }
  fault_type: { multiple: true, terms: [{ id: configuration }] }
  urgency: { terms: [{ id: medium }] }
`

export const unusedTerm: Rule = defineRule({
  id: 'unused-term',
  scope: 'library',
  ofCases: true,
  severity: 'note',
  preset: 'strict',
  summary: {
    en: 'Every term of the taxonomy is used by a case.',
    zh: '分类体系中的每个术语都有案例在用。',
  },
  why: {
    en: 'A term that nobody uses makes the choice harder for everybody, and often stands beside another one for the same thing. Merge it (`casectl taxonomy merge`), mark it `retired`, or leave it where cases are to be expected. Retired terms and catch-all ones are not reported, nor are the terms below one that is.',
    zh: '没人用的术语只会让选择更难，而且往往另有一个同义术语。请合并（`casectl taxonomy merge`）、标为 `retired`，若预计会有案例也可保留。已停用的术语、“其他”类术语以及已报告术语的下级不再报告。',
  },
  messages: {
    unused: {
      en: 'No case uses the term `{term}` of `{facet}`, nor one below it. Merge it, retire it, or keep it for cases to come.',
      zh: '没有案例使用 `{facet}` 的术语 `{term}` 或其下级。请合并、停用，或留给将来的案例。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: { 'taxonomy.yml': taxonomy('{ id: frequent-drops }'), 'cases/a.md': exampleCase() },
    bad: {
      'taxonomy.yml': taxonomy('{ id: frequent-drops }, { id: slow-wifi }'),
      'cases/a.md': exampleCase(),
    },
  },
  *check({ library }) {
    const used = usedTerms(library)
    // Nothing can be said of the terms before there are cases.
    if (used.size === 0) return
    const path = library.config.taxonomy
    for (const facet of library.taxonomy.facets.values()) {
      for (const term of unusedBelow(facet.roots, used)) {
        yield { code: 'unused', args: { term: term.id, facet: facet.id }, path }
      }
    }
  },
})

/** Every term that a case names, of any status, and those above it. */
function usedTerms({ files, taxonomy: terms }: Library): Set<Term> {
  const used = new Set<Term>()
  for (const { case: found } of files) {
    if (found === undefined) continue
    for (const term of termsOfCase(found, terms)) for (const step of pathOf(term)) used.add(step)
  }
  return used
}

function* unusedBelow(terms: readonly Term[], used: ReadonlySet<Term>): Iterable<Term> {
  for (const term of terms) {
    if (term.retired !== undefined || term.other) continue
    if (used.has(term)) yield* unusedBelow(term.children, used)
    else yield term
  }
}
