import type { TextEdit } from '../model/change.js'
import type { YamlGroup, YamlList, YamlPair } from '../parse/taxonomy-edit.js'
import { closeLine, commentsBelow, indent, itemLines, lineBreak, lineStart } from './lines.js'
import { CannotSplice, colonEnd, edit, type Page, pairOf } from './page.js'
import { blockLines, flowText, type Piece } from './piece.js'

export interface AppendOptions {
  /** How a list is written that has no item yet. */
  readonly fresh: 'block' | 'flow'
  /** A new key comes behind the last of these that is there; behind all others without. */
  readonly behind?: readonly string[]
}

/**
 * Appends items to the list at a key, in the style that the list has. A key that is not there is
 * added.
 * @throws CannotSplice
 */
export function appendItems(
  page: Page,
  owner: YamlGroup,
  key: string,
  pieces: readonly Piece[],
  options: AppendOptions,
): TextEdit[] {
  if (pieces.length === 0) return []
  const pair = pairOf(owner, key)
  const value = pair?.value
  if (value !== undefined && value.kind !== 'list') throw new CannotSplice('no list')
  if (value !== undefined && value.items.length > 0) {
    return value.flow ? appendFlow(page, value, pieces) : [appendBlock(page, value, pieces)]
  }
  const fresh = owner.flow ? 'flow' : options.fresh
  if (pair !== undefined) return fillEmpty(page, pair, pieces, fresh)
  return [addKey(page, owner, key, pieces, { ...options, fresh })]
}

function appendBlock(page: Page, list: YamlList, pieces: readonly Piece[]): TextEdit {
  const { end, column } = itemLines(page, list, list.items.length - 1)
  return edit(page, end, end, blockText(page, pieces, column))
}

function appendFlow(page: Page, list: YamlList, pieces: readonly Piece[]): TextEdit[] {
  const { text } = page
  const last = list.items.at(-1)
  if (last === undefined) throw new CannotSplice('an empty list')
  const items = pieces.map(flowText)
  const first = lineStart(text, last.start)
  const tail = /^([ \t]*,)?[ \t]*(?:#[^\n]*)?\r?\n/.exec(text.slice(last.end))
  if (text.slice(first, last.start).trim() !== '' || tail === null) {
    return [edit(page, last.end, last.end, items.map(item => `, ${item}`).join(''))]
  }
  // One item a line: each new one gets a line, and the last one a comma where the old last one had it.
  const comma = tail[1] !== undefined
  const margin = text.slice(first, last.start)
  const newline = lineBreak(text)
  const lines = items.map(item => margin + item).join(`,${newline}`) + (comma ? ',' : '') + newline
  const end = last.end + tail[0].length
  const added = edit(page, end, end, lines)
  return comma ? [added] : [edit(page, last.end, last.end, ','), added]
}

/** The key is there, with `[]` or with nothing. */
function fillEmpty(
  page: Page,
  pair: YamlPair,
  pieces: readonly Piece[],
  fresh: AppendOptions['fresh'],
): TextEdit[] {
  const colon = colonEnd(page, pair)
  const end = pair.value?.end ?? colon
  if (page.text.slice(colon, end).includes('#')) throw new CannotSplice('a comment would be lost')
  if (fresh === 'flow') return [edit(page, colon, end, ` ${flowList(pieces)}`)]
  const line = closeLine(page.text, end)
  const column = pair.start - lineStart(page.text, pair.start) + 2
  const added = edit(page, line, line, blockText(page, pieces, column))
  return end === colon ? [added] : [edit(page, colon, end, ''), added]
}

function addKey(
  page: Page,
  owner: YamlGroup,
  key: string,
  pieces: readonly Piece[],
  { fresh, behind }: AppendOptions,
): TextEdit {
  const anchor = owner.pairs.filter(pair => behind?.includes(pair.key) ?? true).at(-1)
  if (anchor === undefined) throw new CannotSplice('nothing to stand behind')
  if (owner.flow) return edit(page, anchor.end, anchor.end, `, ${key}: ${flowList(pieces)}`)
  const newline = lineBreak(page.text)
  const column = anchor.start - lineStart(page.text, anchor.start)
  const line = commentsBelow(page.text, closeLine(page.text, anchor.end), column)
  const head = `${' '.repeat(column)}${key}:`
  const text =
    fresh === 'flow'
      ? `${head} ${flowList(pieces)}${newline}`
      : `${head}${newline}${blockText(page, pieces, column + 2)}`
  return edit(page, line, line, text)
}

function blockText(page: Page, pieces: readonly Piece[], column: number): string {
  const newline = lineBreak(page.text)
  return pieces.map(piece => indent(blockLines(piece, newline), column)).join('')
}

function flowList(pieces: readonly Piece[]): string {
  return `[${pieces.map(flowText).join(', ')}]`
}
