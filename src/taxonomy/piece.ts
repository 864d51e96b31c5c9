import type { TextEdit } from '../model/change.js'
import type { YamlList } from '../parse/taxonomy-edit.js'
import { dedent, itemLines, lineBreak, lineStart } from './lines.js'
import { CannotSplice, edit, type Page } from './page.js'
import { gapsOf } from './remove-item.js'

/** An item taken out of a list, in the forms in which it can stand in another one. */
export interface Piece {
  /** Whole lines with the dash in the first column; each ends in a line break. */
  readonly lines?: string
  /** The item alone, for a flow list. */
  readonly flow?: string
}

/**
 * The item of a list with everything that belongs to it.
 * @throws CannotSplice
 */
export function pieceOf(page: Page, list: YamlList, index: number): Piece {
  const item = list.items[index]
  if (item === undefined) throw new CannotSplice('no such item')
  const alone = page.text.slice(item.start, item.end)
  if (list.flow) {
    if (gapsOf(page, list, list.items).includes('#')) throw new CannotSplice('a comment would be lost')
    return { flow: alone }
  }
  const { start, end, column } = itemLines(page, list, index)
  const lines = dedent(page.text.slice(start, end), column)
  const around = page.text.slice(start, item.start) + page.text.slice(item.end, end)
  const bare = item.kind !== 'list' && (item.kind === 'scalar' || item.flow) && !around.includes('#')
  return bare ? { lines, flow: alone } : { lines }
}

/** The piece as lines of a block list. */
export function blockLines({ lines, flow }: Piece, newline: string): string {
  if (lines !== undefined) return lines
  if (flow === undefined) throw new CannotSplice('an empty piece')
  // What follows the first line must stand further in than the dash.
  const [first = '', ...rest] = flow.split(/\r?\n/)
  return [`- ${first}`, ...rest.map(line => `    ${line.trim()}`), ''].join(newline)
}

/** The piece as an item of a flow list. */
export function flowText({ flow }: Piece): string {
  if (flow === undefined) throw new CannotSplice('a block cannot stand in a flow list')
  return flow
}

/**
 * Writes a `- { a: 1, b: 2 }` of a block list as lines, so that blocks can stand below it.
 * @throws CannotSplice
 */
export function unfold(page: Page, list: YamlList, index: number): TextEdit {
  const item = list.items[index]
  if (list.flow || item?.kind !== 'group' || !item.flow) throw new CannotSplice('no flow map in a block list')
  if (item.pairs.some(pair => pair.value === undefined)) throw new CannotSplice('a key without a value')
  if (gapsOf(page, item, item.pairs).includes('#')) throw new CannotSplice('a comment would be lost')
  const margin = lineBreak(page.text) + ' '.repeat(item.start - lineStart(page.text, item.start))
  const lines = item.pairs.map(pair => page.text.slice(pair.start, pair.end))
  return edit(page, item.start, item.end, lines.join(margin))
}
