import type { TextEdit } from '../model/change.js'
import type { Span, YamlGroup, YamlList, YamlSpot } from '../parse/taxonomy-edit.js'
import { closeLine, commentsAbove, itemLines, lineStart } from './lines.js'
import { CannotSplice, colonEnd, edit, type Page, pairOf } from './page.js'

/**
 * Removes one item of the list at a key: its whole lines with its comments, or in a flow list the
 * item with its comma. The last one leaves `[]`.
 * @throws CannotSplice
 */
export function removeItem(page: Page, owner: YamlGroup, key: string, index: number): TextEdit[] {
  const pair = pairOf(owner, key)
  if (pair?.value?.kind !== 'list') throw new CannotSplice('no list')
  const list = pair.value
  if (list.flow) return list.items.length === 1 ? [emptied(page, list)] : removeFlow(page, list, index)
  const { start, end } = itemLines(page, list, index)
  const cut = edit(page, start, end, '')
  if (list.items.length > 1) return [cut]
  const colon = colonEnd(page, pair)
  return [edit(page, colon, colon, ' []'), cut]
}

function emptied(page: Page, list: YamlList): TextEdit {
  if (gapsOf(page, list, list.items).includes('#')) throw new CannotSplice('a comment would be lost')
  return edit(page, list.start, list.end, '[]')
}

/** What stands in a flow list or map beside its parts: brackets, commas, comments. */
export function gapsOf({ text }: Page, whole: Span, parts: readonly Span[]): string {
  let at = whole.start
  let gaps = ''
  for (const part of parts) {
    gaps += text.slice(at, part.start)
    at = part.end
  }
  return gaps + text.slice(at, whole.end)
}

// Inline an item goes with the comma behind it; at the end of a line with the one before it.
function removeFlow(page: Page, list: YamlList, index: number): TextEdit[] {
  const { text } = page
  const item = list.items[index]
  if (item === undefined) throw new CannotSplice('no such item')
  const [before, after] = [list.items[index - 1], list.items[index + 1]]
  const first = lineStart(text, item.start)
  const ownLine = text.slice(first, item.start).trim() === ''
  if (ownLine && /^[ \t]*,?[ \t]*(?:#[^\n]*)?\r?\n/.test(text.slice(item.end))) {
    return removeLines(page, item, before, first)
  }
  const behind = after === undefined ? '' : text.slice(item.end, after.start)
  if (after !== undefined && (before === undefined ? isComma(behind) : /^[ \t]*,[ \t]*$/.test(behind))) {
    return [edit(page, item.start, after.start, '')]
  }
  if (before === undefined || !isComma(text.slice(before.end, item.start))) {
    throw new CannotSplice('no plain comma')
  }
  return [edit(page, before.end, item.end, '')]
}

function isComma(gap: string): boolean {
  return gap.trim() === ','
}

function removeLines(page: Page, item: YamlSpot, before: YamlSpot | undefined, first: number): TextEdit[] {
  const { text } = page
  const comma = /^[ \t]*,/.exec(text.slice(item.end))?.[0].length ?? 0
  const start = commentsAbove(text, first, item.start - first)
  const cut = edit(page, start, closeLine(text, item.end + comma), '')
  // The last item had no comma: the one before it shall have none either.
  if (comma > 0 || before === undefined) return [cut]
  if (text[before.end] !== ',') throw new CannotSplice('no plain comma')
  return [edit(page, before.end, before.end + 1, ''), cut]
}
