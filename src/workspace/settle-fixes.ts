import { buildLibrary, type Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { FileChange } from '../model/change.js'
import type { LintResult } from '../rules/run.js'
import { type FixPlan, planFixes } from './plan-fixes.js'

/** A file whose fixes were not applied. */
export interface Unfixed {
  readonly path: RepoPath
  /** Half staged in git; or the fixes undo each other or make the case unreadable. */
  readonly reason: 'half-staged' | 'unsettled'
  /** Whose fixes they were. */
  readonly rules: readonly string[]
}

export interface Settled<R extends LintResult> {
  /** Findings fixed, and files changed. */
  readonly fixed: number
  readonly files: number
  /** From what was read to what all fixes together come to. */
  readonly changes: readonly FileChange[]
  readonly unfixed: readonly Unfixed[]
  /** What remains to be said of the library with the changes. */
  readonly run: R
}

/** What fixing asks of the world. */
export interface FixPorts<R extends LintResult> {
  lint(library: Library): Promise<R>
  parse(path: RepoPath, text: string): CaseFile
  /** Asked once, and only where there is something to fix. */
  halfStaged(): Promise<ReadonlySet<RepoPath>>
}

/** Passes over the library: a fix may uncover what another rule can then fix. */
const MAX_PASSES = 10

/**
 * Applies the fixes that findings bring to the texts as they were read, again until none is left. A
 * file whose fixes go in circles, never come to an end, or make it unreadable, gets its first text
 * back; so does one that is half staged in git.
 */
export async function settleFixes<R extends LintResult>(
  library: Library,
  ports: FixPorts<R>,
): Promise<Settled<R>> {
  const fixing = new Fixing(library, ports.parse)
  let run = await ports.lint(library)
  if (!run.diagnostics.some(({ fix }) => fix !== undefined)) return fixing.settled(run)
  const halfStaged = await ports.halfStaged()
  for (let pass = 1; ; pass++) {
    const plan = fixing.plan(run, halfStaged)
    if (plan.changes.length === 0) return fixing.settled(run)
    fixing.take(plan, pass > MAX_PASSES)
    run = await ports.lint(fixing.library)
  }
}

class Fixing {
  library: Library
  readonly #parse: FixPorts<LintResult>['parse']
  readonly #original: ReadonlyMap<RepoPath, CaseFile>
  /** Every text that a file has had. */
  readonly #seen = new Map<RepoPath, Set<string>>()
  readonly #fixed = new Map<RepoPath, number>()
  readonly #unfixed = new Map<RepoPath, Unfixed>()

  constructor(library: Library, parse: FixPorts<LintResult>['parse']) {
    this.library = library
    this.#parse = parse
    this.#original = new Map(library.files.map(file => [file.path, file]))
  }

  plan({ diagnostics }: LintResult, halfStaged: ReadonlySet<RepoPath>): FixPlan {
    const texts = new Map(this.library.files.map(file => [file.path, file.text]))
    const mayChange = (path: RepoPath): boolean => !halfStaged.has(path) && !this.#unfixed.has(path)
    const plan = planFixes(diagnostics, texts, mayChange)
    for (const [path, rules] of plan.passedOver) {
      if (halfStaged.has(path)) this.#unfixed.set(path, { path, reason: 'half-staged', rules })
    }
    return plan
  }

  /** Goes on to the changed texts; `last` gives every file that would still change its first text back. */
  take({ changes, fixed, rules }: FixPlan, last: boolean): void {
    const next = new Map<RepoPath, CaseFile>()
    for (const { path, after } of changes) {
      const original = this.#original.get(path)
      if (original === undefined || after === null) continue
      const seen = this.#seen.get(path) ?? new Set([original.text])
      const file = this.#parse(path, after)
      const unreadable = original.case !== undefined && file.case === undefined
      if (last || unreadable || seen.has(after)) {
        this.#unfixed.set(path, { path, reason: 'unsettled', rules: rules.get(path) ?? [] })
        this.#fixed.delete(path)
        next.set(path, original)
      } else {
        this.#seen.set(path, seen.add(after))
        this.#fixed.set(path, (this.#fixed.get(path) ?? 0) + (fixed.get(path) ?? 0))
        next.set(path, file)
      }
    }
    const { config, taxonomy, files, tree, disk } = this.library
    const all = files.map(file => next.get(file.path) ?? file)
    this.library = buildLibrary(config, taxonomy, all, tree, disk)
  }

  settled<R extends LintResult>(run: R): Settled<R> {
    const changes: FileChange[] = []
    for (const { path, text } of this.library.files) {
      const before = this.#original.get(path)?.text
      if (before !== undefined && before !== text) changes.push({ path, before, after: text })
    }
    const fixed = [...this.#fixed.values()].reduce((sum, count) => sum + count, 0)
    return { fixed, files: changes.length, changes, unfixed: [...this.#unfixed.values()], run }
  }
}
