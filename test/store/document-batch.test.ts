import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BatchBuilder, BatchVocabulary, buffersOf } from '../../src/store/document-batch.js'
import { SegmentBuilder } from '../../src/store/segment-builder.js'
import { cuts } from './arbitrary.js'
import { type Cut, MemoryIndex } from './support.js'

/** Hands batches over as between threads: the sender is left with nothing. */
function handOver(builder: BatchBuilder): ReturnType<BatchBuilder['next']> {
  const batch = builder.next()
  return structuredClone(batch, { transfer: buffersOf(batch) })
}

/** Deals documents out to two readers, `size` a batch, and puts their batches together in turn. */
function inBatches(found: readonly Cut[], size: number): SegmentBuilder {
  const target = new SegmentBuilder()
  const readers = [0, 1].map(() => {
    const vocabulary = new BatchVocabulary()
    return { batches: new BatchBuilder(), vocabulary, take: target.takingFrom(vocabulary) }
  })
  for (let from = 0; from < found.length; from += size) {
    const reader = readers[(from / size) % 2]
    const part = found.slice(from, from + size)
    for (const { document, terms } of part) reader?.batches.add(document, terms)
    const batch = reader && handOver(reader.batches)
    if (batch !== undefined) reader?.vocabulary.add(batch)
    for (const index of part.keys()) if (batch !== undefined) reader?.take(batch, index)
  }
  return target
}

test('a segment is the same, to the byte, whether its documents come one by one or in batches of several readers', async () => {
  await fc.assert(
    fc.asyncProperty(cuts(20), fc.integer({ min: 1, max: 4 }), async (found, size) => {
      const [one, other] = [new MemoryIndex(), new MemoryIndex()]
      const direct = new SegmentBuilder()
      for (const { document, terms } of found) direct.add(document, terms)
      expect(await inBatches(found, size).finish(other.ports)).toEqual(await direct.finish(one.ports))
      expect(other.files).toEqual(one.files)
    }),
    { numRuns: 60 },
  )
})

test('a document that is left out leaves nothing behind, no term and no word', async () => {
  const [one, other] = [new MemoryIndex(), new MemoryIndex()]
  const [first, second] =
    fc.sample(
      cuts(2).filter(({ length }) => length === 2),
      { numRuns: 1, seed: 7 },
    )[0] ?? []
  if (first === undefined || second === undefined) throw new Error('two were asked for')
  const batches = new BatchBuilder()
  for (const { document, terms } of [first, second]) batches.add(document, terms)
  const batch = handOver(batches)
  const vocabulary = new BatchVocabulary()
  vocabulary.add(batch)
  const target = new SegmentBuilder()
  target.takingFrom(vocabulary)(batch, 1)
  const direct = new SegmentBuilder()
  direct.add(second.document, second.terms)
  expect(await target.finish(other.ports)).toEqual(await direct.finish(one.ports))
})
