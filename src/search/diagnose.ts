import type { Filters } from '../library/filter.js'
import type { Cause } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { IndexDocument } from '../store/document.js'
import { foldText } from './fold.js'
import { likenesses } from './likeness.js'
import { nearestOf, rounded } from './near-case.js'
import type { OpenedIndex } from './opened.js'
import { type Telling, weigh } from './telling.js'
import { tokenize } from './tokens.js'
import { place } from './visibility.js'
import { LEAST_LIKE } from './vote.js'

export interface DiagnoseRequest {
  /** What is wrong, a symptom each. */
  readonly symptoms: readonly string[]
  readonly limit: number
  /** Resolved by `resolveFilters`. */
  readonly filters?: Filters
}

/** A cause that may lie behind the symptoms; the same cause of several cases is one. */
export interface RankedCause extends Cause {
  /** 0 to 1, of use for comparing causes. */
  readonly score: number
  /** The cases that know it, the most like the symptoms first. */
  readonly cases: readonly { readonly id: CaseId; readonly title: string; readonly score: number }[]
}

export interface Diagnosis {
  /** Most likely first. */
  readonly causes: readonly RankedCause[]
  /** How many cases that name causes are like the symptoms at all. */
  readonly cases: number
}

/** Cases whose causes are read: the most like the symptoms. */
const MAX_CASES = 40

/**
 * Ranks the causes that released cases know for symptoms. A cause of a case stands for
 *
 *     p = like(case) · (½ + ½ · like(cause))
 *
 * `like(case)` as `likenesses` gives it; `like(cause)` in the same way over the words of the cause
 * and its check alone. The same cause in several cases stands for 1 - Π(1 - p): each makes it
 * likelier, none more than certain. Within a case the author's order decides equal ones.
 * @throws DamagedIndex
 */
export async function diagnose(opened: OpenedIndex, request: DiagnoseRequest): Promise<Diagnosis> {
  const reader = await opened.living()
  const expansions = await opened.expansions()
  const parts = request.symptoms.map(text => ({ text, weight: 1 }))
  const telling = await weigh([reader], parts, { expansions })
  const likeness = likenesses(telling, reader)
  const placement = await place(reader, likeness, { filters: request.filters ?? {}, archived: false })
  const nearest = await nearestOf(reader, placement.tiers.get(1) ?? [], placement.scores, MAX_CASES)
  const near = nearest.filter(({ score }) => score >= LEAST_LIKE)
  const documents = await reader.documents(near.map(({ document }) => document))
  const groups = new Map<string, Grouped>()
  let cases = 0
  for (const [i, document] of documents.entries()) {
    const score = near[i]?.score ?? 0
    if (document.causes.length > 0) cases++
    for (const cause of document.causes) gather(groups, document, cause, { score, telling })
  }
  const causes = [...groups.values()].sort((a, b) => a.doubt - b.doubt).slice(0, request.limit)
  return {
    cases,
    causes: causes.map(({ doubt, ...cause }) => ({ ...cause, score: rounded(1 - doubt) })),
  }
}

interface Grouped extends Cause {
  readonly cases: RankedCause['cases']
  /** Π(1 - p). */
  readonly doubt: number
}

function gather(
  groups: Map<string, Grouped>,
  { id, title }: IndexDocument,
  cause: Cause,
  { score, telling }: { readonly score: number; readonly telling: Telling },
): void {
  const key = foldText(cause.cause).replace(/[\s\p{P}]+/gu, '')
  const own = likenessOfText(telling, `${cause.cause}\n${cause.check ?? ''}`)
  const doubt = 1 - score * (0.5 + 0.5 * own)
  const same = groups.get(key)
  const cases = [...(same?.cases ?? []), { id, title, score: rounded(score) }]
  // Of the same cause the case most like the symptoms, which came first, says how to check and to fix.
  groups.set(key, { ...cause, ...same, cases, doubt: (same?.doubt ?? 1) * doubt })
}

/** How much of what the symptoms tell a short text says. */
function likenessOfText({ terms, mass }: Telling, text: string): number {
  const own = new Set(tokenize(text).map(({ term }) => term))
  const told = terms.reduce((sum, term) => sum + (own.has(term.term) ? term.mass : 0), 0)
  return Math.sqrt(Math.min(1, told / mass))
}
