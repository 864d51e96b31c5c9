import type { CaseId } from './case-id.js'

/** A question whose right answers are known: what search quality is measured by. */
export interface GoldQuery {
  /** As a person would type it. */
  readonly text: string
  /** BCP 47 language of the one who asks; `zh` and `en` group the figures. */
  readonly language: string
  /** What sort of query it is: `symptom`, `code`, `mixed`, `typo` … */
  readonly kind: string
  /** The cases that answer it; any of them will do. */
  readonly expect: readonly CaseId[]
}
