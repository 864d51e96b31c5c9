import type { NumberRun } from './recogniser.js'

// Seven digits or more, with what people put between them.
const RUN = /[(+]?\d(?:[ \-.()]{0,3}\d){6,}/g
const DAY = /^(?:19|20)\d\d-[01]\d-[0-3]\d(?: \d\d)?$/

/** The runs of digits in which a number of a person may stand; days are left out. */
export function numberRuns(text: string): NumberRun[] {
  const runs: NumberRun[] = []
  RUN.lastIndex = 0
  for (let match = RUN.exec(text); match !== null; match = RUN.exec(text)) {
    const { 0: run, index } = match
    if (!DAY.test(run)) runs.push({ start: index, end: index + run.length, digits: digitsIn(run) })
  }
  return runs
}

function digitsIn(run: string): number {
  let digits = 0
  for (let i = 0; i < run.length; i++) if (run.charCodeAt(i) >= 0x30) digits++
  return digits
}
