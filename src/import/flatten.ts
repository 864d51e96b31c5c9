import { isPlainObject } from '../lib/plain-object.js'
import type { Cell } from './row.js'

/** Deepest object whose fields become columns; what lies deeper is read as text. */
const DEEPEST = 4
/** Most columns that one object gives. */
const MOST = 500
// What holds the words of a comment or a label that is an object of its own.
const WORDS = ['body', 'plain_body', 'text', 'content', 'message', 'name', 'title', 'value', '内容']

/**
 * The fields of an object as cells: `product: {name: x}` is the column `product.name`, a list of texts
 * a list, a list of objects the words in each. A map, so that no key reaches a prototype.
 */
export function flatten(value: object): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  gather(value, '', cells, 0)
  return cells
}

function gather(value: object, prefix: string, cells: Map<string, Cell>, depth: number): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    if (cells.size >= MOST) return
    const column = prefix + key.normalize('NFC').replace(/\s+/g, ' ').trim()
    if (isPlainObject(inner) && depth < DEEPEST) gather(inner, `${column}.`, cells, depth + 1)
    else {
      const cell = cellOf(inner)
      if (cell !== undefined) cells.set(column, cell)
    }
  }
}

function cellOf(value: unknown): Cell | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.replace(/\r\n?/g, '\n')
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) {
    const items = value.flatMap((item: unknown) => wordsOf(item))
    return items.length === 0 ? undefined : items
  }
  return isPlainObject(value) ? JSON.stringify(value) : undefined
}

function wordsOf(item: unknown): string[] {
  if (isPlainObject(item)) {
    const fields = new Map(Object.entries(item) as [string, unknown][])
    const found = WORDS.map(name => fields.get(name)).find(word => typeof word === 'string')
    return [typeof found === 'string' ? found : JSON.stringify(item)]
  }
  const cell = Array.isArray(item) ? JSON.stringify(item) : cellOf(item)
  return cell === undefined ? [] : [typeof cell === 'string' ? cell : cell.join('\n')]
}
