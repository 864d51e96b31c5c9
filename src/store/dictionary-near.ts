/** A stretch of sorted texts: those from `from` on that are below `end`; undefined for no bound. */
export interface Stretch {
  readonly from: string | undefined
  readonly end: string | undefined
}

/** Letters of a word that are looked at: their places and the end fit into the 31 bits of a number. */
const MOST_LETTERS = 29

/** Lunr's: a fuzzy word has at most two. */
const MOST_EDITS = 2

/*
 * Where in the word the reading of a text can stand, a row for each length of what was read:
 *
 *   places   by edits spent: a bit for each place before a letter (bit 0: before the first)
 *   jokers   by edits spent: of two swapped letters the first was read, whatever comes next stands
 *            for the second, and the reading goes on at the bit
 */
const JOKERS = MOST_EDITS + 1
const ROW = 2 * JOKERS
/** Longer texts than any near one are not followed. */
const ROWS = MOST_LETTERS + MOST_EDITS + 2
/** The row that is tried and not kept. */
const TRIAL = ROWS * ROW

/**
 * Tells the stretches that can hold a text within `edits` edits of a word from those that need not
 * be read. The edits are Lunr's: a letter (a UTF-16 code unit) more, less or another, or two
 * neighbours swapped; a `*` in the word is any one letter. Sometimes true where nothing is near, never
 * false where something is. All places are advanced at once, as bits (S. Wu and U. Manber, "Fast Text
 * Searching Allowing Errors", 1992).
 */
export class NearFilter {
  readonly #length: number
  readonly #edits: number
  /** Letter → the places before it; with the places before `*`, and without. */
  readonly #fits = new Map<string, number>()
  readonly #exact = new Map<string, number>()
  readonly #any: number
  /** The place behind the last letter, where what follows is not looked at. */
  readonly #rest: number
  readonly #rows = new Int32Array(TRIAL + ROW)

  /** @param edits at most 2 */
  constructor(word: string, edits: number) {
    const letters = word.slice(0, MOST_LETTERS).split('')
    this.#length = letters.length
    this.#edits = edits
    for (const [i, letter] of letters.entries()) {
      this.#exact.set(letter, (this.#exact.get(letter) ?? 0) | (1 << i))
    }
    this.#any = this.#exact.get('*') ?? 0
    for (const [letter, places] of this.#exact) this.#fits.set(letter, places | this.#any)
    this.#rest = word.length > MOST_LETTERS ? 1 << MOST_LETTERS : 0
    this.#rows[0] = 1
  }

  mayHold({ from, end }: Stretch): boolean {
    return this.#reaches(0, from, end)
  }

  /** Whether a text of the stretch goes on from `at`; a bound counts as long as the text has followed it. */
  #reaches(at: number, from: string | undefined, end: string | undefined): boolean {
    const row = at * ROW
    if (at >= ROWS - 1) return true
    if (this.#isDead(row) || (end !== undefined && at >= end.length)) return false
    const lowest = from?.charAt(at) || undefined
    const highest = end?.charAt(at)
    if (lowest === undefined && (highest === undefined || this.#mayEnd(row))) return true
    if (this.#hasFree(row, lowest, highest)) return true
    const both = lowest === highest
    if (lowest !== undefined) {
      this.#step(row, row + ROW, lowest)
      if (this.#reaches(at + 1, from, both ? end : undefined)) return true
    }
    if (highest === undefined || both) return false
    this.#step(row, row + ROW, highest)
    return this.#reaches(at + 1, undefined, end)
  }

  /** Whether a letter strictly between two leads on: behind it, every text is one of the stretch. */
  #hasFree(row: number, lowest: string | undefined, highest: string | undefined): boolean {
    if (hasRoom(lowest, highest)) {
      this.#step(row, TRIAL, undefined)
      if (!this.#isDead(TRIAL)) return true
    }
    for (const letter of this.#fits.keys()) {
      const isFree = (lowest === undefined || letter > lowest) && (highest === undefined || letter < highest)
      if (!isFree) continue
      this.#step(row, TRIAL, letter)
      if (!this.#isDead(TRIAL)) return true
    }
    return false
  }

  #isDead(row: number): boolean {
    for (let i = row; i < row + ROW; i++) if (this.#rows[i] !== 0) return false
    return true
  }

  /** What is left of the word can be left out. */
  #mayEnd(row: number): boolean {
    const end = 1 << this.#length
    for (let spent = 0; spent <= this.#edits; spent++) {
      const left = this.#edits - spent
      let near = 0
      for (let letters = 0; letters < left; letters++) near |= end >> letters
      const [places, jokers] = [this.#rows[row + spent] ?? 0, this.#rows[row + JOKERS + spent] ?? 0]
      if ((jokers & near) !== 0 || (places & (near | (end >> left))) !== 0) return true
    }
    return false
  }

  /** From a row to another over one letter of the text; undefined for one that the word does not have. */
  #step(from: number, to: number, letter: string | undefined): void {
    const rows = this.#rows
    const fits = (letter === undefined ? undefined : this.#fits.get(letter)) ?? this.#any
    const exact = (letter === undefined ? undefined : this.#exact.get(letter)) ?? 0
    const all = 2 ** (this.#length + 1) - 1
    let before = 0
    let jokersBefore = 0
    for (let spent = 0; spent <= this.#edits; spent++) {
      const joker = rows[from + JOKERS + spent] ?? 0
      // Letters of the word may be left out first, each for one edit more.
      const here = ((rows[from + spent] ?? 0) | (before << 1) | jokersBefore) & all
      const read = ((here & fits) << 1) | joker | (here & this.#rest)
      // A letter too many, or another one.
      rows[to + spent] = (read | before | (before << 1)) & all
      const swapped = ((before & (exact >> 1)) << 2) | ((jokersBefore & exact) << 1)
      rows[to + JOKERS + spent] = (jokersBefore | swapped) & all
      before = here
      jokersBefore = joker
    }
  }
}

/** Whether there are letters between two; it does not matter that the word may expect all of them. */
function hasRoom(lowest: string | undefined, highest: string | undefined): boolean {
  const above = lowest === undefined ? -1 : lowest.charCodeAt(0)
  const below = highest === undefined ? 0x10000 : highest.charCodeAt(0)
  return below - above > 1
}
