import { statsJson, treeJson } from '../taxonomy/as-json.js'
import { statsText, treeText } from '../taxonomy/as-text.js'
import { countCases } from '../taxonomy/counts.js'
import { findFacet } from '../taxonomy/lookup.js'
import { facetStats } from '../taxonomy/stats.js'
import { type Command, envelope } from './context.js'

export interface TaxonomyOptions {
  readonly facet?: string
  readonly stats?: boolean
  readonly json?: boolean
}

/** `casectl taxonomy`: the trees with their counts, or with `--stats` what about them asks for attention. */
export const taxonomy: Command<TaxonomyOptions> = async (context, { facet, stats, json }) => {
  const { terminal } = context
  const workspace = await context.openWorkspace()
  const all = workspace.taxonomy
  const facets = facet === undefined ? all.facets.values() : [findFacet(all, facet)]
  const counts = countCases(await workspace.library(), facets)
  const view = { language: terminal.language, width: terminal.width }
  if (stats === true) {
    const figures = counts.map(facetStats)
    if (json === true) terminal.json(envelope('taxonomy', { facets: figures.map(statsJson) }))
    else terminal.out(figures.map(figure => statsText(figure, view)).join('\n\n'))
  } else if (json === true) terminal.json(envelope('taxonomy', { facets: counts.map(treeJson) }))
  else terminal.out(counts.map(count => treeText(count, view)).join('\n\n'))
  return 0
}
