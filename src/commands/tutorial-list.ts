import { style } from '../lib/style.js'
import { type Step, TUTORIAL_ROLES, type TutorialRole } from '../tutorial/step.js'
import { TUTORIALS } from '../tutorial/tutorials.js'
import { type Context, type ExitCode, envelope } from './context.js'

interface ListOptions {
  /** Only this one. */
  readonly role?: TutorialRole
  readonly json?: boolean
}

/** `casectl tutorial --list`: the roles and their steps. */
export function listTutorials({ terminal }: Context, { role, json }: ListOptions): ExitCode {
  const chosen = TUTORIAL_ROLES.filter(name => role === undefined || name === role).map(
    name => TUTORIALS[name],
  )
  const typed = (step: Step): string =>
    terminal.text('line' in step ? step.line : { en: `edit ${step.file.en}`, zh: `修改 ${step.file.zh}` })
  if (json === true) {
    const roles = chosen.map(each => ({
      role: each.role,
      title: terminal.text(each.title),
      steps: each.steps.map(step => ({ why: terminal.text(step.why), line: typed(step) })),
    }))
    terminal.json(envelope('tutorial', { roles }))
    return 0
  }
  for (const each of chosen) {
    terminal.out(`${style.bold(each.role)}  ${terminal.text(each.title)}`)
    for (const [i, step] of each.steps.entries()) {
      terminal.out(`  ${String(i + 1).padStart(2)}  ${terminal.text(step.why)}`)
      terminal.out(`      ${style.cyan(typed(step))}`)
    }
    terminal.out('')
  }
  return 0
}
