import { fromHtml } from './html.js'
import type { Cell, ReadRow } from './row.js'

/** Where a document stands among those of its folder. */
export interface DocumentPlace {
  readonly number: number
  /** Relative to the folder. */
  readonly path: string
}

// Plain `key: value` lines; anything else in the front matter of others is not ours to understand.
const FIELD = /^([\p{L}][\p{L}\p{N}_ -]{0,60}):[ \t]+(.+)$/gmu

/**
 * A Markdown document as a row: `path`, `name`, `title`, `body`, and the plain fields of its front matter.
 * The title is that of the front matter, else the first heading of level 1, else the file's name.
 */
export function markdownRow(text: string, { number, path }: DocumentPlace): ReadRow {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const front = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(plain)
  const cells = new Map<string, Cell>()
  for (const [, key = '', value = ''] of (front?.[1] ?? '').matchAll(FIELD)) {
    cells.set(key.trim(), value.trim().replace(/^(["'])(.*)\1$/, '$2'))
  }
  const body = plain.slice(front?.[0].length ?? 0)
  const heading = /^#[ \t]+(.+?)[ \t]*#*[ \t]*$/m.exec(body)
  const first = heading !== null && body.slice(0, heading.index).trim() === ''
  const name = nameOf(path)
  const title = cells.get('title') ?? heading?.[1] ?? name
  const rest = first ? body.slice(heading.index + heading[0].length) : body
  const all: [string, Cell][] = [...cells, ['path', path], ['name', name], ['title', title]]
  if (rest.trim() !== '') all.push(['body', rest.trim()])
  return { number, place: path, cells: new Map(all) }
}

/** An HTML page as a row, cleaned into Markdown. */
export function htmlRow(html: string, place: DocumentPlace): ReadRow {
  const converted = fromHtml(html.replace(/<head\b[\s\S]*?<\/head>/i, ''))
  if (converted === undefined) return { number: place.number, place: place.path, fault: 'document' }
  const title = /<title[^>]*>([^<]{1,300})<\/title>/i.exec(html)?.[1]?.trim()
  const row = markdownRow(converted.text, place)
  if ('fault' in row) return row
  const cells = new Map(row.cells)
  if (title !== undefined && title !== '' && cells.get('title') === cells.get('name')) {
    cells.set('title', String(fromHtml(title)?.text ?? title).replace(/\s+/g, ' '))
  }
  return { ...row, cells, lostLinks: converted.lostLinks }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
}
