import type { AnyFinding } from './diagnose.js'
import type { Rule } from './rule.js'

/** What a rule cost and found; suppressed findings count. */
export interface RuleStats {
  readonly rule: string
  /** Milliseconds. */
  readonly time: number
  readonly findings: number
}

/** What rules cost and find while they run. */
export class RuleTimes {
  readonly #clock: () => number
  readonly #times = new Map<string, { time: number; findings: number }>()

  /**
   * @param rules those that are counted, in the order in which they are listed
   * @param clock milliseconds from any start
   */
  constructor(rules: readonly Rule[], clock: () => number) {
    this.#clock = clock
    for (const { id } of rules) this.#times.set(id, { time: 0, findings: 0 })
  }

  /** Runs a check to its end. */
  findings(rule: Rule, check: () => Iterable<AnyFinding>): readonly AnyFinding[] {
    const found = this.work(rule, () => [...check()])
    const own = this.#times.get(rule.id)
    if (own !== undefined) own.findings += found.length
    return found
  }

  work<T>(rule: Rule, work: () => T): T {
    const start = this.#clock()
    const result = work()
    const own = this.#times.get(rule.id)
    if (own !== undefined) own.time += this.#clock() - start
    return result
  }

  get stats(): readonly RuleStats[] {
    return [...this.#times].map(([rule, own]) => ({ rule, ...own }))
  }
}
