import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells, padCells } from '../lib/text.js'
import { AUDIENCES, KINDS, STATUSES } from '../model/case.js'
import { labelOf, type Taxonomy } from '../model/taxonomy.js'
import type { FacetCounts } from '../search/facet-counts.js'
import { AUDIENCE_WORDS, KIND_WORDS, STATUS_WORDS } from './case-words.js'
import { largest } from './columns.js'
import { shownLine } from './shown.js'

/** Values of one dimension that are listed: what comes after them is summed up. */
const MOST = 8

/** How what was found divides, a line for each dimension: `product  pos-terminal 4, home-router 2`. */
export function facetLines(counts: FacetCounts, taxonomy: Taxonomy, language: Language): string {
  const dimensions = Object.entries(counts)
  const width = largest(dimensions.map(([dimension]) => cells(dimension)))
  return dimensions
    .map(([dimension, values]) => {
      const listed = values.slice(0, MOST).map(({ value, count }) => {
        const label = shownLine(labelFor(dimension, value, taxonomy, language))
        return `${label} ${style.dim(String(count))}`
      })
      const rest = values.length - listed.length
      if (rest > 0) listed.push(style.dim(fill(MORE, { rest })[language]))
      return `${style.bold(padCells(dimension, width))}  ${listed.join(SEPARATOR[language])}`
    })
    .join('\n')
}

const MORE: Message = { en: '… and others: {rest}', zh: '……另有 {rest} 项' }
const SEPARATOR: Readonly<Record<Language, string>> = { en: ', ', zh: '，' }

function labelFor(dimension: string, value: string, taxonomy: Taxonomy, language: Language): string {
  const words: Readonly<Record<string, (value: string) => Message | undefined>> = {
    status: text => STATUSES.flatMap(own => (own === text ? [STATUS_WORDS[own]] : []))[0],
    kind: text => KINDS.flatMap(own => (own === text ? [KIND_WORDS[own]] : []))[0],
    audience: text => AUDIENCES.flatMap(own => (own === text ? [AUDIENCE_WORDS[own]] : []))[0],
  }
  const fixed = Object.hasOwn(words, dimension) ? words[dimension]?.(value) : undefined
  if (fixed !== undefined) return fixed[language]
  const term = taxonomy.dimensions.get(dimension)?.facet.terms.get(value)
  return term === undefined ? value : labelOf(term, language)
}
