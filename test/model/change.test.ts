import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, OverlapError, type TextEdit } from '../../src/model/change.js'

const edit = (start: number, end: number, text: string): TextEdit => ({
  path: 'cases/a.md',
  start,
  end,
  text,
})

describe('applyEdits', () => {
  test.each<[string, TextEdit[], string]>([
    ['nothing', [], '0123456789'],
    ['a replacement', [edit(2, 4, 'ab')], '01ab456789'],
    ['an insertion at the front', [edit(0, 0, 'ab')], 'ab0123456789'],
    ['an insertion at the end', [edit(10, 10, 'ab')], '0123456789ab'],
    ['a removal of everything', [edit(0, 10, '')], ''],
    ['two edits in the wrong order', [edit(8, 9, 'y'), edit(1, 2, 'x')], '0x234567y9'],
    ['two edits that touch', [edit(2, 4, 'a'), edit(4, 6, 'b')], '01ab6789'],
    ['an insertion before a replacement', [edit(4, 6, 'b'), edit(4, 4, 'a')], '0123ab6789'],
    ['an insertion behind a replacement', [edit(6, 6, 'c'), edit(4, 6, 'b')], '0123bc6789'],
    ['the same edit twice', [edit(2, 4, 'a'), edit(2, 4, 'a')], '01a456789'],
    ['the same insertion twice', [edit(2, 2, 'a'), edit(2, 2, 'a')], '01a23456789'],
  ])('%s', (_, edits, expected) => {
    expect(applyEdits('0123456789', edits)).toBe(expected)
  })

  test.each<[string, TextEdit[]]>([
    ['one in the other', [edit(1, 8, 'a'), edit(3, 4, 'b')]],
    ['crossing', [edit(1, 5, 'a'), edit(4, 8, 'b')]],
    ['the same place, other text', [edit(1, 5, 'a'), edit(1, 5, 'b')]],
    ['two insertions at one place', [edit(3, 3, 'a'), edit(3, 3, 'b')]],
    ['an insertion inside a replacement', [edit(1, 5, 'a'), edit(3, 3, 'b')]],
    ['the same place with another between', [edit(3, 3, 'a'), edit(3, 3, 'b'), edit(3, 3, 'a')]],
    ['before the text', [edit(-1, 2, 'a')]],
  ])('refuses edits that overlap: %s', (_, edits) => {
    expect(() => applyEdits('0123456789', edits)).toThrow(OverlapError)
  })

  // The model: a list of characters whose cells are replaced one edit at a time, in any order.
  function naive(text: string, edits: readonly TextEdit[]): string {
    const cells = [...Array(text.length + 1).keys()].map(i => ({ before: '', char: text.charAt(i) }))
    for (const { start, end, text: put } of edits) {
      const first = cells[start]
      if (first !== undefined) first.before = put
      for (let i = start; i < end; i++) {
        const cell = cells[i]
        if (cell !== undefined) cell.char = ''
      }
    }
    return cells.map(({ before, char }) => before + char).join('')
  }

  // Disjoint edits: gaps and lengths alternate, each at least one character apart.
  const disjoint = fc
    .tuple(
      fc.string({ maxLength: 60 }),
      fc.array(
        fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 }), fc.string({ maxLength: 4 })),
        {
          maxLength: 8,
        },
      ),
      fc.infiniteStream(fc.nat()),
    )
    .map(([text, steps, order]) => {
      const edits: TextEdit[] = []
      let at = -1
      for (const [gap, length, put] of steps) {
        const start = at + gap
        if (start + length > text.length) break
        edits.push(edit(start, start + length, put))
        at = start + length
      }
      const shuffled = edits
        .map(item => ({ item, key: order.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item)
      return { text, edits: shuffled }
    })

  test('does what cutting and pasting one edit at a time does, in any order', () => {
    fc.assert(
      fc.property(disjoint, ({ text, edits }) => {
        expect(applyEdits(text, edits)).toBe(naive(text, edits))
      }),
      { numRuns: 1000 },
    )
  })

  test('repeating every edit changes nothing', () => {
    fc.assert(
      fc.property(disjoint, ({ text, edits }) => {
        expect(applyEdits(text, [...edits, ...edits])).toBe(applyEdits(text, edits))
      }),
    )
  })
})
