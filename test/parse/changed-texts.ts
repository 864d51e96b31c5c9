import fc from 'fast-check'

/** One change of a text: what it does, where, and what it puts in. */
interface Edit {
  readonly kind: number
  readonly at: number
  readonly with: number
  readonly piece: string
}

const place = fc.nat({ max: 1_000_000 })

/** Texts with a few changes: pieces put in, lines moved, taken out, doubled or indented. */
export function changed(
  texts: fc.Arbitrary<string>,
  pieces: readonly string[],
  maxEdits = 3,
): fc.Arbitrary<string> {
  const edit = fc.record({
    kind: fc.nat({ max: 9 }),
    at: place,
    with: place,
    piece: fc.constantFrom(...pieces),
  })
  const edits = fc.array(edit, { minLength: 1, maxLength: maxEdits })
  return fc.tuple(texts, edits).map(([text, list]) => list.reduce(apply, text))
}

/** Some lines in a row out of one of the texts: what remark reads in no time. */
export function windows(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), place, fc.integer({ min: 1, max: 14 }))
    .map(([text, at, count]) => {
      const lines = text.split('\n')
      const start = at % lines.length
      return lines.slice(start, start + count).join('\n')
    })
}

/** Pieces in any order. */
export function rows(pieces: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength }).map(row => row.join(''))
}

function apply(text: string, { kind, at, with: other, piece }: Edit): string {
  const place = at % (text.length + 1)
  if (kind <= 1) return text.slice(0, place) + piece + text.slice(place)
  if (kind === 2) return text.slice(0, place) + text.slice(place + 1 + (other % 12))
  const lines = text.split('\n')
  const i = at % lines.length
  const line = lines[i] ?? ''
  const column = other % (line.length + 1)
  const forms: readonly (readonly string[])[] = [
    [piece, line],
    [],
    [' '.repeat(other % 7) + line.trimStart()],
    [piece + line],
    [line + piece],
    [lines[other % lines.length] ?? '', line],
    [line.slice(0, column) + piece + line.slice(column)],
  ]
  return [...lines.slice(0, i), ...(forms[kind - 3] ?? []), ...lines.slice(i + 1)].join('\n')
}
