/** Longer lines of a feedback file are none of casectl's. */
const MAX_LINE = 4096
const COUNTED: readonly unknown[] = ['used', 'solved']

/**
 * How often each case was used, counted from feedback lines such as
 * `{"event":"…","case":"CASE-7F3KQ","kind":"used","day":"2026-11-22"}`: distinct events of kind `used`
 * or `solved`. An event that stands twice, as after a merge, counts once. Lines of any other form are
 * passed over.
 * @param texts feedback files, in an order that does not change from run to run
 * @returns upper-case id → uses, never 0
 */
export function countUses(texts: Iterable<string>): Map<string, number> {
  const events = new Set<string>()
  const uses = new Map<string, number>()
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const use = readUse(line)
      if (use === undefined || events.has(use.event)) continue
      events.add(use.event)
      uses.set(use.id, (uses.get(use.id) ?? 0) + 1)
    }
  }
  return uses
}

function readUse(line: string): { event: string; id: string } | undefined {
  if (line.length > MAX_LINE || line.trim() === '') return undefined
  const value = parse(line)
  if (typeof value !== 'object' || value === null) return undefined
  const { event, case: id, kind } = value as Readonly<Record<string, unknown>>
  if (typeof event !== 'string' || typeof id !== 'string' || !COUNTED.includes(kind)) return undefined
  return { event, id: id.toUpperCase() }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
