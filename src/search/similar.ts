import { byCodeUnit } from '../lib/text.js'
import { STATUSES } from '../model/case.js'
import { likenesses, saidAlso } from './likeness.js'
import { type NearCase, nearestOf, stretchesOf, toNearCase } from './near-case.js'
import type { OpenedIndex } from './opened.js'
import { weigh } from './telling.js'

export interface SimilarCase extends NearCase {
  /** The stretches of the text that the case has too, in text order. */
  readonly shared: readonly string[]
}

/**
 * The existing cases nearest to a free text, best first: so that nobody drafts a twin. Drafts,
 * archived and superseded cases count; withdrawn ones do not.
 * @throws DamagedIndex
 */
export async function similar(opened: OpenedIndex, text: string, limit = 5): Promise<SimilarCase[]> {
  const readers = [await opened.living(), await opened.archive()]
  const expansions = await opened.expansions()
  const telling = await weigh(readers, [{ text, weight: 1 }], { expansions })
  const found = await Promise.all(
    readers.map(async (reader, which) => {
      const { found, scores } = likenesses(telling, reader, which)
      const statuses = await reader.statuses()
      const alive = found.filter(document => STATUSES[statuses[document] ?? 0] !== 'withdrawn')
      // Twice as many: those that share a lone digit only fall out.
      const nearest = await nearestOf(reader, alive, scores, 2 * limit)
      const documents = await reader.documents(nearest.map(({ document }) => document))
      return documents.map((document, i): SimilarCase => {
        const { document: number = 0, score = 0 } = nearest[i] ?? {}
        return { ...toNearCase(document, score), shared: stretchesOf(text, saidAlso(telling, number, which)) }
      })
    }),
  )
  return found
    .flat()
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => b.score - a.score || byCodeUnit(a.id, b.id))
    .slice(0, limit)
}
