import type { Day } from '../lib/day.js'
import { addTo } from '../lib/groups.js'
import type { Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import { compareDiagnostics, type Diagnostic, type Severity, type Suppressed } from '../model/diagnostic.js'
import { type AnyFinding, toDiagnostic } from './diagnose.js'
import { type Disable, type Disables, NO_DISABLES, readDisables } from './disables.js'
import type { Rule } from './rule.js'

/** A rule with what the configuration says of it; `off` rules are not among them. */
export interface ActiveRule {
  readonly rule: Rule
  /** Set when the configuration overrides the rule's own severities. */
  readonly severity?: Severity
  readonly options: Readonly<Record<string, unknown>>
}

/** What a rule cost and found; suppressed findings count. */
export interface RuleStats {
  readonly rule: string
  /** Milliseconds. */
  readonly time: number
  readonly findings: number
}

export interface LintResult {
  readonly diagnostics: readonly Diagnostic[]
  /** Findings that their own file waves through, in the same order. */
  readonly suppressed: readonly Suppressed[]
  /** Files judged. */
  readonly files: number
  readonly counts: Readonly<Record<Severity, number>>
  /** A rule each, in the order of the documentation; only where a clock was given. */
  readonly stats?: readonly RuleStats[]
}

export interface RunOptions {
  /** Reports only on these paths; the rules still see the whole library. */
  readonly selected?: ReadonlySet<RepoPath> | undefined
  /** Ids that a disable may name; those of the rules that run where left out. */
  readonly known?: ReadonlySet<string>
  /** Judges drafts as it judges published cases. */
  readonly strict?: boolean
  /** Today, for rules that compare with it. */
  readonly asOf?: Day | undefined
  /** Milliseconds from any start: asks for `stats`. */
  readonly clock?: (() => number) | undefined
}

/** Runs rules over a library and returns every finding in the one order. */
export function runRules(
  library: Library,
  rules: readonly ActiveRule[],
  options: RunOptions = {},
): LintResult {
  const { selected } = options
  const files = selected === undefined ? library.files : library.files.filter(file => selected.has(file.path))
  if (options.clock !== undefined) parseBodies(library)
  const run = new Run(library, rules, options)
  run.library(selected)
  for (const file of files) run.file(file)
  return run.result(files.length)
}

// A body is parsed when it is first asked for; the first rule that asks shall not pay for all.
function parseBodies({ files }: Library): number {
  return files.reduce((blocks, file) => blocks + (file.case?.body.blocks.length ?? 0), 0)
}

class Run {
  readonly #library: Library
  readonly #rules: readonly ActiveRule[]
  readonly #options: RunOptions
  readonly #known: ReadonlySet<string>
  readonly #running: ReadonlySet<string>
  /** What library rules found, by path. */
  readonly #beyond = new Map<RepoPath, Diagnostic[]>()
  readonly #diagnostics: Diagnostic[] = []
  readonly #suppressed: Suppressed[] = []
  readonly #stats = new Map<string, { time: number; findings: number }>()

  constructor(library: Library, rules: readonly ActiveRule[], options: RunOptions) {
    this.#library = library
    this.#rules = rules.filter(({ rule }) => rule.dated !== true || options.asOf !== undefined)
    this.#options = options
    this.#running = new Set(this.#rules.map(({ rule }) => rule.id))
    this.#known = options.known ?? new Set(rules.map(({ rule }) => rule.id))
    for (const { rule } of this.#rules) this.#stats.set(rule.id, { time: 0, findings: 0 })
  }

  library(selected: ReadonlySet<RepoPath> | undefined): void {
    const library = this.#library
    const known = new Map(library.files.map(file => [file.path, file]))
    for (const active of this.#rules) {
      const { rule, options } = active
      if (rule.scope !== 'library') continue
      const found = this.#time(rule, () => rule.check({ library, options, ...this.#day() }))
      for (const finding of found) {
        const path = finding.path ?? ''
        if (selected !== undefined && !selected.has(path)) continue
        const diagnostic = toDiagnostic(active, finding, path, known.get(path), this.#options.strict)
        // What a library rule says of a file that is no case can be waved through nowhere.
        if (known.has(path)) addTo(this.#beyond, path, diagnostic)
        else this.#diagnostics.push(diagnostic)
      }
    }
  }

  file(file: CaseFile): void {
    const found = [...(this.#beyond.get(file.path) ?? [])]
    for (const active of this.#rules) {
      for (const finding of this.#check(active, file)) found.push(this.#judge(active, finding, file))
    }
    const read = readDisables(file, this.#known)
    const used = read.disables.length === 0 ? new Set<Disable>() : this.#silence(found, read.disables)
    if (read.disables.length === 0) this.#diagnostics.push(...found)
    if (read !== NO_DISABLES) this.#judgeDisables(file, read, used)
  }

  result(files: number): LintResult {
    const diagnostics = this.#diagnostics.sort(compareDiagnostics)
    const counts = countBySeverity(diagnostics)
    const suppressed = this.#suppressed.sort(compareDiagnostics)
    const result = { diagnostics, suppressed, files, counts }
    if (this.#options.clock === undefined) return result
    return { ...result, stats: [...this.#stats].map(([rule, stats]) => ({ rule, ...stats })) }
  }

  #check({ rule, options }: ActiveRule, file: CaseFile): readonly AnyFinding[] {
    const input = { library: this.#library, file, options, ...this.#day() }
    if (rule.scope === 'file') return this.#time(rule, () => rule.check(input))
    const found = file.case
    if (rule.scope !== 'case' || found === undefined) return []
    return this.#time(rule, () => rule.check({ ...input, case: found }))
  }

  /** Sorts findings into what is reported and what is not; gives the disables that silenced one. */
  #silence(found: readonly Diagnostic[], disables: readonly Disable[]): ReadonlySet<Disable> {
    const used = new Set<Disable>()
    for (const diagnostic of found) {
      const start = diagnostic.at?.start ?? 0
      const silencing = disables.filter(
        ({ rule, from, to }) => rule === diagnostic.rule && from <= start && start < to,
      )
      const [first] = silencing
      if (first === undefined) this.#diagnostics.push(diagnostic)
      else this.#suppressed.push({ ...diagnostic, reason: first.reason })
      for (const disable of silencing) used.add(disable)
    }
    return used
  }

  #judgeDisables(file: CaseFile, { disables, faults }: Disables, used: ReadonlySet<Disable>): void {
    const unused = disables.filter(disable => this.#running.has(disable.rule) && !used.has(disable))
    for (const active of this.#rules) {
      const { rule, options } = active
      if (rule.scope !== 'disables') continue
      const input = { library: this.#library, file, options, faults, unused }
      for (const finding of this.#time(rule, () => rule.check(input))) {
        this.#diagnostics.push(this.#judge(active, finding, file))
      }
    }
  }

  #judge(active: ActiveRule, finding: AnyFinding, file: CaseFile): Diagnostic {
    return toDiagnostic(active, finding, file.path, file, this.#options.strict)
  }

  #day(): { readonly asOf?: Day } {
    return this.#options.asOf === undefined ? {} : { asOf: this.#options.asOf }
  }

  #time(rule: Rule, check: () => Iterable<AnyFinding>): readonly AnyFinding[] {
    const { clock } = this.#options
    if (clock === undefined) return [...check()]
    const start = clock()
    const found = [...check()]
    const stats = this.#stats.get(rule.id)
    if (stats !== undefined) {
      stats.time += clock() - start
      stats.findings += found.length
    }
    return found
  }
}

/** How many findings weigh how much. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const diagnostic of diagnostics) counts[diagnostic.severity]++
  return counts
}
