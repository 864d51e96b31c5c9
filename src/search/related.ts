import { STATUSES, type Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { IndexDocument } from '../store/document.js'
import type { IndexReader } from '../store/reader.js'
import { partsOfCase } from './case-parts.js'
import { likenesses } from './likeness.js'
import { type Near, type NearCase, nearestOf, toNearCase } from './near-case.js'
import type { OpenedIndex } from './opened.js'
import { weigh } from './telling.js'

/** How two cases name each other in their front matter, seen from the one that was asked about. */
export type Relation = 'related' | 'related-by' | 'supersedes' | 'superseded-by'

export interface RelatedCase extends NearCase {
  /** The score reaches the threshold. */
  readonly near: boolean
  readonly relations: readonly Relation[]
}

export interface RelatedRequest {
  readonly id: CaseId
  readonly threshold: number
  readonly limit: number
}

/**
 * The cases nearest to a case, best first: by its title, codes, customer phrases, symptoms and
 * facets. Its words that no other case has do not count. Cases that it names stand in the answer
 * wherever they are; withdrawn and archived ones do not. Undefined for an unknown id.
 * @throws DamagedIndex
 */
export async function related(
  opened: OpenedIndex,
  { id, threshold, limit }: RelatedRequest,
): Promise<readonly RelatedCase[] | undefined> {
  const reader = await opened.living()
  const own = await findCase(opened, id)
  if (own === undefined) return undefined
  const near = await neighboursOf(opened, own, limit, true)
  const named = await namedBy(reader, own)
  const missing = [...named].filter(([document]) => !near.found.some(found => found.document === document))
  const all = [...near.found, ...missing.map(([document]) => scored(document, near.scores))]
  const documents = await reader.documents(all.map(({ document }) => document))
  return documents
    .map((document, i): RelatedCase => {
      const found = toNearCase(document, all[i]?.score ?? 0)
      const relations = relationsOf(own, document)
      return { ...found, near: found.score >= threshold, relations }
    })
    .sort((a, b) => b.score - a.score)
}

/** A case of the library as its index has it, living or archived. */
export async function findCase(opened: OpenedIndex, id: CaseId): Promise<IndexDocument | undefined> {
  for (const reader of [await opened.living(), await opened.archive()]) {
    const number = await reader.find(id)
    if (number === undefined) continue
    const [document] = await reader.documents([number])
    return document
  }
  return undefined
}

/**
 * The living cases nearest to a case, without itself.
 * @param drafts cases that are not released, or no longer, count too; withdrawn ones never do
 */
export async function neighboursOf(
  opened: OpenedIndex,
  own: IndexDocument,
  count: number,
  drafts: boolean,
): Promise<{ readonly found: readonly Near[]; readonly scores: Float64Array }> {
  const reader = await opened.living()
  const parts = partsOfCase(own, await opened.taxonomy())
  const telling = await weigh([reader], parts, { leastCases: 2 })
  const { found, scores } = likenesses(telling, reader)
  const [self, statuses] = await Promise.all([reader.find(own.id), reader.statuses()])
  const shown = drafts ? ALL_BUT_WITHDRAWN : RELEASED
  const others = found.filter(
    document => document !== self && shown.has(STATUSES[statuses[document] ?? 0] ?? 'draft'),
  )
  return { found: await nearestOf(reader, others, scores, count), scores }
}

const RELEASED: ReadonlySet<Status> = new Set<Status>(['published', 'needs-review'])
const SUPERSEDED = STATUSES.indexOf('superseded')
const ALL_BUT_WITHDRAWN: ReadonlySet<Status> = new Set(STATUSES.filter(status => status !== 'withdrawn'))

/** The living cases that a case names, or that it replaces, by number. */
async function namedBy(reader: IndexReader, own: IndexDocument): Promise<Map<number, CaseId>> {
  const named = new Map<number, CaseId>()
  const ids = [...own.related, ...(own.supersededBy === undefined ? [] : [own.supersededBy])]
  for (const id of ids) {
    const number = await reader.find(id)
    if (number !== undefined) named.set(number, id)
  }
  for (const number of await replacedBy(reader, own)) named.set(number, own.id)
  return named
}

/** The living cases that name a case as their successor, by number. */
async function replacedBy(reader: IndexReader, own: IndexDocument): Promise<number[]> {
  const [self, statuses] = await Promise.all([reader.find(own.id), reader.statuses()])
  const found: number[] = []
  for (let at = statuses.indexOf(SUPERSEDED); at !== -1; at = statuses.indexOf(SUPERSEDED, at + 1)) {
    if (!reader.isLive(at)) continue
    const successor = await reader.successor(at)
    const isOwn = typeof successor === 'number' ? successor === self : isSame(successor, own.id)
    if (isOwn) found.push(at)
  }
  return found
}

function relationsOf(own: IndexDocument, other: IndexDocument): Relation[] {
  const names = (from: IndexDocument, to: IndexDocument): boolean =>
    from.related.some(id => isSame(id, to.id))
  const found: (readonly [Relation, boolean])[] = [
    ['related', names(own, other)],
    ['related-by', names(other, own)],
    ['supersedes', isSame(other.supersededBy, own.id)],
    ['superseded-by', isSame(own.supersededBy, other.id)],
  ]
  return found.filter(([, holds]) => holds).map(([relation]) => relation)
}

function isSame(a: CaseId | undefined, b: CaseId): boolean {
  return a?.toUpperCase() === b.toUpperCase()
}

function scored(document: number, scores: Float64Array): Pick<Near, 'document' | 'score'> {
  return { document, score: scores[document] ?? 0 }
}
