import type { Message, Messages } from '../lib/message.js'
import { type Example, NO_OPTIONS, type Rule } from './rule.js'

/** Describes a rule whose findings the parser has already made. */
export interface ProblemRuleSpec {
  readonly id: string
  readonly summary: Message
  readonly why: Message
  readonly messages: Messages
  readonly examples: { readonly good: Example; readonly bad: Example }
}

/** A rule that reports the parser's problems filed under its id. Its findings are errors on every case. */
export function problemRule(spec: ProblemRuleSpec): Rule {
  return {
    ...spec,
    severity: 'error',
    options: NO_OPTIONS,
    scope: 'file',
    mayFind: ({ file }) => file.problems.length > 0,
    *check({ file }) {
      for (const problem of file.problems) {
        if (problem.rule !== spec.id) continue
        const { code, args, at, fix } = problem
        yield { code, args, at, ...(fix === undefined ? {} : { fix: [fix] }) }
      }
    },
  }
}
