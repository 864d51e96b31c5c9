import type { Case } from '../model/case.js'
import type { TextEdit } from '../model/change.js'

/**
 * The edit that appends ids to a list of the front matter, written as the list is: in brackets,
 * in lines of its own, or as a new field before the closing line. Undefined where the place
 * cannot be told for certain.
 */
export function appendIds(
  found: Case,
  text: string,
  field: string,
  ids: readonly string[],
): Omit<TextEdit, 'path'> | undefined {
  const pointer = `/${field}`
  const place = found.fields.get(pointer)
  if (place === undefined) return newField(found, text, field, ids)
  let last = place.value
  for (let i = 0; ; i++) {
    const item = found.fields.get(`${pointer}/${i}`)
    if (item === undefined) break
    last = item.value
  }
  const written = text.slice(place.value.start, place.value.end)
  if (written.startsWith('[')) {
    // Behind the last item, so that a comma, a comment or a line break after it stays.
    if (last !== place.value) return insert(last.end, `, ${ids.join(', ')}`)
    return insert(place.value.start + 1, ids.join(', '))
  }
  if (written.trim() === '' && place.key !== undefined) {
    const colon = text.indexOf(':', place.key.end)
    return colon === -1 ? undefined : insert(colon + 1, ` [${ids.join(', ')}]`)
  }
  return last === place.value ? undefined : newLines(text, last.start, last.end, ids)
}

function newLines(
  text: string,
  start: number,
  end: number,
  ids: readonly string[],
): Omit<TextEdit, 'path'> | undefined {
  const prefix = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  if (!/^[ \t]*-[ \t]+$/.test(prefix)) return undefined
  const rest = /[^\r\n]*/.exec(text.slice(end))?.[0] ?? ''
  return insert(end + rest.length, ids.map(id => lineBreak(text) + prefix + id).join(''))
}

function newField(
  found: Case,
  text: string,
  field: string,
  ids: readonly string[],
): Omit<TextEdit, 'path'> | undefined {
  const block = text.slice(found.frontMatter.start, found.frontMatter.end)
  const closing = block.lastIndexOf('\n---')
  // Front matter in braces has no line for one more field.
  if (closing === -1 || /^---\s*\{/.test(block)) return undefined
  return insert(found.frontMatter.start + closing + 1, `${field}: [${ids.join(', ')}]${lineBreak(text)}`)
}

function insert(at: number, text: string): Omit<TextEdit, 'path'> {
  return { start: at, end: at, text }
}

function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/**
 * The edit that puts fields behind one of an item's fields (`size: 12` behind `path: log.txt`), written
 * as the item is: in braces, or in lines of its own. Undefined where the place cannot be told for
 * certain.
 */
export function appendFields(
  found: Case,
  text: string,
  pointer: string,
  behind: string,
  fields: readonly string[],
): Omit<TextEdit, 'path'> | undefined {
  const item = found.fields.get(pointer)?.value
  const place = found.fields.get(`${pointer}/${behind}`)
  const written = place === undefined ? '' : text.slice(place.value.start, place.value.end)
  if (item === undefined || place?.key === undefined || written === '' || /[\r\n]/.test(written))
    return undefined
  const end = place.value.end
  if (text.charAt(item.start) === '{') return insert(end, fields.map(field => `, ${field}`).join(''))
  const margin = text.slice(text.lastIndexOf('\n', place.key.start - 1) + 1, place.key.start)
  if (!/^[ \t]*(?:-[ \t]+)*$/.test(margin)) return undefined
  const indent = lineBreak(text) + margin.replaceAll('-', ' ')
  const rest = /[^\r\n]*/.exec(text.slice(end))?.[0] ?? ''
  return insert(end + rest.length, fields.map(field => indent + field).join(''))
}
