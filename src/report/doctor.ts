import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { shown } from './shown.js'

/** What a check says, as a report on health shows it. */
interface Told {
  readonly check: string
  readonly health: 'ok' | 'note' | 'warning' | 'error'
  readonly message: Message
  readonly todo?: Message
}

const MARKS = {
  ok: style.green('✓'),
  note: style.dim('·'),
  warning: style.yellow('!'),
  error: style.red('✗'),
} as const

/** A line a symptom, with what to do below it. */
export function doctorText(found: readonly Told[], language: Language): string {
  const width = Math.max(...found.map(({ check }) => check.length))
  return found
    .map(({ check, health, message, todo }) => {
      const head = `${MARKS[health]} ${check.padEnd(width)}  `
      const rest = todo === undefined ? [] : [`→ ${shown(todo[language])}`]
      const indent = ' '.repeat(width + 4)
      return head + [shown(message[language]), ...rest].join('\n').replaceAll('\n', `\n${indent}`)
    })
    .join('\n')
}
