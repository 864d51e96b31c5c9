import type { Span } from './recogniser.js'

// Seven digits or more, with what people put between them.
const RUN = /[(+]?\d(?:[ \-.()]{0,3}\d){6,}/g
const DAY = /^(?:19|20)\d\d-[01]\d-[0-3]\d(?: \d\d)?$/

/** The runs of digits in which a number of a person may stand; days are left out. */
export function numberRuns(text: string): Span[] {
  const runs: Span[] = []
  for (const match of text.matchAll(RUN)) {
    if (!DAY.test(match[0])) runs.push({ start: match.index, end: match.index + match[0].length })
  }
  return runs
}
