import type { Case, CaseFile } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import type { PersonalDatum } from '../model/personal-data.js'
import type { Range } from '../model/range.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import type { Masker } from '../privacy/mask.js'

type Edit = Omit<TextEdit, 'path'>

/** What masks a datum; `path` where it stands in a path that must go on leading to its file. */
type MaskEdit = Edit | 'path' | undefined

/** Paths of files that may bear a datum in their names. */
const PATH_FIELD = /^\/attachments\/\d+\/path$/
/** Where a name leads is written elsewhere: these are changed together or not at all. */
const FIXED_FIELD = /^\/(?:id|related\/\d+|supersedes\/\d+|superseded_by)$/
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i

/**
 * An edit for each datum of a file: body text as it is, values of the front matter so that they
 * stay the text that they were. None where the front matter could not be read.
 */
export function maskEdits(
  { case: found, text }: CaseFile,
  data: readonly PersonalDatum[],
  masker: Masker,
): MaskEdit[] {
  if (found === undefined) return data.map(() => undefined)
  const edits = data.map(datum => ({
    start: datum.start,
    end: datum.end,
    text: masker.replacement(text, datum),
  }))
  return edits.map(edit => {
    if (edit.start >= found.frontMatter.end) return isPath(found, edit) ? 'path' : edit
    return inFrontMatter(found, text, edit, edits)
  })
}

function isPath({ body }: Case, edit: Edit): boolean {
  return body.links.some(
    ({ to, target }) => target !== undefined && holds(target, edit) && !ELSEWHERE.test(to),
  )
}

function holds(range: Pick<Range, 'start' | 'end'>, { start, end }: Edit): boolean {
  return range.start <= start && end <= range.end
}

/** The edit of a value or key: the smallest scalar that holds it is quoted where its mask asks for it. */
function inFrontMatter(found: Case, text: string, edit: Edit, edits: readonly Edit[]): MaskEdit {
  let scalar: Pick<Range, 'start' | 'end'> | undefined
  for (const [pointer, { key, value }] of found.fields) {
    for (const range of key === undefined ? [value] : [key, value]) {
      if (!holds(range, edit)) continue
      if (range === value && PATH_FIELD.test(pointer)) return 'path'
      if (range === value && FIXED_FIELD.test(pointer)) return undefined
      if (scalar === undefined || range.end - range.start <= scalar.end - scalar.start) scalar = range
    }
  }
  // A comment: no value depends on it.
  if (scalar === undefined) return edit
  const opening = text.charAt(scalar.start)
  if (opening === '|' || opening === '>') return edit
  if (opening === '"' || opening === "'") {
    // Neither may the mask end the quotes, nor its place begin or end within an escape: "\u0041…".
    const cut = [edit.start, edit.end].some(at => text.charAt(at - 1) === '\\')
    return cut || /["'\\]/.test(edit.text) ? undefined : edit
  }
  const { start, end } = scalar
  const masked = maskedPart(text, start, end, edits)
  // Over several lines a plain value is folded as a quoted one is.
  const written = masked.includes('\n') ? `'${masked.replaceAll("'", "''")}'` : yamlScalar(masked)
  return written === masked ? edit : { start, end, text: written }
}

function maskedPart(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let out = ''
  let at = start
  for (const edit of edits) {
    if (edit.start < at || edit.end > end) continue
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at, end)
}
