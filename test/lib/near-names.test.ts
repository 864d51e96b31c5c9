import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { expect, test } from 'vitest'
import { NearNames } from '../../src/lib/near-names.js'
import { foldKey } from '../../src/lib/text.js'

/** Every name compared with the word. */
function plainly(word: string, names: readonly string[]): string[] {
  const key = foldKey(word)
  const scored = [...new Set(names)].flatMap(name => {
    const other = foldKey(name)
    const bound = Math.max(1, Math.floor(Math.max(key.length, other.length) / 3))
    const swapped = [...key].some((_, i) => {
      return other === key.slice(0, i) + key.charAt(i + 1) + key.charAt(i) + key.slice(i + 2) && key !== other
    })
    const edits = swapped ? 1 : distance(key, other)
    const within = key.length > 1 && other.length > 1 && (other.includes(key) || key.includes(other))
    return edits <= bound || within ? [{ name, score: within ? Math.min(edits, bound) : edits }] : []
  })
  return scored.sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1)).map(({ name }) => name)
}

const name = fc
  .array(fc.constantFrom('a', 'b', 'c', 'D', 'x', '7', '-', '停', '机', 'Ａ', 'é', ' '), { maxLength: 9 })
  .map(letters => letters.join(''))

test('names that are passed over by their letters are none that would be near', () => {
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 20 }), (word, names) => {
      expect(new NearNames(names).nearest(word, 100)).toEqual(plainly(word, names))
    }),
    { numRuns: 2000 },
  )
})
