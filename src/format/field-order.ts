import type { FieldPlace } from '../model/case.js'
import { arrange, isRising, type Piece } from './arrange.js'
import type { LeftCode, Step } from './step.js'
import { type Line, linesFrom } from './text-lines.js'

/** The order in which the templates have the fields of the built-in schema. */
export const FIELD_ORDER: readonly string[] = [
  'id',
  'kind',
  'title',
  'status',
  'language',
  'created',
  'updated',
  'product',
  'error_codes',
  'category',
  'fault_type',
  'urgency',
  'tags',
  'customer_phrases',
  'source',
  'audience',
  'regions',
  'owner',
  'opened',
  'resolution_hours',
  'tools',
  'outcomes',
  'testimonial',
  'causes',
  'attachments',
  'related',
  'supersedes',
  'superseded_by',
  'review_by',
  'review_when',
  'incomplete',
  'scope_exception',
  'lint',
]

/**
 * Puts the fields into the order of the templates: whole lines move, with everything below a field
 * and the comment lines directly above it. A field of the library's own stays behind the one that
 * it follows; blank lines stay where they are.
 */
export const fieldOrder: Step = ({ file: { text }, case: found }) => {
  const places = [...found.fields].filter(([pointer]) => pointer.lastIndexOf('/') === 0)
  const ranks = ranksOf(places.map(([pointer]) => pointer.slice(1)))
  if (isRising(ranks)) return []
  const lines = linesFrom(text.slice(0, found.frontMatter.end), found.frontMatter.start).slice(1, -1)
  const pieces = piecesOf(
    places.map(([, place]) => place),
    ranks,
    lines,
    text,
  )
  return typeof pieces === 'string' ? pieces : [arrange(text, pieces)]
}

/** Where each key belongs; one that the schema does not know goes with the one before it. */
function ranksOf(keys: readonly string[]): number[] {
  let last = -1
  return keys.map(key => {
    const rank = FIELD_ORDER.indexOf(key)
    if (rank !== -1) last = rank
    return last
  })
}

function piecesOf(
  places: readonly FieldPlace[],
  ranks: readonly number[],
  lines: readonly Line[],
  text: string,
): Piece[] | LeftCode {
  const isComment = (i: number): boolean => text.charAt(lines[i]?.start ?? -1) === '#'
  const isLoose = (i: number): boolean => isComment(i) || lines[i]?.blank === true
  const firsts = places.map(({ key }) => lines.findIndex(line => line.start === key?.start))
  if (firsts.some((first, i) => first <= (firsts[i - 1] ?? -1))) return 'fieldShape'
  const heads = firsts.map((first, i) => {
    let head = first
    while (head - 1 > (firsts[i - 1] ?? -1) && isComment(head - 1)) head--
    return head
  })
  const pieces: Piece[] = []
  for (const [i, first] of firsts.entries()) {
    const next = heads[i + 1] ?? lines.length
    let last = next - 1
    // What stands by itself behind the last field stays there.
    while (last > first && (i + 1 < heads.length ? lines[last]?.blank === true : isLoose(last))) last--
    for (let line = first + 1; line <= last; line++) if (isComment(line)) return 'fieldComment'
    const [start, end] = [lines[heads[i] ?? first]?.start, lines[last]?.end]
    if (start !== undefined && end !== undefined) pieces.push({ rank: ranks[i] ?? 0, start, end })
  }
  return pieces
}
