import type { Case, CaseFile } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import type { Block } from '../model/markdown.js'
import { lineSigns } from './line-signs.js'

/** Rows of text that count 1, 2, 3 … by hand and are no list. */
export interface TypedRows {
  readonly count: number
  /** The first number as it is written, and where it stands. */
  readonly marker: string
  readonly start: number
  readonly end: number
  /** What makes a list of the rows, where nothing stands between them. */
  readonly fix: readonly Omit<TextEdit, 'path'>[] | undefined
}

interface Row {
  readonly style: string
  readonly number: number
  readonly marker: string
  readonly start: number
  readonly end: number
  /** Index of the paragraph among the blocks. */
  readonly block: number
  readonly parent: number
  /** True where `1. ` in its place keeps the sense. */
  readonly plain: boolean
}

const NUMBER = String.raw`[\d０-９]{1,2}`
const ZH_NUMBER = `(?:[一二三四五六七八九十]{1,3}|${NUMBER})`
const STYLES: Readonly<Record<string, string>> = {
  // `1、` and `1．`, also in full width.
  comma: `(?:${NUMBER})[、．）]`,
  // `1.打开`: without a space this is no list. `1.5` is a number.
  tight: String.raw`\d{1,2}[.)](?=[\p{L}\x60*“"《「【])`,
  brackets: `[(（](?:${NUMBER})[)）]`,
  circled: '[①-⑳]',
  ordinal: `第${ZH_NUMBER}步`,
  step: `步骤[ \\t]?${ZH_NUMBER}`,
  english: String.raw`[Ss]tep[ \t]\d{1,2}(?=[ \t]?[:.)–-])`,
}
const MARKERS = Object.entries(STYLES).map(([style, marker]) => `(?<${style}>${marker})`)
const SEPARATOR = String.raw`(?<separator>[ \t]*(?:[、，,.．:：)–-][ \t]*)?)`
const ROW = new RegExp(`^[ \\t>]*(?:${MARKERS.join('|')})${SEPARATOR}(?=\\S)`, 'u')
// The first sign of any of them, for a look at a whole file.
const SIGN = new RegExp(`^[ \\t>]*(?:${Object.values(STYLES).join('|')})`, 'mu')

const NONE: readonly TypedRows[] = []

/** All rows of a case that are numbered by hand: two or more, counting from one, in one place. */
export function typedRows({ body: { blocks } }: Case, file: CaseFile): readonly TypedRows[] {
  const { text } = file
  if (!lineSigns(file).typedNumber || !SIGN.test(text)) return NONE
  const found: TypedRows[] = []
  /** The open sequence of each place: lists and quotes count by themselves. */
  const open = new Map<number, Row[]>()
  const close = (parent: number): void => {
    const rows = open.get(parent) ?? []
    const [first, last] = [rows[0], rows.at(-1)]
    if (first !== undefined && last !== undefined && first !== last) {
      found.push({ ...sequence(first, rows.length), fix: fixOf(rows, first, last, blocks, text) })
    }
    open.delete(parent)
  }
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'heading') close(block.parent)
    if (block.type !== 'paragraph') continue
    for (const row of rowsOf(block, index, text)) {
      const rows = open.get(row.parent)
      const last = rows?.at(-1)
      if (rows !== undefined && last?.style === row.style && row.number === last.number + 1) rows.push(row)
      else {
        close(row.parent)
        if (row.number === 1) open.set(row.parent, [row])
      }
    }
  }
  for (const parent of [...open.keys()]) close(parent)
  return found.sort((a, b) => a.start - b.start)
}

function* rowsOf({ at, parent }: Block, block: number, text: string): Iterable<Row> {
  let offset = at.start
  for (const line of text.slice(at.start, at.end).split('\n')) {
    const row = rowOf(line, offset)
    if (row !== undefined) yield { ...row, block, parent }
    offset += line.length + 1
  }
}

function rowOf(line: string, offset: number): Omit<Row, 'block' | 'parent'> | undefined {
  const match = ROW.exec(line)
  if (match?.groups === undefined) return undefined
  const { separator = '', ...markers } = match.groups
  const [style, marker = ''] = Object.entries(markers).find(([, value]) => value !== undefined) ?? []
  if (style === undefined) return undefined
  const end = match[0].length
  // 第一步打开 may go on as a sentence: 第一步是…
  const isSentence = (style === 'ordinal' || style === 'step') && separator.trim() === ''
  return {
    style,
    number: numberOf(marker),
    marker,
    start: offset + end - separator.length - marker.length,
    end: offset + end,
    plain: !isSentence && !/\\\r?$/.test(line),
  }
}

const ZH_DIGITS = '〇一二三四五六七八九'

function numberOf(marker: string): number {
  const circled = marker.charCodeAt(0) - 0x2460
  if (circled >= 0 && circled < 20) return circled + 1
  const digits = /\d+/.exec(marker.normalize('NFKC'))?.[0]
  if (digits !== undefined) return Number(digits)
  const words = /[一二三四五六七八九十]+/.exec(marker)?.[0] ?? ''
  const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['', words]
  const count = words.includes('十') ? 10 * (tens === '' ? 1 : ZH_DIGITS.indexOf(tens)) : 0
  return count + (ones === '' ? 0 : ZH_DIGITS.indexOf(ones))
}

function sequence({ marker, start }: Row, count: number): Omit<TypedRows, 'fix'> {
  return { count, marker, start, end: start + marker.length }
}

function fixOf(
  rows: readonly Row[],
  first: Row,
  last: Row,
  blocks: readonly Block[],
  text: string,
): TypedRows['fix'] {
  const paragraphs = new Set(rows.map(({ block }) => block))
  const together = last.block - first.block + 1 === paragraphs.size
  // Within a list the rows might become steps of that very list.
  const safe = first.parent === -1 && together && rows.every(({ plain }) => plain)
  if (!safe || goesOn(blocks[last.block], text)) return undefined
  return rows.map(({ start, end, number }) => ({ start, end, text: `${number}. ` }))
}

/** True where something indented follows a paragraph, which would become part of the list. */
function goesOn(block: Block | undefined, text: string): boolean {
  return (
    block !== undefined &&
    /^\r?\n(?:[ \t]*\r?\n)?(?: {3}|\t)/.test(text.slice(block.at.end, block.at.end + 40))
  )
}
