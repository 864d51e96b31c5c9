/** A stretch of sorted texts: those from `from` on that are below `end`; undefined for no bound. */
export interface Stretch {
  readonly from: string | undefined
  readonly end: string | undefined
}

/** Letters of a word that are looked at: their places and the end fit into the 31 bits of a number. */
const MOST_LETTERS = 29

/**
 * Where in the word the reading of a text can stand: by edits spent, a bit for each place before a
 * letter (bit 0: before the first). `jokers`: of two swapped letters the first was read, whatever
 * comes next stands for the second, and the reading goes on at the bit.
 */
interface Reading {
  readonly places: readonly number[]
  readonly jokers: readonly number[]
}

/**
 * Tells the stretches that can hold a text within `edits` edits of a word from those that need not
 * be read. The edits are Lunr's: a letter (a UTF-16 code unit) more, less or another, or two
 * neighbours swapped; a `*` in the word is any one letter. Sometimes true where nothing is near, never
 * false where something is. All places are advanced at once, as bits (S. Wu and U. Manber, "Fast Text
 * Searching Allowing Errors", 1992).
 */
export class NearFilter {
  readonly #word: string
  readonly #edits: number
  /** Letter → the places before it; with the places before `*`, and without. */
  readonly #fits = new Map<string, number>()
  readonly #exact = new Map<string, number>()
  readonly #any: number
  /** The place behind the last letter, where what follows is not looked at. */
  readonly #rest: number

  constructor(word: string, edits: number) {
    this.#word = word.slice(0, MOST_LETTERS)
    this.#edits = edits
    const letters = this.#word.split('')
    for (const [i, letter] of letters.entries()) {
      this.#exact.set(letter, (this.#exact.get(letter) ?? 0) | (1 << i))
    }
    this.#any = this.#exact.get('*') ?? 0
    for (const [letter, places] of this.#exact) this.#fits.set(letter, places | this.#any)
    this.#rest = word.length > MOST_LETTERS ? 1 << MOST_LETTERS : 0
  }

  mayHold(stretch: Stretch): boolean {
    const none = Array.from({ length: this.#edits + 1 }, () => 0)
    return this.#reaches({ places: [1, ...none.slice(1)], jokers: none }, 0, stretch)
  }

  /** Whether a text of the stretch goes on from `at`; a bound counts as long as the text has followed it. */
  #reaches(reading: Reading, at: number, { from, end }: Stretch): boolean {
    if (isDead(reading) || (end !== undefined && at >= end.length)) return false
    const lowest = from?.charAt(at) || undefined
    const highest = end?.charAt(at)
    if (lowest === undefined && (highest === undefined || this.#mayEnd(reading))) return true
    if (this.#hasFree(reading, lowest, highest)) return true
    const both = lowest === highest
    const follow = (letter: string, bounds: Stretch): boolean =>
      this.#reaches(this.#step(reading, letter), at + 1, bounds)
    return (
      (lowest !== undefined && follow(lowest, { from, end: both ? end : undefined })) ||
      (highest !== undefined && !both && follow(highest, { from: undefined, end }))
    )
  }

  /** Whether a letter strictly between two leads on: behind it, every text is one of the stretch. */
  #hasFree(reading: Reading, lowest: string | undefined, highest: string | undefined): boolean {
    if (hasRoom(lowest, highest) && !isDead(this.#step(reading, undefined))) return true
    for (const letter of this.#fits.keys()) {
      const isFree = (lowest === undefined || letter > lowest) && (highest === undefined || letter < highest)
      if (isFree && !isDead(this.#step(reading, letter))) return true
    }
    return false
  }

  /** What is left of the word can be left out. */
  #mayEnd({ places, jokers }: Reading): boolean {
    const end = 1 << this.#word.length
    for (let spent = 0; spent <= this.#edits; spent++) {
      const left = this.#edits - spent
      let near = 0
      for (let letters = 0; letters < left; letters++) near |= end >> letters
      if (((jokers[spent] ?? 0) & near) !== 0 || ((places[spent] ?? 0) & (near | (end >> left))) !== 0)
        return true
    }
    return false
  }

  /** Over one letter of the text; undefined for one that the word does not have. */
  #step(reading: Reading, letter: string | undefined): Reading {
    const fits = (letter === undefined ? undefined : this.#fits.get(letter)) ?? this.#any
    const exact = (letter === undefined ? undefined : this.#exact.get(letter)) ?? 0
    const all = 2 ** (this.#word.length + 1) - 1
    const places: number[] = []
    const jokers: number[] = []
    let [before, jokersBefore] = [0, 0]
    for (let spent = 0; spent <= this.#edits; spent++) {
      const joker = reading.jokers[spent] ?? 0
      // Letters of the word may be left out first, each for one edit more.
      const here = ((reading.places[spent] ?? 0) | (before << 1) | jokersBefore) & all
      const read = ((here & fits) << 1) | joker | (here & this.#rest)
      // A letter too many, or another one.
      places.push((read | before | (before << 1)) & all)
      const swapped = ((before & (exact >> 1)) << 2) | ((jokersBefore & exact) << 1)
      jokers.push((jokersBefore | swapped) & all)
      before = here
      jokersBefore = joker
    }
    return { places, jokers }
  }
}

function isDead({ places, jokers }: Reading): boolean {
  return places.every(bits => bits === 0) && jokers.every(bits => bits === 0)
}

/** Whether there are letters between two; it does not matter that the word may expect all of them. */
function hasRoom(lowest: string | undefined, highest: string | undefined): boolean {
  const above = lowest === undefined ? -1 : lowest.charCodeAt(0)
  const below = highest === undefined ? 0x10000 : highest.charCodeAt(0)
  return below - above > 1
}
