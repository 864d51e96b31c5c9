import { fill, type Language, type Message } from '../lib/message.js'
import type { CommandStep, Values } from './step.js'

/** What a line came to. */
export interface Outcome {
  readonly code: number
  /** Without colours. */
  readonly stdout: string
  readonly stderr: string
}

/** Undefined where it came out as the step says, else what is otherwise. */
export function misfit(
  step: CommandStep,
  outcome: Outcome,
  values: Values,
  language: Language,
): Message | undefined {
  const { code = 0, shows, keep = {} } = step
  if (outcome.code !== code) {
    const args = { code: outcome.code, expected: code }
    return fill(
      { en: 'Exit code {code}; {expected} was expected.', zh: '退出码为 {code}，预期为 {expected}。' },
      args,
    )
  }
  const said = outcome.stdout + outcome.stderr
  const texts = shows.map(text => fill(text, values)[language])
  const absent = texts.find(text => !said.includes(text))
  if (absent !== undefined) return fill(NOT_SAID, { text: absent })
  const lost = Object.entries(keep).find(([, pattern]) => !pattern.test(outcome.stdout))
  return lost === undefined ? undefined : fill(NOT_SAID, { text: lost[0] })
}

const NOT_SAID: Message = {
  en: 'The output does not say "{text}".',
  zh: '输出中没有“{text}”。',
}

/** The values that a step finds out, with those before. */
export function keptValues(step: CommandStep, { stdout }: Outcome, values: Values): Values {
  const found = Object.entries(step.keep ?? {}).map(([name, pattern]) => [
    name,
    pattern.exec(stdout)?.[1] ?? '',
  ])
  return { ...values, ...Object.fromEntries(found) }
}
