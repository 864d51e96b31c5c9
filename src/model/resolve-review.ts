import { KINDS, type Kind } from './case.js'
import type { ReviewConfig, Reviewer, WrittenReview } from './review.js'

/** Average of three scores below which a case goes back: the middle of five stars. */
const THRESHOLD = 3
/** Months until a published case is to be read again. */
const MONTHS = 18
/** Half a confirmation a solved use, since nobody read the whole case; ten unsolved ones undo a period. */
const REUSE = { solved: 0.5, unsolved: 0.1 }

/** What was written of review → what is in force. Every role must approve every kind where nothing else is said. */
export function resolveReview(written: WrittenReview = {}): ReviewConfig {
  const roles = new Map<string, readonly Reviewer[]>()
  for (const [role, reviewers] of Object.entries(written.roles ?? {})) {
    roles.set(
      role,
      reviewers.map(reviewer => ({ ...reviewer, only: reviewer.only ?? {} })),
    )
  }
  const all = [...roles.keys()]
  const required = KINDS.map((kind): [Kind, readonly string[]] => [kind, written.required?.[kind] ?? all])
  return {
    identity: written.identity ?? 'author',
    ...(written.adopted === undefined ? {} : { adopted: written.adopted }),
    threshold: written.threshold ?? THRESHOLD,
    roles,
    raci: written.raci ?? 'docs/RACI.md',
    required: Object.fromEntries(required) as ReviewConfig['required'],
    exceptions: written.exceptions ?? [],
    reuse: { ...REUSE, ...written.reuse },
    months: written.months ?? MONTHS,
    monthsBy: { kind: written.months_by?.kind ?? {}, urgency: written.months_by?.urgency ?? {} },
  }
}
