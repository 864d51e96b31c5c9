import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinBytes } from '../../src/store/byte-writer.js'
import { ForwardPostings } from '../../src/store/forward-postings.js'
import { decodePostings } from '../../src/store/posting-list.js'
import { PostingLists } from '../../src/store/posting-lists.js'
import { DamagedIndex } from '../../src/store/storage.js'
import { terms } from './support.js'

const TERM = '设备'
const BODY = 6

/** The list of TERM over documents whose fields hold it so often; document number = position. */
function listOf(
  documents: readonly (readonly number[])[],
  ranks = Uint32Array.from(documents.keys()),
): Uint8Array {
  const forward = new ForwardPostings()
  forward.add([[TERM]])
  for (const times of documents) forward.add(times.map(n => Array.from({ length: n }, () => TERM)))
  const order = Uint32Array.from(documents.keys(), i => i + 1)
  return joinBytes(new PostingLists(forward, order, ranks).list(0))
}

const times = fc.tuple(...Array.from({ length: 7 }, () => fc.constantFrom(0, 0, 0, 1, 2, 3, 200)))

test('a list says of each document how often its fields have the term, and how long they are', () => {
  fc.assert(
    fc.property(fc.array(times, { minLength: 1, maxLength: 90 }), documents => {
      fc.pre(documents.some(each => each.some(n => n > 0)))
      const bodies = Uint32Array.from(documents, each => each[BODY] ?? 0)
      const { fields, count } = decodePostings(listOf(documents), 'file', bodies)
      expect(count).toBe(documents.filter(each => each.some(n => n > 0)).length)
      for (let field = 0; field < 7; field++) {
        const having = [...documents.keys()].filter(i => (documents[i]?.[field] ?? 0) > 0)
        const often = having.map(i => documents[i]?.[field])
        expect([...(fields[field]?.documents ?? [])]).toEqual(having)
        expect([...(fields[field]?.frequencies ?? [])]).toEqual(often)
        // These fields hold nothing else.
        expect([...(fields[field]?.lengths ?? [])]).toEqual(often)
      }
    }),
  )
})

test('a list names the first document by id and the lowest field there', () => {
  const inBody = [0, 0, 0, 0, 0, 0, 1]
  const inTitleAndBody = [0, 1, 0, 0, 0, 0, 1]
  const list = listOf([inBody, inTitleAndBody, inBody], Uint32Array.of(9, 4, 7))
  expect(decodePostings(list, 'file', Uint32Array.of(1, 1, 1)).first).toEqual({ rank: 4, field: 1 })
})

test('the lengths of fields are those of all their terms', () => {
  const forward = new ForwardPostings()
  forward.add(terms({ title: ['a', 'b', 'a'], body: ['a', 'c'] }).fields)
  const list = joinBytes(new PostingLists(forward, Uint32Array.of(0), Uint32Array.of(0)).list(0))
  const { fields } = decodePostings(list, 'file', Uint32Array.of(2))
  expect(fields[1]).toEqual({
    documents: Uint32Array.of(0),
    frequencies: Uint32Array.of(2),
    lengths: Uint32Array.of(3),
  })
  expect(fields[BODY]?.lengths).toEqual(Uint32Array.of(2))
})

test('bytes that are no list are damage and nothing else, and cost no more room than they have bytes', () => {
  const bodies = new Uint32Array(2 ** 20)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
      try {
        const { fields, count } = decodePostings(bytes, 'file', bodies)
        expect(count).toBeLessThanOrEqual(bytes.length)
        for (const field of fields)
          for (const number of field?.documents ?? []) expect(number).toBeLessThan(bodies.length)
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedIndex)
      }
    }),
    { numRuns: 5000 },
  )
})

test.each([40, 70])(
  'a list of %d that was changed or cut is damage, or one of documents that exist',
  size => {
    const documents = Array.from({ length: size }, (_, i) => [0, i % 3, 0, 0, i % 2, 0, 1 + (i % 4)])
    const list = listOf(documents)
    const bodies = new Uint32Array(size)
    fc.assert(
      fc.property(fc.nat(list.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const damaged = cut ? list.subarray(0, at) : list.slice().fill(byte, at, at + 1)
        try {
          const { fields } = decodePostings(damaged, 'file', bodies)
          for (const field of fields)
            for (const number of field?.documents ?? []) expect(number).toBeLessThan(size)
          expect(cut).toBe(false)
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedIndex)
        }
      }),
      { numRuns: 2000 },
    )
  },
)

test('a hundred thousand postings are decoded in milliseconds', () => {
  const documents = Array.from({ length: 100_000 }, (_, i) => [0, 0, 0, 0, 0, 0, 1 + (i % 3)])
  const list = listOf(documents)
  const bodies = new Uint32Array(100_000)
  const took = Array.from({ length: 20 }, () => {
    const start = performance.now()
    decodePostings(list, 'file', bodies)
    return performance.now() - start
  })
  // About 1 ms; the bound only tells an accident, on a machine that does ten other things.
  expect(Math.min(...took)).toBeLessThan(100)
})
