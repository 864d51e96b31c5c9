import type { Taxonomy } from '../model/taxonomy.js'
import type { IndexDocument } from '../store/document.js'
import type { IndexReader } from '../store/reader.js'
import type { TextCheck } from './lowered.js'
import type { Placed } from './ordering.js'
import { passes } from './text-check.js'

/** Texts that one search reads to prove runs and phrases: what comes after stays unproven. */
export const MAX_VERIFIED = 2000
/** Documents read at once. */
const BATCH = 32

export interface Verified<T extends Placed> {
  readonly kept: readonly { readonly placed: T; readonly document: IndexDocument }[]
  /** How many were looked at before enough were found. */
  readonly looked: number
}

/**
 * Reads documents in the order given until `wanted` of them hold what terms cannot say. The terms
 * have let few through that do not: they hold every bigram of the run.
 * @param termsOf the terms by which a document was found
 */
export async function verify<T extends Placed>(
  reader: IndexReader,
  placed: readonly T[],
  checks: readonly TextCheck[],
  wanted: number,
  context: { readonly taxonomy: Taxonomy; readonly termsOf: (document: number) => readonly string[] },
): Promise<Verified<T>> {
  const kept: { placed: T; document: IndexDocument }[] = []
  const limit = Math.min(placed.length, MAX_VERIFIED)
  let looked = 0
  while (looked < limit && kept.length < wanted) {
    // Nearly all pass: at first no more are read than are wanted.
    const size = looked === 0 ? Math.min(BATCH, wanted) : BATCH
    const batch = placed.slice(looked, Math.min(limit, looked + size))
    const documents = await reader.documents(batch.map(({ document }) => document))
    for (const [i, candidate] of batch.entries()) {
      const document = documents[i]
      if (document === undefined || kept.length === wanted) break
      looked++
      if (passes(document, checks, () => context.termsOf(candidate.document), context.taxonomy)) {
        kept.push({ placed: candidate, document })
      }
    }
  }
  return { kept, looked }
}
