/** A piece that is longer or shorter than what it was folded from. */
interface Piece {
  /** Offset in the folded text, and its length there. */
  readonly at: number
  readonly length: number
  /** Offset in the source, and its length there. */
  readonly from: number
  readonly width: number
}

// Folding leaves alone: ASCII, Latin-1 letters, quotes, the ellipsis, arrows, Chinese punctuation, Han.
const KEPT = String.raw`\0-\x7f\xa1-\xa7\xb0\xb1\xb6\xb7\xc0-\xff\u0391-\u03a9\u03b1-\u03c9\u2018-\u201f\u2022\u2026\u203b\u2190-\u2193\u2264\u2265\u3001-\u3011\u3400-\u4dbf\u4e00-\u9fff`
/** What is folded to one code unit each: full-width ASCII, spaces, dashes. */
const DASHES = String.raw`\u2010-\u2015\u2212`
const ONE_TO_ONE = String.raw`\uff01-\uff5e\u3000\xa0\u30fb${DASHES}`
const WHOLLY_SIMPLE = new RegExp(`^[${ONE_TO_ONE}]+$`)
// Exporters write `a\_b@example.com`: the backslash is Markdown's and not the address's. The `\n` of a
// quoted text is white space, and its letter no part of what follows.
const ESCAPE = String.raw`\\(?=[-_.+@*])|\\[nrt]`
const TO_FOLD = new RegExp(`[^${KEPT}]+|${ESCAPE}`, 'g')
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu
const STARTS_WITH_MARK = /^\p{M}/u
// What is not seen: zero-width and formatting characters, variation selectors, the keycap.
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\u20e3/gu
const DASH = new RegExp(`[${DASHES}]`, 'g')
const MIDDLE_DOT = /\u30fb/g

const NUMERALS = '〇零一壹二贰三叁四肆五伍六陆七柒八捌九玖幺'
/** Numerals in a row from which on they are digits of a number: 一三八…, and not 一二三. */
const ROW = 7
const NUMERAL_ROW = new RegExp(`[${NUMERALS}]{${ROW},}`, 'g')
const NUMERAL_VALUES: ReadonlyMap<string, string> = new Map(
  [...NUMERALS].map((numeral, i) => [numeral, numeral === '幺' ? '1' : String(Math.floor(i / 2))]),
)

// Kinds of code units, as flags of a text: one look at each unit says what folding has to do.
const SIMPLE = 1
const RARE = 2
const NUMERAL = 4
const BACKSLASH = 8
const DASHED = 16
const MANY_NUMERALS = 32
const KINDS = kindsOfUnits()

function kindsOfUnits(): Uint8Array {
  const kinds = new Uint8Array(0x10000).fill(RARE)
  const mark = (ranges: string, kind: number): void => {
    for (const [, from = '', , to = from] of ranges.matchAll(/\\[xu]([0-9a-f]+)(-\\[xu]([0-9a-f]+))?/g)) {
      kinds.fill(kind, Number.parseInt(from, 16), Number.parseInt(to, 16) + 1)
    }
  }
  mark(KEPT.replace('\\0', '\\x00'), 0)
  mark(ONE_TO_ONE, SIMPLE)
  mark(DASHES, DASHED)
  for (const numeral of NUMERALS) kinds[numeral.charCodeAt(0)] = NUMERAL
  kinds[0x5c] = BACKSLASH
  return kinds
}

function flagsOf(text: string): number {
  let flags = 0
  let row = 0
  let last = -1
  for (let i = 0; i < text.length; i++) {
    const kind = KINDS[text.charCodeAt(i)]
    if (kind === undefined || kind === 0) continue
    flags |= kind
    if (kind !== NUMERAL) continue
    row = last === i - 1 ? row + 1 : 1
    last = i
    if (row === ROW) flags |= MANY_NUMERALS
  }
  return flags
}

/**
 * A text as it is meant: NFKC (UAX #15), without what cannot be seen, dashes as hyphens, runs of
 * Chinese numerals as digits. Every offset in `text` has its place in the source.
 */
export class FoldedText {
  readonly text: string
  readonly #pieces: readonly Piece[]

  constructor(source: string) {
    const pieces: Piece[] = []
    const flags = flagsOf(source)
    let text = source
    if ((flags & (RARE | BACKSLASH)) !== 0) text = fold(source, pieces)
    else if ((flags & (SIMPLE | DASHED)) !== 0) text = foldSimple(source, flags)
    // Numerals that only folding brings together, across what is unseen, count as well.
    const many = pieces.length > 0 ? flags & NUMERAL : flags & MANY_NUMERALS
    this.text = many === 0 ? text : foldNumerals(text)
    this.#pieces = pieces
  }

  /** Where a part of the folded text stands in the source; unseen characters around it are left out. */
  toSource(start: number, end: number): { start: number; end: number } {
    return {
      start: this.#place(start).start,
      end: end <= start ? this.#place(start).start : this.#place(end - 1).end,
    }
  }

  /** Where one code unit of the folded text comes from. */
  #place(offset: number): { start: number; end: number } {
    const pieces = this.#pieces
    let low = 0
    let high = pieces.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pieces[middle]?.at ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const piece = pieces[low - 1]
    if (piece === undefined) return { start: offset, end: offset + 1 }
    const within = offset - piece.at
    if (within < piece.length) return { start: piece.from, end: piece.from + piece.width }
    const start = piece.from + piece.width + within - piece.length
    return { start, end: start + 1 }
  }
}

function fold(source: string, pieces: Piece[]): string {
  let out = ''
  let at = 0
  const add = (folded: string, from: number, width: number): void => {
    const same = folded.length === 1 && width === 1
    if (!same) pieces.push({ at: out.length, length: folded.length, from, width })
    out += folded
  }
  for (const { 0: run, index } of source.matchAll(TO_FOLD)) {
    // A mark belongs to the letter before it, which needed no folding of its own.
    const start = index > at && STARTS_WITH_MARK.test(run) ? index - 1 : index
    out += source.slice(at, start)
    at = index + run.length
    if (run.startsWith('\\')) add(run.length === 1 ? '' : ' ', index, run.length)
    else if (WHOLLY_SIMPLE.test(run)) out += foldUnits(run)
    else {
      for (const cluster of source.slice(start, at).matchAll(CLUSTER)) {
        add(foldUnits(cluster[0]), start + cluster.index, cluster[0].length)
      }
    }
  }
  return at === 0 ? source : out + source.slice(at)
}

/** Folds a text of which nothing becomes longer or shorter; NFKC would make three dots of each ellipsis. */
function foldSimple(source: string, flags: number): string {
  const text = source
    .split('…')
    .map(part => part.normalize('NFKC'))
    .join('…')
    .replaceAll('\u30fb', '·')
  return (flags & DASHED) === 0 ? text : text.replace(DASH, '-')
}

function foldUnits(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '').replace(DASH, '-').replace(MIDDLE_DOT, '·')
}

function foldNumerals(text: string): string {
  return text.replace(NUMERAL_ROW, run =>
    run.replace(/./g, numeral => NUMERAL_VALUES.get(numeral) ?? numeral),
  )
}
