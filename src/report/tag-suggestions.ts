import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells, padCells } from '../lib/text.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { TagSuggestion } from '../search/tag-suggest.js'
import { listed } from './case-words.js'
import { largest } from './columns.js'
import { shownLine } from './shown.js'
import { dimensionLabel, percent, termLabel } from './term-labels.js'

const SAID: Message = { en: 'the case says {words}', zh: '案例中提到 {words}' }
const VOTED: Message = { en: '{share} of the nearest cases: {cases}', zh: '相近案例中占 {share}：{cases}' }

/** What a case may lack, for people: a line each, with what speaks for it. */
export function tagSuggestionList(
  suggestions: readonly TagSuggestion[],
  taxonomy: Taxonomy,
  language: Language,
): string {
  const names = suggestions.map(one => suggestionName(one, taxonomy, language))
  const width = largest(names.map(cells))
  return suggestions
    .map((one, i) => `${style.bold(padCells(names[i] ?? '', width))}  ${style.dim(reasons(one, language))}`)
    .join('\n')
}

/** `Fault type: Network (network)`, `Tags: VPN`. */
export function suggestionName(
  { dimension, value }: TagSuggestion,
  taxonomy: Taxonomy,
  language: Language,
): string {
  const label = termLabel(taxonomy, dimension, value, language)
  const id = label === value || dimension === 'tag' ? '' : ` (${value})`
  return `${dimensionLabel(taxonomy, dimension, language)}: ${label}${id}`
}

function reasons({ share, cases, said }: TagSuggestion, language: Language): string {
  const words = { words: said.map(shownLine).join(', ') }
  const votes = { share: percent(share), cases: listed(cases, language) }
  return [
    ...(cases.length === 0 ? [] : [fill(VOTED, votes)[language]]),
    ...(said.length === 0 ? [] : [fill(SAID, words)[language]]),
  ].join('; ')
}
