/** The text on one line: every run of white space with a line break in it becomes one space. */
export function oneLine(text: string): string {
  return text
    .replaceAll('\0', '\uFFFD')
    .replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ')
    .trim()
}

/** At most `limit` code points, ending in `…` where something was cut. */
export function cutTo(text: string, limit: number): string {
  const points = [...text]
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`
}

/**
 * The first sentence of what a person typed, without list or heading marks: up to and including
 * `。！？!?`, up to a full stop before a space, else to the end of the first line.
 */
export function firstSentence(text: string): string {
  const line = text.trim().split(/[\r\n]/, 1)[0] ?? ''
  const words = line.replace(/^(?:[\s>#*+-]|\d+[.)、])+(?=\S)/, '')
  return (/^.*?(?:[。！？!?]+[”’"')）]*|\.(?=\s|$))/.exec(words)?.[0] ?? words).trim()
}
