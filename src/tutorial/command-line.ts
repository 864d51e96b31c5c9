/** A program of a line with its arguments. */
export type Words = readonly [program: string, ...args: string[]]

/**
 * The commands of a line, in order; `&&` parts them. Words are parted by spaces; quotes hold spaces and
 * nothing is expanded, since no shell reads it.
 * @returns undefined for a line with a quote left open or a command without a word
 */
export function commandsOf(line: string): Words[] | undefined {
  const commands: string[][] = [[]]
  // A quoted piece, a run of plain characters, or the space between words.
  const pieces = line.match(/"[^"]*"|'[^']*'|[^\s"']+|\s+|["']/g) ?? []
  let open = false
  for (const piece of pieces) {
    if (piece === '"' || piece === "'") return undefined
    const words = commands.at(-1)
    if (/^\s/.test(piece)) open = false
    else if (piece === '&&' && !open) commands.push([])
    else if (words !== undefined) {
      const text = /^["']/.test(piece) ? piece.slice(1, -1) : piece
      if (open) words.push((words.pop() ?? '') + text)
      else words.push(text)
      open = true
    }
  }
  const whole = commands.flatMap(([program, ...args]): Words[] => (program ? [[program, ...args]] : []))
  return whole.length === commands.length ? whole : undefined
}
