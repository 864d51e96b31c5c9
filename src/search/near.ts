/**
 * The words within `edits` edits of a word, in the order given: a letter more, less or another, or
 * two neighbours swapped, each of them one edit. As in Lunr, letters are UTF-16 code units, and a
 * `*` in the word is any one letter.
 *
 * Nearly all of a vocabulary falls to its length or to its letters: one edit brings at most one
 * letter that the word has not, and loses at most one that it has.
 */
export function within(words: readonly string[], word: string, edits: number): string[] {
  const near: string[] = []
  const letters = new Letters(word)
  const jokers = word.split('*').length - 1
  for (const other of words) {
    const longer = other.length - word.length
    if (longer > edits || -longer > edits) continue
    // The letters that the word has and the other has not are these strangers, less `longer`.
    const most = Math.min(edits, edits + longer) + jokers
    if (!letters.hasMoreStrangers(other, most) && isWithin(other, 0, word, edits)) near.push(other)
  }
  return near
}

/** The letters of a word, each as often as it stands there. */
class Letters {
  readonly #word: string
  /** By code unit: how many of them another word has not taken yet. */
  readonly #left = new Uint8Array(0x10000)

  constructor(word: string) {
    this.#word = word
    this.#restore()
  }

  /** True when a text has more than `most` letters beyond those of the word. */
  hasMoreStrangers(text: string, most: number): boolean {
    const left = this.#left
    let strangers = 0
    let taken = 0
    for (let i = 0; i < text.length && strangers <= most; i++) {
      const letter = text.charCodeAt(i)
      const count = left[letter] ?? 0
      if (count === 0) strangers++
      else {
        left[letter] = count - 1
        taken++
      }
    }
    if (taken > 0) this.#restore()
    return strangers > most
  }

  #restore(): void {
    const left = this.#left
    for (let i = 0; i < this.#word.length; i++) left[this.#word.charCodeAt(i)] = 0
    for (let i = 0; i < this.#word.length; i++) {
      const letter = this.#word.charCodeAt(i)
      left[letter] = (left[letter] ?? 0) + 1
    }
  }
}

/**
 * The steps of Lunr's automaton: what follows `from` in a text against what is left of the word.
 * A letter that both have next is never worth an edit, so each edit has at most four ways to go on.
 */
function isWithin(text: string, from: number, word: string, edits: number): boolean {
  let at = from
  let rest = word
  while (at < text.length && rest !== '' && (rest[0] === text[at] || rest[0] === '*')) {
    at++
    rest = rest.slice(1)
  }
  const missing = text.length - at
  if (rest === '' || missing === 0) return rest.length + missing <= edits
  if (edits === 0) return false
  const swapped = (rest[0] ?? '') + rest.slice(2)
  return (
    isWithin(text, at + 1, rest, edits - 1) ||
    isWithin(text, at, rest.slice(1), edits - 1) ||
    isWithin(text, at + 1, rest.slice(1), edits - 1) ||
    (rest[1] === text[at] && isWithin(text, at + 1, swapped, edits - 1))
  )
}
