import { type Day, isDay } from '../lib/day.js'
import { FEEDBACK_KINDS, type FeedbackKind, type Said } from './event.js'
import { HEX, type SeenEvents } from './seen-events.js'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const OPEN = bytesOf('{"event":"')
const CASE = bytesOf('","case":"')
const KIND = bytesOf('","kind":"')
const DAY = bytesOf('","day":"')
const RATING = bytesOf(',"rating":')
const VIA = bytesOf(',"via":"')
const TICKET = bytesOf(',"ticket":"')
const KINDS = FEEDBACK_KINDS.map((kind): [FeedbackKind, Uint8Array] => [kind, bytesOf(kind)])
const VIAS = ['cite', 'reply'].map((via): [string, Uint8Array] => [via, bytesOf(via)])

const QUOTE = 34
const CLOSE = 125
const ZERO = 48
/** Capitals, digits, hyphen; and what may stand in a ticket's reference beside them. */
const ID: Uint8Array = charset(/[A-Z0-9-]/)
const REF: Uint8Array = charset(/[\w.:#/-]/)
const MAX_ID = 64
const MAX_REF = 200

function charset(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) =>
    code < 128 && pattern.test(String.fromCharCode(code)) ? 1 : 0,
  )
}

/** What reading one line in the form of `eventLine` comes to; `other` where it has another form. */
export type Scanned = Said | 'other' | 'again'

/**
 * Reads lines as `eventLine` writes them, without a comment, from their bytes: a million in half a
 * second, since no text is made of what is already known. Every other form is left to `readEventLine`.
 */
export class LineScan {
  readonly #seen: SeenEvents
  readonly #ids = new Map<number, string>()
  readonly #days = new Map<number, Day>()
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0

  constructor(seen: SeenEvents) {
    this.#seen = seen
  }

  /** @param end behind the line, without its line break */
  read(bytes: Uint8Array, start: number, end: number): Scanned {
    this.#bytes = bytes
    this.#at = start
    if (end - start < 72 || !this.#take(OPEN)) return 'other'
    const a = this.#hex(8)
    const b = this.#hex(8)
    const c = this.#hex(4)
    if (a < 0 || b < 0 || c < 0 || !this.#take(CASE)) return 'other'
    const id = this.#id()
    const kind = id === undefined || !this.#take(KIND) ? undefined : this.#word(KINDS)
    const day = kind === undefined || !this.#take(DAY) ? undefined : this.#day()
    if (id === undefined || kind === undefined || day === undefined || bytes[this.#at++] !== QUOTE)
      return 'other'
    const rest = this.#rest(end)
    if (rest === undefined) return 'other'
    if (!this.#seen.addDrawn(a, b, c)) return 'again'
    return rest === 0 ? { case: id, kind, day } : { case: id, kind, day, rating: rest }
  }

  #take(word: Uint8Array): boolean {
    for (let i = 0; i < word.length; i++) if (this.#bytes[this.#at + i] !== word[i]) return false
    this.#at += word.length
    return true
  }

  /** So many digits as a number, or -1. */
  #hex(digits: number): number {
    let value = 0
    for (let i = 0; i < digits; i++) {
      const digit = HEX[this.#bytes[this.#at++] ?? 0] ?? 255
      if (digit === 255) return -1
      value = value * 16 + digit
    }
    return value
  }

  #id(): string | undefined {
    const start = this.#at
    let hash = 0
    for (let byte = this.#bytes[this.#at] ?? 0; ID[byte] === 1; byte = this.#bytes[this.#at] ?? 0) {
      hash = (Math.imul(hash, 31) + byte) | 0
      this.#at++
    }
    if (this.#at === start || this.#at - start > MAX_ID) return undefined
    const known = this.#ids.get(hash)
    if (known !== undefined && isText(known, this.#bytes, start, this.#at)) return known
    const id = textIn(this.#bytes, start, this.#at)
    this.#ids.set(hash, id)
    return id
  }

  #word<T>(words: readonly (readonly [T, Uint8Array])[]): T | undefined {
    for (const [word, bytes] of words) {
      if (this.#bytes[this.#at + bytes.length] === QUOTE && this.#take(bytes)) return word
    }
    return undefined
  }

  #day(): Day | undefined {
    let value = 0
    const start = this.#at
    for (let i = 0; i < 10; i++) {
      const digit = (this.#bytes[this.#at++] ?? 0) - ZERO
      if (i === 4 || i === 7) {
        if (digit !== 45 - ZERO) return undefined
      } else if (digit < 0 || digit > 9) return undefined
      else value = value * 10 + digit
    }
    const known = this.#days.get(value)
    if (known !== undefined) return known
    const day = textIn(this.#bytes, start, this.#at)
    if (!isDay(day)) return undefined
    this.#days.set(value, day)
    return day
  }

  /** The rating behind the day, 0 without one; undefined where the line goes on in another way. */
  #rest(end: number): number | undefined {
    if (this.#ends(end)) return 0
    let rating = 0
    if (this.#take(RATING)) {
      rating = (this.#bytes[this.#at++] ?? 0) - ZERO
      if (rating < 1 || rating > 5) return undefined
    }
    if (this.#take(VIA)) {
      if (this.#word(VIAS) === undefined) return undefined
      this.#at++
    }
    if (this.#take(TICKET)) {
      const start = this.#at
      while (REF[this.#bytes[this.#at] ?? 0] === 1) this.#at++
      if (this.#at === start || this.#at - start > MAX_REF || this.#bytes[this.#at] !== QUOTE)
        return undefined
      this.#at++
    }
    return this.#ends(end) ? rating : undefined
  }

  #ends(end: number): boolean {
    if (this.#bytes[this.#at] !== CLOSE) return false
    return this.#at + 1 === end || (this.#at + 2 === end && this.#bytes[this.#at + 1] === 13)
  }
}

/** Latin letters and digits only: a byte a character. */
function textIn(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[])
}

function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false
  return true
}
