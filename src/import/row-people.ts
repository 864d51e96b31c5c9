import type { Allowed } from '../model/personal-data.js'
import { findPersonalData } from '../privacy/find.js'
import { type Row, textOfCell } from './row.js'

/** Longest cell that is read as the name of somebody, in UTF-16 code units. */
const LONGEST = 60

/**
 * The people whom the columns of a row name (联系人, Customer name), taken over or not: in its texts the
 * same names mean the same people, where nothing around them tells.
 */
export function peopleIn(row: Row, allowed: Allowed): readonly string[] {
  const people = new Set<string>()
  for (const [column, cell] of row.cells) {
    if (!namesPeople(column)) continue
    const text = textOfCell(cell)
    if (text === '' || text.length > LONGEST || text.includes('\n')) continue
    const beside = `${column}: ${text}`
    for (const { type, start, end } of findPersonalData(beside, allowed)) {
      if (type === 'name' && start >= column.length) people.add(beside.slice(start, end))
    }
  }
  return [...people]
}

/** Column → whether its name says that people stand in it. An export has few; many are of many exports. */
const known = new Map<string, boolean>()
const MOST_KNOWN = 1000

function namesPeople(column: string): boolean {
  let found = known.get(column)
  if (found === undefined) {
    if (known.size >= MOST_KNOWN) known.clear()
    found = EXAMPLES.some(name => findPersonalData(`${column}: ${name}`).some(({ type }) => type === 'name'))
    known.set(column, found)
  }
  return found
}

const EXAMPLES = ['王小明', 'Grace Hopper']
