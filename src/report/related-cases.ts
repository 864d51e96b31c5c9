import type { Language, Message } from '../lib/message.js'
import type { RelatedCase, Relation } from '../search/related.js'
import { listed } from './case-words.js'
import { nearBlock, type ReportView } from './near-cases.js'

const RELATION_WORDS: Readonly<Record<Relation, Message>> = {
  related: { en: 'named in `related`', zh: '已列入 `related`' },
  'related-by': { en: 'names this case in `related`', zh: '对方的 `related` 提到本案例' },
  supersedes: { en: 'superseded by this case', zh: '已被本案例取代' },
  'superseded-by': { en: 'supersedes this case', zh: '取代本案例' },
}

/** The cases near to a case for people, best first, with how they name each other. */
export function relatedList(cases: readonly RelatedCase[], view: ReportView): string {
  return cases
    .map(found => nearBlock(found, found.near, relationReason(found, view.language), view))
    .join('\n\n')
}

function relationReason({ relations }: RelatedCase, language: Language): string[] {
  const words = relations.map(relation => RELATION_WORDS[relation][language])
  return words.length === 0 ? [] : [listed(words, language)]
}
