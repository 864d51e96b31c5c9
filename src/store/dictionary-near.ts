/** A stretch of sorted texts: those from `from` on that are below `end`; undefined for no bound. */
export interface Stretch {
  readonly from: string | undefined
  readonly end: string | undefined
}

/**
 * False where no text of a stretch can be within `edits` edits of a word, so that it need not be
 * read. The edits are Lunr's: a letter (a UTF-16 code unit) more, less or another, or two neighbours
 * swapped; a `*` in the word is any one letter.
 */
export function mayHoldNear(stretch: Stretch, word: string, edits: number): boolean {
  return reaches([{ rest: word, edits }], 0, stretch)
}

/** A way of reading the beginning of a text: what of the word is still to come, the edits still to spend. */
interface Way {
  readonly rest: string
  readonly edits: number
}

/** Stands for any letter that no way expects. */
const STRANGER = ''

/** Whether a text of the stretch goes on from `at`; a bound counts as long as the text has followed it. */
function reaches(ways: readonly Way[], at: number, { from, end }: Stretch): boolean {
  if (ways.length === 0 || (end !== undefined && at >= end.length)) return false
  const lowest = from?.charAt(at) || undefined
  const highest = end?.charAt(at)
  if (lowest === undefined && (highest === undefined || ways.some(isDone))) return true
  const isFree = (letter: string): boolean =>
    (lowest === undefined || letter > lowest) && (highest === undefined || letter < highest)
  const free = [...expected(ways)].filter(isFree)
  if (hasRoom(lowest, highest)) free.push(STRANGER)
  if (free.some(letter => steps(ways, letter).length > 0)) return true
  const both = lowest === highest
  return (
    (lowest !== undefined && reaches(steps(ways, lowest), at + 1, { from, end: both ? end : undefined })) ||
    (highest !== undefined && !both && reaches(steps(ways, highest), at + 1, { from: undefined, end }))
  )
}

/** The word is read, but for letters that may be left out. */
function isDone({ rest, edits }: Way): boolean {
  return rest.length <= edits
}

/** Whether there are letters between two; it does not matter that the word may expect all of them. */
function hasRoom(lowest: string | undefined, highest: string | undefined): boolean {
  const above = lowest === undefined ? -1 : lowest.charCodeAt(0)
  const below = highest === undefined ? 0x10000 : highest.charCodeAt(0)
  return below - above > 1
}

/** The letters that lead further than a stranger does. */
function expected(ways: readonly Way[]): Set<string> {
  return new Set(
    ways.flatMap(({ rest, edits }) =>
      [...Array(Math.min(rest.length, 2 + edits)).keys()].map(i => rest.charAt(i)),
    ),
  )
}

/** All ways on over one letter of the text. */
function steps(ways: readonly Way[], letter: string): Way[] {
  const found = new Map<string, Way>()
  for (const way of ways) {
    // Letters of the word may be left out before it.
    for (let left = 0; left <= Math.min(way.edits, way.rest.length); left++) {
      for (const next of overLetter({ rest: way.rest.slice(left), edits: way.edits - left }, letter))
        found.set(`${next.edits}${next.rest}`, next)
    }
  }
  return [...found.values()]
}

function overLetter({ rest, edits }: Way, letter: string): Way[] {
  const fits = rest !== '' && (rest[0] === letter || rest[0] === '*')
  const next = fits ? [{ rest: rest.slice(1), edits }] : []
  if (edits === 0) return next
  next.push({ rest, edits: edits - 1 }, { rest: rest.slice(1), edits: edits - 1 })
  if (rest.length > 1 && rest[1] === letter)
    next.push({ rest: rest.charAt(0) + rest.slice(2), edits: edits - 1 })
  return next
}
