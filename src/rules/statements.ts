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
  readonly problem: Uint32Array
  readonly solution: Uint32Array
}

/**
 * What cases state, as sets of words; each case is read once, and only where its title names the
 * problem of another one.
 */
export class Statements {
  readonly #titles = new Map<Case, Uint32Array>()
  readonly #bodies = new Map<Case, Words>()

  /** How sure it is that two cases solve one problem in different ways; undefined where they do not. */
  contradiction(one: Case, other: Case, limits: StatementLimits): number | undefined {
    if (jaccard(this.#title(one), this.#title(other)) < limits.sameTitle) return undefined
    const [a, b] = [this.#body(one), this.#body(other)]
    const shortest = Math.min(a.problem.length, b.problem.length, a.solution.length, b.solution.length)
    if (shortest < MIN_WORDS) return undefined
    const same = jaccard(a.problem, b.problem)
    const alike = jaccard(a.solution, b.solution)
    return same < limits.sameProblem || alike > limits.otherSolution ? undefined : same - alike
  }

  #title(found: Case): Uint32Array {
    return remembered(this.#titles, found, ({ title }) => wordSet(title))
  }

  #body(found: Case): Words {
    return remembered(this.#bodies, found, one => ({
      problem: wordSet(textOf(one, PROBLEM)),
      solution: wordSet(textOf(one, SOLUTION)),
    }))
  }
}

function remembered<T>(known: Map<Case, T>, found: Case, make: (found: Case) => T): T {
  const before = known.get(found)
  if (before !== undefined) return before
  const made = make(found)
  known.set(found, made)
  return made
}

function textOf({ body }: Case, sections: readonly string[]): string {
  const wanted = body.sections.filter(({ id }) => id !== undefined && sections.includes(id))
  return wanted.map(({ text }) => text).join('\n')
}
