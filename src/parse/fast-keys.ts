/** Slots for keys, and how many texts share one at most: with the latest it is. */
const SLOTS = 1024
const known: (string | undefined)[] = new Array(SLOTS).fill(undefined)

/**
 * A piece of a text as a key. The same key is the same string each time, and one that V8 has a hash
 * of: a piece cut out anew is copied and looked up among all names before an object is asked for it.
 */
export function keyIn(text: string, start: number, end: number): string {
  const length = end - start
  const slot =
    (text.charCodeAt(start) * 31 +
      text.charCodeAt(end - 1) * 7 +
      text.charCodeAt(start + (length >> 1)) +
      length * 97) &
    (SLOTS - 1)
  const found = known[slot]
  if (found !== undefined && found.length === length && text.startsWith(found, start)) return found
  const [key = ''] = Object.keys({ [text.slice(start, end)]: true })
  known[slot] = key
  return key
}
