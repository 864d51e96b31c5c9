/** Words that a text is looked through for. */
export interface Words {
  /** As they are written. */
  readonly exact?: Iterable<string>
  /** In upper, lower or mixed case; only the letters A to Z have one here. */
  readonly anyCase?: Iterable<string>
}

interface Entry {
  readonly word: string
  readonly anyCase: boolean
  /** Index of the last of the units that the word is looked for by. */
  readonly last: number
  readonly list: number
}

/** More lists than a number has bits are not looked for at once. */
const MOST_LISTS = 31
/** Of a number. */
const BITS = 32
/** By how many bits a unit is shifted where the next one joins it. */
const UNIT_BITS = 5
/** What three units are looked up by. */
const KEYS = 1 << (3 * UNIT_BITS)
/** Takes the bit from a unit that tells the cases of a letter apart; of other units some become the same. */
const ANY_CASE = 0xffdf

/**
 * Tells in one walk over a text which of several lists of words have a word in it. A word is looked
 * for by its rarest three units, a short one by two or by one: tables answer for nearly every place of
 * a text that no word can be there. Takes about four nanoseconds a unit, however many words there are.
 */
export class WordScan {
  /** By unit: the lists that have it for a word. */
  readonly #ones = new Int32Array(0x10000)
  /** By two and by three units, which of the buckets is to be looked through; 0 for none. */
  readonly #twos = new Uint16Array(KEYS)
  readonly #threes = new Uint16Array(KEYS)
  readonly #buckets: Entry[][] = [[]]
  /** A bit for each unit that is a word, or may be the last of a word of two. */
  readonly #short = new Int32Array(0x10000 / BITS)
  /** A bit for each bucket of three units that is not empty. Small, so that it stays at hand. */
  readonly #long = new Int32Array(KEYS / BITS)

  /** @throws RangeError for more than 31 lists */
  constructor(lists: readonly Words[]) {
    if (lists.length > MOST_LISTS) throw new RangeError(`more than ${MOST_LISTS} lists`)
    for (const [list, { exact = [], anyCase = [] }] of lists.entries()) {
      for (const word of exact) this.#add(word, list, false)
      for (const word of anyCase) this.#add(word.toLowerCase(), list, true)
    }
  }

  /** The lists that have a word in a text: bit `i` for the list of index `i`. */
  in(text: string): number {
    const count = this.#mark(text)
    let found = 0
    for (let hit = 0; hit < count; hit++) {
      const i = hits[hit] as number
      const unit = text.charCodeAt(i)
      found |= this.#ones[unit] as number
      const before = i === 0 ? 0 : text.charCodeAt(i - 1)
      const two = this.#twos[keyOf(0, before, unit)] as number
      if (two !== 0) found |= this.#look(two, text, i, found)
      const first = i < 2 ? 0 : text.charCodeAt(i - 2)
      const three = this.#threes[keyOf(first, before, unit)] as number
      if (three !== 0) found |= this.#look(three, text, i, found)
    }
    return found
  }

  /**
   * Marks where a word may end or have its rarest units, and tells how many such places there are. One
   * loop without calls of ours or branches: most of the time of a scan goes into it.
   */
  #mark(text: string): number {
    if (hits.length < text.length) hits = new Int32Array(text.length * 2)
    const marked = hits
    const short = this.#short
    const long = this.#long
    const end = text.length
    let count = 0
    let key = 0
    for (let i = 0; i < end; i++) {
      const unit = text.charCodeAt(i)
      // `keyOf` three units, of which the shift pushes the oldest out.
      key = ((key << UNIT_BITS) ^ (unit & ANY_CASE)) & (KEYS - 1)
      marked[count] = i
      count +=
        (((long[key >> 5] as number) >>> (key & 31)) | ((short[unit >> 5] as number) >>> (unit & 31))) & 1
    }
    return count
  }

  /** The lists with a word of a bucket here, without those that are found already. */
  #look(bucket: number, text: string, at: number, known: number): number {
    const entries = this.#buckets[bucket] ?? []
    let found = 0
    for (let i = 0; i < entries.length; i++) {
      const { word, anyCase, last, list } = entries[i] as Entry
      const start = at - last
      if (start < 0 || ((known | found) & (1 << list)) !== 0) continue
      if (anyCase ? startsWithLower(text, word, start) : text.startsWith(word, start)) found |= 1 << list
    }
    return found
  }

  #add(word: string, list: number, anyCase: boolean): void {
    const forms = anyCase ? [word, word.toUpperCase()] : [word]
    if (word.length <= 2) for (const form of forms) setBit(this.#short, form.charCodeAt(word.length - 1))
    if (word.length === 1) {
      for (const form of forms) {
        this.#ones[form.charCodeAt(0)] = (this.#ones[form.charCodeAt(0)] ?? 0) | (1 << list)
      }
      return
    }
    const last = word.length === 2 ? 1 : rarest(word)
    const units = [last - 2, last - 1, last].map(at => (at < 0 ? 0 : word.charCodeAt(at)))
    const key = keyOf(units[0] ?? 0, units[1] ?? 0, units[2] ?? 0)
    const table = word.length === 2 ? this.#twos : this.#threes
    const bucket = table[key] || this.#buckets.push([]) - 1
    table[key] = bucket
    if (table === this.#threes) setBit(this.#long, key)
    this.#buckets[bucket]?.push({ word, anyCase, last, list })
  }
}

/** Indexes of the units at which a word may be, of the text that was marked last. */
let hits = new Int32Array(0x10000)

function setBit(bits: Int32Array, at: number): void {
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31))
}

// Units that are not the same may have the same key; three letters never do.
function keyOf(a: number, b: number, c: number): number {
  const former = ((a & ANY_CASE) << (2 * UNIT_BITS)) ^ ((b & ANY_CASE) << UNIT_BITS)
  return (former ^ (c & ANY_CASE)) & (KEYS - 1)
}

function startsWithLower(text: string, word: string, start: number): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = text.charCodeAt(start + i)
    if ((unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit) !== word.charCodeAt(i)) return false
  }
  return true
}

/** Index of the last of the three units of a word that are likely to be seldom in other texts. */
function rarest(word: string): number {
  const costs = Array.from(
    { length: word.length },
    (_, at) => weight(word, at) * weight(word, at - 1) * weight(word, at - 2),
  )
  return costs.indexOf(Math.min(...costs.slice(2)), 2)
}

/** Letters of English by how often they are used. */
const LETTERS = 'etaoinsrhdlucmfywgpbvkxqjz'
/** How often spaces, digits and other signs are, beside the letters. */
const SIGN = 24

function weight(word: string, at: number): number {
  const unit = word.charAt(at).toLowerCase()
  const place = LETTERS.indexOf(unit)
  return unit > '\x7f' ? 1 : place === -1 ? SIGN : LETTERS.length - place
}
