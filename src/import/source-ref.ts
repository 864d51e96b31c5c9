import { hash128 } from '../lib/hash128.js'
import { type CaseId, CROCKFORD } from '../model/case-id.js'
import type { ImportMapping } from '../model/import-mapping.js'
import type { Allowed } from '../model/personal-data.js'
import { findPersonalData } from '../privacy/find.js'
import { type Row, textOfCell } from './row.js'

/** Characters of an id that is derived, 5 bits each. */
const LENGTH = 9

/**
 * What tells a row from all others of its system, the same whenever it is exported: its reference there.
 * A row without one, or whose reference is a personal datum, is told by all that it says.
 */
export function refOf(row: Row, mapping: ImportMapping, allowed: Allowed): string {
  const column = mapping.columns.find(({ to, drop }) => to === 'source.refs' && drop !== true)
  const cell = column === undefined ? undefined : row.cells.get(column.column)
  const written = typeof cell === 'string' ? cell : cell?.[0]
  const ref = written?.split(column?.split ?? /[\n;；,，、|]/, 1)[0]?.trim() ?? ''
  if (ref !== '' && [...ref].length <= 200) {
    // The name of the column may give it away, or excuse it: 工单号 13800138000.
    const texts = [ref, `${column?.column ?? ''}: ${ref}`]
    if (texts.every(text => findPersonalData(text, allowed).length === 0)) return ref
  }
  return `row-${contentHash(row).slice(0, 16)}`
}

/** All that a row says, as 32 hexadecimal digits. */
export function contentHash({ cells }: Row): string {
  return hash128([...cells].map(([column, cell]) => `${column}\0${textOfCell(cell)}`).join('\u0001'))
}

/**
 * The id of the case that a reference becomes: 45 bits of its hash, so that whoever imports it anywhere
 * gives it the same one.
 * @param salt for a reference whose id another one has: 0, then 1 …
 */
export function idOfRef(prefix: string, system: string, ref: string, salt: number): CaseId {
  const hash = hash128([system, ref, ...(salt === 0 ? [] : [String(salt)])].join('\0'))
  // Joined and not added up: an import keeps an id for each row, and V8 would keep all the parts of a sum.
  const parts = [prefix, '-']
  for (let i = 0; i < LENGTH; i++) {
    parts.push(CROCKFORD[Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16) & 31] ?? '')
  }
  return parts.join('')
}

/** Salts that are tried before an id counts as another system's: two collisions of one id never happen. */
const MOST_SALTS = 3

/**
 * Whether a case that names a reference may be the one that an import of the system made of it: a drawn
 * id says nothing of systems, a derived one does.
 */
export function mayBeOf(id: CaseId, prefix: string, system: string, ref: string): boolean {
  if (id.length - id.lastIndexOf('-') - 1 !== LENGTH) return true
  return Array.from({ length: MOST_SALTS }, (_, salt) => idOfRef(prefix, system, ref, salt)).includes(id)
}
