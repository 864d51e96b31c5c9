import { byCodeUnit } from '../lib/text.js'
import type { DocumentTerms } from './document.js'
import type { Dead, Gone } from './edit-blocks.js'
import type { Segment } from './manifest.js'
import type { SegmentReader } from './segment-reader.js'
import type { WordCounts } from './word-block.js'

/** A segment with more documents removed, not yet written. */
export interface EditedSegment {
  readonly reader: SegmentReader
  /** Without what `dead` and `gone` will be written as. */
  readonly segment: Segment
  readonly dead: Dead
  readonly gone: Gone
}

/**
 * Marks documents of a segment as removed.
 * @param removed by number in the segment; those that are removed already do not count again
 * @throws DamagedIndex
 */
export async function editedSegment(
  reader: SegmentReader,
  removed: readonly { readonly number: number; readonly terms: DocumentTerms }[],
): Promise<EditedSegment> {
  const { edits: _, ...segment } = reader.segment
  const before = new Set(reader.dead.numbers)
  const fresh = [...new Map(removed.map(each => [each.number, each])).values()]
  const leaving = fresh.filter(({ number }) => !before.has(number))
  const old = await reader.gone()
  const numbers = Uint32Array.from([...before, ...leaving.map(({ number }) => number)]).sort()
  const terms = leaving.map(each => each.terms)
  const gone = await goneTerms(reader, terms, new Set(numbers))
  return {
    reader,
    segment: { ...segment, dead: numbers.length, lengths: lengthsWithout(segment.lengths, terms) },
    dead: { numbers, ranks: await reader.ranks.of(numbers) },
    gone: {
      terms: [...new Set([...old.terms, ...gone])].sort(byCodeUnit),
      words: addWords(old.words, terms),
    },
  }
}

function lengthsWithout(lengths: readonly number[], removed: readonly DocumentTerms[]): number[] {
  return lengths.map((length, field) =>
    removed.reduce((left, { fields }) => left - (fields[field]?.length ?? 0), length),
  )
}

/** Of the terms of the documents that leave, those that no living document has. */
async function goneTerms(
  reader: SegmentReader,
  removed: readonly DocumentTerms[],
  dead: ReadonlySet<number>,
): Promise<string[]> {
  const terms = [...new Set(removed.flatMap(({ fields }) => fields.flat()))]
  const gone: string[] = []
  for (const term of terms) {
    // More documents than were removed: some are left, and the list need not be read.
    if (((await reader.documentCount(term)) ?? 0) > dead.size) continue
    const list = await reader.postings(term)
    const lives = list?.fields.some(field => field?.documents.some(document => !dead.has(document)))
    if (lives !== true) gone.push(term)
  }
  return gone
}

function addWords(old: WordCounts, removed: readonly DocumentTerms[]): WordCounts {
  const counts = new Map(old.words.map((word, i) => [word, old.counts[i] ?? 0]))
  for (const { words } of removed)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts.keys()].sort(byCodeUnit)
  return { words, counts: words.map(word => counts.get(word) ?? 0) }
}
