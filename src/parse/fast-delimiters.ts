/** What a run of `*` or `_` is. */
type Role = 'text' | 'open' | 'close'

interface Open {
  readonly run: string
  readonly piece: number
  /** Where its cut stands. */
  readonly cut: number
}

// The classes by which Markdown tells which side of a word a delimiter stands on.
const WHITE = 1
const SIGN = 2
const OTHER = 0
const PUNCTUATION = /[\p{P}\p{S}]/u

/**
 * Pairs the delimiters of emphasis where there is no choice: behind a run that may open comes one
 * of its sign and length that may close, with no other run between them and no bracket across.
 */
export class Delimiters {
  readonly #source: string
  readonly #out: string[]
  readonly #cuts: number[]
  #open: Open | undefined
  /** What was open before the bracket. */
  #outer: Open | undefined

  constructor(source: string, out: string[], cuts: number[]) {
    this.#source = source
    this.#out = out
    this.#cuts = cuts
  }

  /** Takes the run of `sign` that begins at `at`; undefined where its meaning is not plain. */
  add(sign: '*' | '_', at: number): Role | undefined {
    const source = this.#source
    let end = at
    while (source[end] === sign) end++
    const run = source.slice(at, end)
    const before = classAt(source, at - 1)
    const after = classAt(source, end)
    const left = after === OTHER || (after === SIGN && before !== OTHER)
    const right = before === OTHER || (before === SIGN && after !== OTHER)
    const opens = left && (sign === '*' || before !== OTHER || !right)
    const closes = right && (sign === '*' || after !== OTHER || !left)
    if (!opens && !closes) {
      this.#out.push(run)
      return 'text'
    }
    if (run.length > 2 || isMarker(source[at - 1]) || isMarker(source[end])) return undefined
    // An e-mail address may hold it.
    if (sign === '_' && source.includes('@')) return undefined
    if (closes && this.#open?.run === run) {
      this.#pair(this.#open, at)
      return 'close'
    }
    if (!opens || this.#open !== undefined) return undefined
    this.#open = { run, piece: this.#out.length, cut: this.#cuts.length }
    this.#cuts.push(at, at)
    this.#out.push('')
    return 'open'
  }

  #pair({ run, cut }: Open, at: number): void {
    this.#cuts[cut + 1] = (this.#cuts[cut] ?? 0) + run.length
    this.#cuts.push(at, at + run.length)
    this.#open = undefined
  }

  /** A bracket opens: what stands in it pairs by itself. */
  enter(): void {
    this.#outer = this.#open
    this.#open = undefined
  }

  /** The bracket closes. False where it makes no link, but a delimiter of it might reach out. */
  leave(link: boolean): boolean {
    const alone = this.#open === undefined
    this.close()
    this.#open = this.#outer
    this.#outer = undefined
    return link || alone
  }

  /** What is still open was no delimiter. */
  close(): void {
    if (this.#open !== undefined) this.#out[this.#open.piece] = this.#open.run
    this.#open = undefined
  }
}

function isMarker(sign: string | undefined): boolean {
  return sign === '*' || sign === '_' || sign === '~'
}

// By code unit, as micromark does it.
function classAt(source: string, at: number): number {
  const unit = source.charAt(at)
  if (unit === '' || /\s/.test(unit)) return WHITE
  return PUNCTUATION.test(unit) ? SIGN : OTHER
}
