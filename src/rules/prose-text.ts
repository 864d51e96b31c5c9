import { ofLatest } from '../lib/latest.js'
import type { Body, Case, Section } from '../model/case.js'
import type { Block, Prose, Run } from '../model/markdown.js'
import { LineIndex, type Range } from '../model/range.js'
import { hasSign, signsIn, type WordSign } from './word-signs.js'

/** Stands for code, an image or an address that was left out between two runs. */
export const LEFT_OUT = '\uFFFC'
/** Stands for a hard line break. */
export const HARD_BREAK = '\u2029'

// What marks text up and shows nothing itself; a link's target goes with it.
const TARGET = /\]\([^()\n]{0,2000}\)|\]\[[^\]\n]{0,1000}\]/g
const MARKUP_ONLY = /^[*_~\\[\]\s>]*$/

/** The prose of one block as one text, with the way back into the file. */
export class ProseText {
  readonly text: string
  readonly #runs: readonly Run[]
  /** Where each run starts in the text. */
  readonly #starts: readonly number[]

  /** @param source the text of the file */
  constructor({ runs }: Prose, source: string) {
    this.#runs = runs
    const [only] = runs
    if (only !== undefined && runs.length === 1) {
      this.text = only.text
      this.#starts = FROM_THE_START
      return
    }
    const starts: number[] = []
    let text = ''
    let end = runs[0]?.start ?? 0
    for (const run of runs) {
      if (run.start > end) text += between(source.slice(end, run.start))
      starts.push(text.length)
      text += run.text
      end = run.start + run.text.length
    }
    this.text = text
    this.#starts = starts
  }

  /** Where a piece of the text stands in the file; what lies between its runs is within. */
  place(start: number, end: number): { readonly start: number; readonly end: number } {
    return { start: this.#offset(start), end: this.#endBehind(end - 1) }
  }

  /** True when a piece stands in the file as it reads, so that a fix may replace it. */
  isLiteral(start: number, end: number): boolean {
    const run = this.#runOf(start)
    const [from, length] = [this.#starts[run] ?? 0, this.#runs[run]?.text.length ?? 0]
    return start >= from && end <= from + length
  }

  #offset(index: number): number {
    const run = this.#runOf(index)
    return (this.#runs[run]?.start ?? 0) + index - (this.#starts[run] ?? 0)
  }

  /** Where the character at an index ends; what was left out ends where the next run starts. */
  #endBehind(index: number): number {
    const run = this.#runOf(index)
    const beyond = index - (this.#starts[run] ?? 0) - (this.#runs[run]?.text.length ?? 0)
    const next = this.#runs[run + 1]
    return beyond >= 0 && next !== undefined ? next.start : this.#offset(index) + 1
  }

  #runOf(index: number): number {
    if (this.#starts === FROM_THE_START) return 0
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
}

const FROM_THE_START: readonly number[] = [0]

function between(gap: string): string {
  if (!MARKUP_ONLY.test(gap.includes(']') ? gap.replace(TARGET, '') : gap)) return LEFT_OUT
  return gap.includes('\n') ? HARD_BREAK : ''
}

/** A piece of prose with the section and the block that it stands in. */
export class Passage {
  readonly prose: Prose
  readonly block: Block
  readonly section: Section | undefined
  #read: ProseText | undefined

  constructor(prose: Prose, block: Block, section: Section | undefined) {
    this.prose = prose
    this.block = block
    this.section = section
  }

  #signs: number | undefined

  /** True where its text holds a word of a list. @param source the text of the file */
  holds(sign: WordSign, source: string): boolean {
    this.#signs ??= signsIn(this.read(source).text)
    return hasSign(this.#signs, sign)
  }

  /** Its text; put together once for all rules. @param source the text of the file */
  read(source: string): ProseText {
    this.#read ??= new ProseText(this.prose, source)
    return this.#read
  }
}

const passagesIn = ofLatest(cut)

/** The prose of a body in its order. The headings of sections stand in no section. */
export function passagesOf({ body }: Case): readonly Passage[] {
  return passagesIn(body)
}

function cut(body: Body): Passage[] {
  const found: Passage[] = []
  let at = 0
  for (const prose of body.prose) {
    const start = prose.runs[0]?.start ?? 0
    while (at < body.sections.length && (body.sections[at]?.content.end ?? 0) <= start) at++
    const next = body.sections[at]
    const block = body.blocks[prose.block]
    if (block === undefined) continue
    found.push(
      new Passage(prose, block, next !== undefined && next.content.start <= start ? next : undefined),
    )
  }
  return found
}

/** Ranges of a text whose lines are counted when the first one is asked for. */
export function rangesOf(text: string): (start: number, end: number) => Range {
  let lines: LineIndex | undefined
  return (start, end) => {
    lines ??= new LineIndex(text)
    return lines.range(start, end)
  }
}

/** True for prose in a quote block: the words of somebody else. */
export function isQuoted({ block }: Passage, { body: { blocks } }: Case): boolean {
  for (let parent = block.parent; parent !== -1; parent = blocks[parent]?.parent ?? -1) {
    if (blocks[parent]?.type === 'quote') return true
  }
  return false
}
