import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { Example } from '../rules/rule.js'
import { shown } from './shown.js'

/** Lines shown around one that tells the two examples apart. */
const CONTEXT = 2

const SAME: Message = {
  en: '(the same without the marked lines)',
  zh: '（与上例相同，只是没有标出的行）',
}

interface Line {
  readonly text: string
  /** The name of a file: always shown. */
  readonly name?: boolean
  /** The other example does not have this line. */
  readonly marked?: boolean
}

/**
 * An example beside its counterpart: lines that only this one has are marked with `>`, and what
 * lies far from any of them is folded to `…`. Where only the order differs, it is shown in full.
 */
export function exampleText(example: Example, other: Example, language: Language): string[] {
  const lines = marked(example, other)
  if (!lines.some(line => line.marked === true)) {
    const apart = marked(other, example).some(line => line.marked === true)
    return apart ? [style.dim(`  ${SAME[language]}`)] : lines.map(lineText)
  }
  const out: string[] = []
  let folded = false
  for (const [i, line] of lines.entries()) {
    const around = lines.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1)
    const kept = line.name === true || around.some(near => near.marked === true && near.name !== true)
    if (kept) out.push(lineText(line))
    else if (!folded) out.push(style.dim('  …'))
    folded = !kept
  }
  return out
}

function marked(example: Example, other: Example): Line[] {
  const others = filesOf(other)
  return filesOf(example).flatMap(({ path, lines }) => {
    const name = { text: path, name: true, marked: !others.some(file => file.path === path) }
    return [...(path === '' ? [] : [name]), ...markedLines(lines, others)]
  })
}

function filesOf(example: Example): { path: string; lines: string[] }[] {
  const files = typeof example === 'string' ? { '': example } : example
  return Object.entries(files).map(([path, text]) => ({ path, lines: text.trimEnd().split('\n') }))
}

/** A line counts as shared as often as one of the other example's files has it. */
function markedLines(lines: readonly string[], others: readonly { lines: readonly string[] }[]): Line[] {
  const left = new Map<string, number>()
  for (const file of others) {
    for (const [text, count] of countsOf(file.lines)) left.set(text, Math.max(count, left.get(text) ?? 0))
  }
  return lines.map(text => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return { text, marked: count <= 0 }
  })
}

function countsOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of lines) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function lineText({ text, name, marked }: Line): string {
  const body = shown(text)
  if (name === true) return `${marked === true ? '>' : ' '} ${style.underline(body)}`
  if (text === '') return ''
  return marked === true ? `> ${style.yellow(body)}` : `  ${body}`
}
