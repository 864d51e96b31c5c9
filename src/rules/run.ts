import type { Day } from '../lib/day.js'
import { addTo } from '../lib/groups.js'
import type { Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import { compareDiagnostics, type Diagnostic, type Severity, type Suppressed } from '../model/diagnostic.js'
import { type AnyFinding, toDiagnostic } from './diagnose.js'
import type { Disable, Disables } from './disables.js'
import { type ActiveRule, FileJudge, isQuiet, type Judgement } from './judge.js'
import type { Gathered, Rule } from './rule.js'
import { type RuleStats, RuleTimes } from './rule-times.js'

export type { ActiveRule } from './judge.js'
export type { RuleStats } from './rule-times.js'

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
  /** What files come to for themselves, where that is known; the others are judged now. */
  readonly judgements?: ReadonlyMap<RepoPath, Judgement>
  /** By rule: what those that look at cases alone found in these very cases. */
  readonly ofCases?: ReadonlyMap<string, readonly Diagnostic[]> | undefined
  /** Told what such a rule found now, in all files. */
  readonly onCasesJudged?: ((rule: string, found: readonly Diagnostic[]) => void) | undefined
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

/** The rules that run: dated ones only where somebody says which day it is. */
export function runningRules(rules: readonly ActiveRule[], asOf: Day | undefined): readonly ActiveRule[] {
  return rules.filter(({ rule }) => rule.dated !== true || asOf !== undefined)
}

// A body is parsed when it is first asked for; the first rule that asks shall not pay for all.
function parseBodies({ files }: Library): number {
  return files.reduce((blocks, file) => blocks + (file.case?.body.blocks.length ?? 0), 0)
}

class Run {
  readonly #library: Library
  readonly #rules: readonly ActiveRule[]
  readonly #options: RunOptions
  readonly #running: ReadonlySet<string>
  readonly #judge: FileJudge
  readonly #judgements: ReadonlyMap<RepoPath, Judgement>
  readonly #gathered = new Map<RepoPath, Judgement['gathered']>()
  readonly #times: RuleTimes | undefined
  /** What library rules found, by path. */
  readonly #beyond = new Map<RepoPath, Diagnostic[]>()
  readonly #diagnostics: Diagnostic[] = []
  readonly #suppressed: Suppressed[] = []

  constructor(library: Library, rules: readonly ActiveRule[], options: RunOptions) {
    this.#library = library
    this.#rules = runningRules(rules, options.asOf)
    this.#options = options
    this.#judgements = options.judgements ?? new Map()
    const running = this.#rules.map(({ rule }) => rule)
    this.#running = new Set(running.map(({ id }) => id))
    this.#times = options.clock === undefined ? undefined : new RuleTimes(running, options.clock)
    const known = options.known ?? new Set(rules.map(({ rule }) => rule.id))
    const { strict, asOf } = options
    this.#judge = new FileJudge(library, this.#rules, { known, strict, asOf, times: this.#times })
  }

  library(selected: ReadonlySet<RepoPath> | undefined): void {
    const library = this.#library
    for (const active of this.#rules) {
      for (const diagnostic of this.#judgeLibrary(active)) {
        const { path } = diagnostic
        if (selected !== undefined && !selected.has(path)) continue
        // What a library rule says of a file that is no case can be waved through nowhere.
        if (library.fileAt.has(path)) addTo(this.#beyond, path, diagnostic)
        else this.#diagnostics.push(diagnostic)
      }
    }
  }

  #judgeLibrary(active: ActiveRule): readonly Diagnostic[] {
    const library = this.#library
    const { rule, options } = active
    if (rule.scope !== 'library') return []
    const { ofCases, onCasesJudged, strict } = this.#options
    const before = rule.ofCases === true ? ofCases?.get(rule.id) : undefined
    if (before !== undefined) return before
    const gathered = (file: CaseFile): Gathered | undefined => this.#gatheredOf(file)[rule.id]
    const findings = this.#time(rule, () => rule.check({ library, options, gathered }))
    const found = Array.from(findings, finding => {
      const path = finding.path ?? ''
      return toDiagnostic(active, finding, path, library.fileAt.get(path), strict)
    })
    if (rule.ofCases === true) onCasesJudged?.(rule.id, found)
    return found
  }

  file(file: CaseFile): void {
    const judgement = this.#judgements.get(file.path) ?? this.#judge.judge(file, this.#gatheredOf(file))
    const { findings, disables, gathered } = judgement
    const beyond = this.#beyond.get(file.path)
    if (beyond === undefined && isQuiet(judgement)) return
    const found = [...(beyond ?? []), ...findings, ...this.#linked(file, gathered)]
    const used = disables.disables.length === 0 ? new Set<Disable>() : this.#silence(found, disables.disables)
    if (disables.disables.length === 0) this.#diagnostics.push(...found)
    if (disables.disables.length + disables.faults.length > 0) this.#judgeDisables(file, disables, used)
  }

  result(files: number): LintResult {
    const diagnostics = this.#diagnostics.sort(compareDiagnostics)
    const counts = countBySeverity(diagnostics)
    const suppressed = this.#suppressed.sort(compareDiagnostics)
    const result = { diagnostics, suppressed, files, counts }
    return this.#times === undefined ? result : { ...result, stats: this.#times.stats }
  }

  #gatheredOf(file: CaseFile): Judgement['gathered'] {
    const { path } = file
    const known = this.#judgements.get(path)?.gathered ?? this.#gathered.get(path)
    if (known !== undefined) return known
    const gathered = this.#judge.gather(file)
    this.#gathered.set(path, gathered)
    return gathered
  }

  *#linked(file: CaseFile, all: Judgement['gathered']): Iterable<Diagnostic> {
    const found = file.case
    if (found === undefined) return
    for (const active of this.#rules) {
      const { rule, options } = active
      const gathered = rule.scope === 'linked' ? all[rule.id] : undefined
      if (rule.scope !== 'linked' || gathered === undefined) continue
      const input = { library: this.#library, file, case: found, options, gathered, ...this.#day() }
      for (const finding of this.#time(rule, () => rule.check(input))) {
        yield this.#diagnose(active, finding, file)
      }
    }
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
        this.#diagnostics.push(this.#diagnose(active, finding, file))
      }
    }
  }

  #diagnose(active: ActiveRule, finding: AnyFinding, file: CaseFile): Diagnostic {
    return toDiagnostic(active, finding, file.path, file, this.#options.strict)
  }

  #day(): { readonly asOf?: Day } {
    return this.#options.asOf === undefined ? {} : { asOf: this.#options.asOf }
  }

  #time(rule: Rule, check: () => Iterable<AnyFinding>): Iterable<AnyFinding> {
    return this.#times === undefined ? check() : this.#times.findings(rule, check)
  }
}

/** How many findings weigh how much. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const diagnostic of diagnostics) counts[diagnostic.severity]++
  return counts
}
