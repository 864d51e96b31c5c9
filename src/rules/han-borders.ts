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

/** One walk over a prose: it is what every Chinese case pays. */
export function bordersOf(prose: ProseText): Borders {
  const { text } = prose
  const borders: Border[] = []
  let gaps = false
  for (let i = 0; i < text.length; i++) {
    const kind = KINDS[text.charCodeAt(i)] ?? 0
    if (kind === 0) continue
    if (kind === MARK) gaps ||= isSpace(text, i - 1) || isSpace(text, i + 1)
    else {
      const border = borderBehind(prose, i, kind)
      if (border !== undefined) borders.push(border)
    }
  }
  return { borders, gaps }
}

function borderBehind(prose: ProseText, i: number, kind: number): Border | undefined {
  const { text } = prose
  const spaced = isSpace(text, i + 1)
  const other = spaced ? i + 2 : i + 1
  const next = KINDS[text.charCodeAt(other)] ?? 0
  const hanFirst = kind === HAN || (kind === SURROGATE && BEYOND.test(text.slice(i - 1, i + 1)))
  const meets = hanFirst
    ? (next & (LETTER | DIGIT)) !== 0
    : kind !== SURROGATE &&
      (next === HAN || (next === SURROGATE && BEYOND.test(text.slice(other, other + 2))))
  if (!meets || !prose.isLiteral(i, other + 1)) return undefined
  const latin = hanFirst ? other : i
  if (isOneWord(text, latin, hanFirst ? i : other)) return undefined
  const letter = KINDS[text.charCodeAt(latin)] === LETTER
  return { prose, at: i + 1, kind: letter ? 'letter' : 'digit', spaced }
}

function isSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x20
}

/** U 盘 is written U盘, 5G 网 may be 5G网, and dates and ordinals go without spaces in either style. */
function isOneWord(text: string, latin: number, han: number): boolean {
  if (KINDS[text.charCodeAt(latin)] === DIGIT) {
    return '年月日号时点分第'.includes(text.charAt(han)) || isOrdinal(text, latin)
  }
  const beyond = text.charCodeAt(latin < han ? latin - 1 : latin + 1)
  return ((KINDS[beyond] ?? 0) & (LETTER | DIGIT)) === 0 && !'_.+#-'.includes(String.fromCharCode(beyond))
}

/** 第 before a digit, at most five others between them. */
function isOrdinal(text: string, digit: number): boolean {
  let at = digit - 1
  while (at > digit - 6 && KINDS[text.charCodeAt(at)] === DIGIT) at--
  return text.charAt(at) === '第'
}
