import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketchOf } from '../../src/lib/sketch.js'
import { printOf, sketchIn, wordSetIn } from '../../src/lib/text-print.js'
import { wordSet } from '../../src/lib/word-set.js'

test('a print holds the sketch and the words of its text, wherever its bytes lie', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(7), (text, offset) => {
      const print = printOf(text)
      const all = Buffer.alloc(print.length + offset + 1)
      all.set(print, offset)
      for (const found of [print, all.subarray(offset, offset + print.length)]) {
        expect(Uint8Array.from(sketchIn(found))).toEqual(sketchOf(text))
        expect(wordSetIn(found)).toEqual(wordSet(text))
      }
    }),
  )
})
