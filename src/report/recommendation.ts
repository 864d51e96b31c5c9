import { fill } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { Recommendation, RecommendedCase } from '../search/recommend.js'
import type { Vote } from '../search/vote.js'
import { listed } from './case-words.js'
import { nearBlock, type ReportView, sharedReason, shownScore, viaReason } from './near-cases.js'
import { dimensionLabel, percent, termLabel } from './term-labels.js'

const LIKELY = { en: 'Likely:', zh: '可能适用：' } as const
const BELOW = {
  en: 'Nearest below the threshold of {threshold}:',
  zh: '低于阈值 {threshold}，但最接近：',
} as const
const FILED = { en: 'Filed under, as the nearest cases are:', zh: '参照相近案例的归类：' } as const

/** Recommended cases for people: the likely ones, the nearest others, and what they are filed under. */
export function recommendationText(
  { cases, votes, threshold }: Recommendation,
  taxonomy: Taxonomy,
  view: ReportView,
): string {
  const { language } = view
  const block = (found: RecommendedCase): string => {
    const reasons = [...viaReason(found.via, language), ...sharedReason(found.shared, language)]
    return nearBlock(found, found.likely, reasons, view)
  }
  const [likely, others] = [cases.filter(found => found.likely), cases.filter(found => !found.likely)]
  const below = fill(BELOW, { threshold: shownScore(threshold) })[language]
  const parts = [
    ...(likely.length === 0 ? [] : [style.bold(LIKELY[language]), ...likely.map(block)]),
    ...(others.length === 0 ? [] : [style.bold(below), ...others.map(block)]),
    ...(votes.length === 0
      ? []
      : [[style.bold(FILED[language]), ...voteLines(votes, taxonomy, view)].join('\n')]),
  ]
  return parts.join('\n\n')
}

function voteLines(votes: readonly Vote[], taxonomy: Taxonomy, { language }: ReportView): string[] {
  const dimensions = [...new Set(votes.map(({ dimension }) => dimension))]
  return dimensions.map(dimension => {
    const own = votes.filter(vote => vote.dimension === dimension)
    const values = own.map(
      ({ value, share }) => `${termLabel(taxonomy, dimension, value, language)} ${style.dim(percent(share))}`,
    )
    return `  ${dimensionLabel(taxonomy, dimension, language)}  ${listed(values, language)}`
  })
}

/** A recommendation as JSON, without the envelope. */
export function recommendationJson({ threshold, cases, votes }: Recommendation): object {
  return {
    threshold,
    cases,
    suggested: votes.map(({ dimension, value, share, cases: having }) => ({
      dimension,
      value,
      share: Math.round(share * 1000) / 1000,
      cases: having,
    })),
  }
}
