import { type StyleName, style } from '../lib/style.js'
import { cells } from '../lib/text.js'
import { largest } from './columns.js'

/** A piece of running text in one style. Its white space collapses unless `keepSpaces` is set. */
export interface Span {
  readonly text: string
  readonly styles: readonly StyleName[]
  readonly keepSpaces?: boolean
}

/** Running text: pieces, and the places where a new line is wanted. */
export type Inline = Span | 'break'

/** What a reader sees as one character, which no line break may tear. */
interface Unit {
  readonly text: string
  readonly cells: number
  readonly styles: readonly StyleName[]
}

/** Units that stay together, and the spaces before them, which vanish at the start of a line. */
interface Word {
  readonly gap: readonly Unit[]
  readonly units: Unit[]
  cells: number
}

// What may not stand at the start or at the end of a line: closing and opening punctuation, after
// "Requirements for Chinese Text Layout" (https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end).
const NO_START = new Set('!),.:;?]}%、。，．：；？！）〕］｝〉》」』】〗〙〛’”…‥·・‧～—–／‰℃°％々ー〜')
const NO_END = new Set('([{（〔［｛〈《「『【〖〘〚‘“￥¥$')
// A unit goes with its number over the space between them.
const UNITS = new Set('℃°%％‰')

// Marks that join the character before them. Without any, code points are the characters.
const JOINING = /\p{M}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|[\u1100-\u11ff]/u

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Breaks running text into lines of at most `width` cells: at spaces, between Han characters, and
 * inside a word only where it is longer than a whole line.
 */
export function wrap(inlines: readonly Inline[], width: number): string[] {
  const lines: string[] = []
  for (const paragraph of paragraphs(inlines)) {
    const line = new Line(width, lines)
    for (const word of wordsOf(paragraph)) line.add(word)
    line.end()
  }
  return lines
}

/** The width of running text on one line. */
export function inlineCells(inlines: readonly Inline[]): number {
  return largest(
    paragraphs(inlines).map(spans =>
      cells(
        spans
          .map(span => span.text)
          .join('')
          .trim(),
      ),
    ),
  )
}

/** A plain text as running text. */
export function plainSpans(text: string, ...styles: readonly StyleName[]): Span[] {
  return [{ text, styles }]
}

/** The line being filled; hands itself over when the next word does not fit. */
class Line {
  readonly #width: number
  readonly #lines: string[]
  #units: Unit[] = []
  #cells = 0
  #wrote = false

  constructor(width: number, lines: string[]) {
    this.#width = Math.max(1, width)
    this.#lines = lines
  }

  add(word: Word): void {
    const gap = this.#units.length === 0 ? [] : word.gap
    if (this.#cells + gap.length + word.cells <= this.#width) {
      this.#put([...gap, ...word.units])
      return
    }
    if (this.#units.length > 0) this.#flush()
    for (const unit of word.units) {
      if (this.#cells + unit.cells > this.#width && this.#units.length > 0) this.#flush()
      this.#put([unit])
    }
  }

  /** Ends a paragraph; one without words is still a line. */
  end(): void {
    if (this.#units.length > 0 || !this.#wrote) this.#flush()
  }

  #put(units: readonly Unit[]): void {
    for (const unit of units) {
      this.#units.push(unit)
      this.#cells += unit.cells
    }
  }

  #flush(): void {
    this.#lines.push(paintUnits(this.#units))
    this.#units = []
    this.#cells = 0
    this.#wrote = true
  }
}

function paragraphs(inlines: readonly Inline[]): Span[][] {
  const out: Span[][] = [[]]
  for (const inline of inlines) {
    if (inline === 'break') out.push([])
    else out.at(-1)?.push(inline)
  }
  return out
}

function wordsOf(spans: readonly Span[]): Word[] {
  const words: Word[] = []
  let last: Unit | undefined
  let gap: Unit[] = []
  // Whether the white space met since the last unit holds a line break of the source.
  let broken = false
  for (const span of spans) {
    for (const text of charactersOf(span.text)) {
      if (text === ' ' || text === '\n' || text === '\t') {
        if (gap.length === 0 || span.keepSpaces === true)
          gap.push({ text: ' ', cells: 1, styles: span.styles })
        broken ||= text === '\n'
        continue
      }
      const unit = { text, cells: cells(text), styles: span.styles }
      // A paragraph of Chinese that its author broke into lines reads on without spaces.
      if (broken && last !== undefined && last.cells > 1 && unit.cells > 1) gap = []
      const word = words.at(-1)
      const joined = gap.length === 0 ? last !== undefined && !mayBreak(last, unit) : UNITS.has(text)
      if (word !== undefined && joined) {
        word.units.push(...gap, unit)
        word.cells += gap.length + unit.cells
      } else words.push({ gap, units: [unit], cells: unit.cells })
      last = unit
      gap = []
      broken = false
    }
  }
  return words
}

/** Whether a line may end between two characters that no space parts: beside a wide one. */
function mayBreak(before: Unit, after: Unit): boolean {
  if (NO_END.has(before.text) || NO_START.has(after.text)) return false
  return before.cells > 1 || after.cells > 1
}

function* charactersOf(text: string): Iterable<string> {
  // Piece by piece: the segmenter's time grows faster than the length of its text.
  for (const piece of text.split(/([ \n\t])/)) {
    if (JOINING.test(piece)) for (const { segment } of SEGMENTER.segment(piece)) yield segment
    else yield* piece
  }
}

function paintUnits(units: readonly Unit[]): string {
  let out = ''
  for (let i = 0; i < units.length; ) {
    const { styles } = units[i] ?? { styles: [] }
    let text = ''
    for (; i < units.length && units[i]?.styles === styles; i++) text += units[i]?.text ?? ''
    out += styles.reduce((inner, name) => style[name](inner), text)
  }
  return out
}
