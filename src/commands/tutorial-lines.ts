import type { Terminal } from '../io/terminal.js'
import { style } from '../lib/style.js'
import type { Step, Tutorial } from '../tutorial/step.js'
import type { Edit } from '../workspace/tutorial/play.js'

/** `anna$`: who types a line. */
export function promptOf({ person }: Tutorial, { who = person }: Step): string {
  return style.dim(`${who.login}$`)
}

/** A change by hand as lines of a difference. */
export function editLines(terminal: Terminal, prompt: string, { path, from, to }: Edit): string[] {
  const edit = terminal.text({ en: 'edit', zh: '修改' })
  return [
    `${prompt} ${edit} ${path}`,
    ...from.split('\n').map(line => style.red(`- ${line}`)),
    ...to.split('\n').map(line => style.green(`+ ${line}`)),
  ]
}
