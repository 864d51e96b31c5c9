import { jaccard, wordSet } from '../lib/word-set.js'
import type { Case } from '../model/case.js'

/** The sections that say what is wrong, and those that say what to do. */
const PROBLEM = ['problem', 'symptoms']
const SOLUTION = ['resolution', 'steps']

/** What is shorter states too little to be compared. */
const MIN_WORDS = 5

/** Shares of words, 0 to 1. */
export interface StatementLimits {
  readonly sameTitle: number
  readonly sameProblem: number
  readonly otherSolution: number
}

interface Words {
  readonly title: Uint32Array
  readonly problem: Uint32Array
  readonly solution: Uint32Array
}

/** What cases state, as sets of words; each case is read once. */
export class Statements {
  readonly #known = new Map<Case, Words>()

  /** How sure it is that two cases solve one problem in different ways; undefined where they do not. */
  contradiction(one: Case, other: Case, limits: StatementLimits): number | undefined {
    const [a, b] = [this.#of(one), this.#of(other)]
    const shortest = Math.min(a.problem.length, b.problem.length, a.solution.length, b.solution.length)
    if (shortest < MIN_WORDS || jaccard(a.title, b.title) < limits.sameTitle) return undefined
    const same = jaccard(a.problem, b.problem)
    const alike = jaccard(a.solution, b.solution)
    return same < limits.sameProblem || alike > limits.otherSolution ? undefined : same - alike
  }

  #of(found: Case): Words {
    const known = this.#known.get(found)
    if (known !== undefined) return known
    const words = {
      title: wordSet(found.title),
      problem: wordSet(textOf(found, PROBLEM)),
      solution: wordSet(textOf(found, SOLUTION)),
    }
    this.#known.set(found, words)
    return words
  }
}

function textOf({ body }: Case, sections: readonly string[]): string {
  const wanted = body.sections.filter(({ id }) => id !== undefined && sections.includes(id))
  return wanted.map(({ text }) => text).join('\n')
}
