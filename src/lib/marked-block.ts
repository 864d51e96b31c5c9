/** The lines that a generated part of a file stands between. */
export interface Marks {
  readonly begin: string
  readonly end: string
}

/**
 * Puts a block between its marks into a text; everything else keeps its bytes. The block takes the line
 * ends of the text.
 * @param block lines with LF, without the marks
 * @param where a block goes that is not there yet
 * @returns undefined where a mark is missing, is there twice, or ends before it begins
 */
export function withBlock(
  text: string,
  block: string,
  { begin, end }: Marks,
  where: 'top' | 'bottom',
): string | undefined {
  const newline = /\r\n/.test(text) ? '\r\n' : '\n'
  const whole = [begin, ...block.split('\n'), end].join(newline)
  const [begins, ends] = [placesOf(text, begin), placesOf(text, end)]
  if (begins.length === 0 && ends.length === 0) return added(text, whole, newline, where)
  const [from, to] = [begins[0], ends[0]]
  if (from === undefined || to === undefined || begins.length + ends.length > 2 || to < from) return undefined
  return text.slice(0, from) + whole + text.slice(to + end.length)
}

/** Where a mark stands as a line of its own. */
function placesOf(text: string, mark: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const before = text[at - 1]
    const after = text[at + mark.length]
    const begins = before === undefined || before === '\n' || (at === 1 && before === '\ufeff')
    if (begins && (after === undefined || after === '\n' || after === '\r')) places.push(at)
  }
  return places
}

function added(text: string, whole: string, newline: string, where: 'top' | 'bottom'): string {
  if (text === '' || text === '\ufeff') return `${text}${whole}${newline}`
  if (where === 'bottom') {
    const gap = text.endsWith('\n') ? newline : newline + newline
    return `${text}${gap}${whole}${newline}`
  }
  const mark = text.startsWith('\ufeff') ? 1 : 0
  return `${text.slice(0, mark)}${whole}${newline}${newline}${text.slice(mark)}`
}
