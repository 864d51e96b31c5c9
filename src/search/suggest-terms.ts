import type { Language } from '../lib/message.js'
import { foldKey } from '../lib/text.js'
import { labelOf, namesOf, type Taxonomy, type Term } from '../model/taxonomy.js'
import type { IndexReader } from '../store/reader.js'
import { foldPrefix, matchPrefix, type PrefixMatch } from './prefix.js'
import { count, type SuggestContext, type Suggestion } from './suggestion.js'

/** Terms of the taxonomy that a case has and one of whose names begins with a prefix. */
export async function suggestTerms(
  reader: IndexReader,
  taxonomy: Taxonomy,
  { prefix, language, shown }: SuggestContext,
): Promise<Suggestion[]> {
  const found: Suggestion[] = []
  for (const { id: dimension, facet, level } of taxonomy.dimensions.values()) {
    const matching = [...facet.terms.values()].flatMap(term => {
      const named = term.level === level ? bestName(term, prefix, language) : undefined
      return named === undefined ? [] : [{ term, ...named }]
    })
    const having = matching.length === 0 ? new Map<string, Uint32Array>() : await reader.facet(dimension)
    for (const { term, name, match } of matching) {
      const cases = count(having.get(term.id), shown)
      const text = labelOf(term, language)
      const matched = name === text ? {} : { matched: name }
      if (cases > 0) found.push({ kind: 'term', text, ...matched, match, dimension, value: term.id, cases })
    }
  }
  return found
}

/** Tags that begin with a prefix; spellings that differ in case only are one. */
export async function suggestTags(
  reader: IndexReader,
  { prefix, shown }: SuggestContext,
): Promise<Suggestion[]> {
  const found = new Map<string, Suggestion>()
  for (const [tag, documents] of await reader.facet('tag')) {
    const match = matchPrefix(foldPrefix(tag), prefix)
    const cases = match === undefined ? 0 : count(documents, shown)
    if (match === undefined || cases === 0) continue
    const key = foldKey(tag)
    const same = found.get(key)
    found.set(key, {
      ...(same ?? { kind: 'tag', text: tag, match, dimension: 'tag', value: tag }),
      cases: cases + (same?.cases ?? 0),
    })
  }
  return [...found.values()]
}

/** The name that begins with the prefix: the whole name before a later word, the label shown before others. */
function bestName(
  term: Term,
  prefix: string,
  language: Language,
): { readonly name: string; readonly match: PrefixMatch } | undefined {
  // The label that is shown first, the id last: it is the name that people see least.
  const names = [labelOf(term, language), ...namesOf(term).filter(name => name !== term.id), term.id]
  const matches = names.flatMap(name => {
    const match = matchPrefix(foldPrefix(name), prefix)
    return match === undefined ? [] : [{ name, match }]
  })
  return matches.find(({ match }) => match === 'name') ?? matches[0]
}
