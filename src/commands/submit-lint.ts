import { pretty } from '../report/pretty.js'
import { countBySeverity } from '../rules/run.js'
import { type Context, envelope } from './context.js'
import type { Chosen, SubmitCommandOptions } from './submit-choose.js'

/** Shows what lint found; false when an error is among it. */
export function passesLint(
  { terminal }: Context,
  chosen: readonly Chosen[],
  { json }: SubmitCommandOptions,
): boolean {
  const diagnostics = chosen.flatMap(({ lint }) => lint)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return true
  const result = {
    diagnostics: errors,
    suppressed: [],
    files: chosen.length,
    counts: countBySeverity(errors),
  }
  if (json === true) terminal.json(envelope('submit', { submitted: [], diagnostics: errors }))
  else terminal.out(pretty(result, { language: terminal.language }))
  terminal.say({
    en: 'Nothing was submitted: in review, these are errors.',
    zh: '没有提交任何内容：进入评审时，以上是错误。',
  })
  return false
}
