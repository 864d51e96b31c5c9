import type { ProseText } from './prose-text.js'

/** A place where Han meets a Latin letter or a digit, in one run of a prose. */
export interface Border {
  readonly prose: ProseText
  /** Index behind the first of the two. */
  readonly at: number
  readonly kind: 'letter' | 'digit'
  readonly spaced: boolean
}

/** The borders of a prose, and whether a space stands beside a full-width mark. */
export interface Borders {
  readonly borders: readonly Border[]
  readonly gaps: boolean
}

// Kinds of code units. What is in the script Han beyond the basic plane is found by its surrogates.
const HAN = 1
const LETTER = 2
const DIGIT = 4
/** Behind them, too, a space may stand before Han: 50% 的. */
const UNIT = 8
const MARK = 16
const SURROGATE = 32
const KINDS = new Uint8Array(0x10000)
/** Of the script Han (Unicode 15.1, Scripts.txt). */
const HAN_RANGES = [
  ...[0x2e80, 0x2e99, 0x2e9b, 0x2ef3, 0x2f00, 0x2fd5, 0x3005, 0x3005, 0x3007, 0x3007, 0x3021, 0x3029],
  ...[0x3038, 0x303b, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xf900, 0xfa6d, 0xfa70, 0xfad9],
]
for (let i = 0; i < HAN_RANGES.length; i += 2) KINDS.fill(HAN, HAN_RANGES[i], (HAN_RANGES[i + 1] ?? 0) + 1)
KINDS.fill(LETTER, 0x41, 0x5b)
KINDS.fill(LETTER, 0x61, 0x7b)
KINDS.fill(DIGIT, 0x30, 0x3a)
for (const unit of '%℃°') KINDS[unit.charCodeAt(0)] = UNIT
for (const mark of '，。、；：？！（）《》【】') KINDS[mark.charCodeAt(0)] = MARK
KINDS.fill(SURROGATE, 0xd800, 0xe000)

const BEYOND = /^\p{Script=Han}$/u

/** The forms of border that a text may have, as bits: one letter or digit and Han, a space between or not. */
const FORMS = { letter: { tight: 1, spaced: 2 }, digit: { tight: 4, spaced: 8 } } as const
/** A space beside a full-width mark. */
const GAP = 16
/** Where they stand in Markdown, it reads on behind them. */
const MARKUP = new Set([...'*_~\\[]()'].map(sign => sign.charCodeAt(0)))

/** True where a text, Markdown or not, has a space beside a full-width mark, or borders in both forms or a wrong one. */
export function mayBeUneven(text: string, wanted: boolean | undefined): boolean {
  const forms = formsIn(text)
  if ((forms & GAP) !== 0) return true
  return [FORMS.letter, FORMS.digit].some(({ tight, spaced }) => {
    const [isTight, isSpaced] = [(forms & tight) !== 0, (forms & spaced) !== 0]
    return wanted === undefined ? isTight && isSpaced : wanted ? isTight : isSpaced
  })
}

/** Kinds of what may meet: one of each must be there. */
const HAN_SIDE = HAN | SURROGATE
const LATIN_SIDE = LETTER | DIGIT | UNIT

// Two units can meet only where their kinds do, which a look at each unit tells.
function formsIn(text: string): number {
  let forms = 0
  /** Kind of the unit before, or of the one before that where a single space stands between; 0 for others. */
  let left = 0
  let spaces = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const kind = KINDS[unit] as number
    if (kind !== 0) {
      const both = left | kind
      if ((both & HAN_SIDE) !== 0 && (both & LATIN_SIDE) !== 0) forms |= formAt(text, i - 1 - spaces, left)
      if (kind === MARK && isSpace(text, i - 1)) forms |= GAP
      left = kind
      spaces = 0
    } else if (unit === 0x20 && spaces === 0) {
      if (left === MARK) forms |= GAP
      spaces = 1
    } else left = 0
  }
  return forms
}

/** The form of the border behind a unit, 0 for none and for one that every form allows. */
function formAt(text: string, i: number, kind: number): number {
  const latin = latinAt(text, i, kind)
  if (latin === -1 || (isOneWord(text, latin, i) && !MARKUP.has(text.charCodeAt(beside(latin, i))))) return 0
  return formOf(text, i, latin)
}

function formOf(text: string, i: number, latin: number): number {
  const { tight, spaced } = FORMS[kindAt(text, latin)]
  return isSpace(text, i + 1) ? spaced : tight
}

/** One walk over a prose. */
export function bordersOf(prose: ProseText): Borders {
  const { text } = prose
  const borders: Border[] = []
  let gaps = false
  for (let i = 0; i < text.length; i++) {
    const kind = KINDS[text.charCodeAt(i)] ?? 0
    if (kind === 0) continue
    if (kind === MARK) gaps ||= isSpace(text, i - 1) || isSpace(text, i + 1)
    else {
      const latin = latinAt(text, i, kind)
      const spaced = isSpace(text, i + 1)
      if (latin === -1 || isOneWord(text, latin, i) || !prose.isLiteral(i, spaced ? i + 3 : i + 2)) continue
      borders.push({ prose, at: i + 1, kind: kindAt(text, latin), spaced })
    }
  }
  return { borders, gaps }
}

function kindAt(text: string, latin: number): Border['kind'] {
  return KINDS[text.charCodeAt(latin)] === LETTER ? 'letter' : 'digit'
}

/** Where the letter or digit stands that meets Han here, a space between or not; -1 where nothing does. */
function latinAt(text: string, i: number, kind: number): number {
  const other = isSpace(text, i + 1) ? i + 2 : i + 1
  const next = KINDS[text.charCodeAt(other)] ?? 0
  const hanFirst = kind === HAN || (kind === SURROGATE && BEYOND.test(text.slice(i - 1, i + 1)))
  const meets = hanFirst
    ? (next & (LETTER | DIGIT)) !== 0
    : kind !== SURROGATE &&
      (next === HAN || (next === SURROGATE && BEYOND.test(text.slice(other, other + 2))))
  return meets ? (hanFirst ? other : i) : -1
}

function isSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x20
}

/**
 * U 盘 is written U盘, 5G 网 may be 5G网, and dates and ordinals go without spaces in either style.
 * @param i index of the first of the two that meet
 */
function isOneWord(text: string, latin: number, i: number): boolean {
  const spaced = isSpace(text, i + 1)
  const han = latin === i ? (spaced ? i + 2 : i + 1) : i
  if (KINDS[text.charCodeAt(latin)] === DIGIT) {
    return '年月日号时点分第'.includes(text.charAt(han)) || isOrdinal(text, latin)
  }
  const beyond = text.charCodeAt(beside(latin, i))
  return ((KINDS[beyond] ?? 0) & (LETTER | DIGIT)) === 0 && !'_.+#-'.includes(String.fromCharCode(beyond))
}

/** Index of what stands at the other side of a letter or digit that meets Han. */
function beside(latin: number, i: number): number {
  return latin === i ? latin - 1 : latin + 1
}

/** 第 before a digit, at most five others between them. */
function isOrdinal(text: string, digit: number): boolean {
  let at = digit - 1
  while (at > digit - 6 && KINDS[text.charCodeAt(at)] === DIGIT) at--
  return text.charAt(at) === '第'
}
