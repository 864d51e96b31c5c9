import type { Language } from '../lib/message.js'
import { byCodeUnit } from '../lib/text.js'
import { STATUSES, type Status } from '../model/case.js'
import type { IndexReader } from '../store/reader.js'
import type { OpenedIndex } from './opened.js'
import { foldPrefix } from './prefix.js'
import { suggestTags, suggestTerms } from './suggest-terms.js'
import { suggestCodes, suggestTitles } from './suggest-texts.js'
import type { Suggestion } from './suggestion.js'

export type { Suggestion } from './suggestion.js'

/** Longest prefix that is read, in characters. */
const MAX_PREFIX = 64

const SHOWN: readonly Status[] = ['published', 'needs-review', 'draft', 'in-review']
const KINDS: readonly Suggestion['kind'][] = ['code', 'term', 'tag', 'title']

/**
 * What someone may be typing: error codes, taxonomy terms by any of their names, tags and titles.
 * Those that begin with the prefix come first, then those of which a later word does; within both
 * the ones with the most cases. The work is bounded whatever the prefix and the size of the library.
 * @param language that of the labels shown
 * @throws DamagedIndex
 */
export async function suggest(
  opened: OpenedIndex,
  typed: string,
  { limit, language }: { readonly limit: number; readonly language: Language },
): Promise<readonly Suggestion[]> {
  const prefix = foldPrefix([...typed].slice(0, MAX_PREFIX).join(''))
  if (!/[\p{L}\p{N}]/u.test(prefix)) return []
  const reader = await opened.living()
  const context = { prefix, language, shown: await shownIn(reader) }
  const found = await Promise.all([
    suggestCodes(reader, context),
    suggestTerms(reader, await opened.taxonomy(), context),
    suggestTags(reader, context),
    suggestTitles(reader, context),
  ])
  return found.flat().sort(byMatch).slice(0, limit)
}

async function shownIn(reader: IndexReader): Promise<(document: number) => boolean> {
  const statuses = await reader.statuses()
  const shown = STATUSES.map(status => SHOWN.includes(status))
  return document => shown[statuses[document] ?? 0] === true
}

function byMatch(a: Suggestion, b: Suggestion): number {
  const place = ({ match }: Suggestion): number => (match === 'name' ? 0 : 1)
  return (
    place(a) - place(b) ||
    b.cases - a.cases ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    byCodeUnit(a.text, b.text)
  )
}
