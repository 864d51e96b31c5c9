import type { Day } from '../lib/day.js'
import type { Case, CaseFile } from '../model/case.js'
import type { Diagnostic, Severity } from '../model/diagnostic.js'
import { type AnyFinding, toDiagnostic } from './diagnose.js'
import { type Disables, readDisables } from './disables.js'
import type { CaseInput, FileInput, Gathered, Rule, Settings } from './rule.js'
import type { RuleTimes } from './rule-times.js'

/** A rule with what the configuration says of it; `off` rules are not among them. */
export interface ActiveRule {
  readonly rule: Rule
  /** Set when the configuration overrides the rule's own severities. */
  readonly severity?: Severity
  readonly options: Readonly<Record<string, unknown>>
}

/** What one file comes to, whatever the others hold: it changes with the file and the settings alone. */
export interface Judgement {
  readonly findings: readonly Diagnostic[]
  readonly disables: Disables
  /** By rule: what it took down of the file. */
  readonly gathered: Readonly<Record<string, Gathered>>
}

/** True for a file of which nothing was found, waved through or taken down, as of most. */
export function isQuiet({ findings, disables, gathered }: Judgement): boolean {
  for (const _ in gathered) return false
  return findings.length + disables.disables.length + disables.faults.length === 0
}

export interface JudgeOptions {
  /** Ids that a disable may name. */
  readonly known: ReadonlySet<string>
  /** Judges drafts as it judges published cases. */
  readonly strict?: boolean | undefined
  /** Today, for rules that compare with it. */
  readonly asOf?: Day | undefined
  readonly times?: RuleTimes | undefined
}

const NOTHING: Judgement['gathered'] = {}
const NO_FINDINGS: readonly AnyFinding[] = []

type Options = Readonly<Record<string, unknown>>

/** Judges the files of one library one by one. */
export class FileJudge {
  readonly #settings: Settings
  /** Those that look at a file for itself, and those that take down something of it. */
  readonly #checking: readonly ActiveRule[]
  readonly #gathering: readonly ActiveRule[]
  readonly #options: JudgeOptions
  /** True where a rule asks other cases for more than their ids, paths and what it took down of them. */
  readonly asksSeldom: boolean

  /** @param rules those that run: dated ones are not among them where no day is given */
  constructor(settings: Settings, rules: readonly ActiveRule[], options: JudgeOptions) {
    this.#settings = settings
    this.#checking = rules.filter(({ rule }) => rule.scope === 'file' || rule.scope === 'case')
    this.#gathering = rules.filter(({ rule }) => 'gather' in rule)
    this.#options = options
    this.asksSeldom = rules.some(
      ({ rule }) => rule.scope === 'linked' || (rule.scope === 'library' && rule.ofIds !== true),
    )
  }

  /** @param gathered where it is known already */
  judge(file: CaseFile, gathered: Judgement['gathered'] = this.gather(file)): Judgement {
    const findings: Diagnostic[] = []
    for (const active of this.#checking) {
      const found = this.#check(active, file)
      if (found === NO_FINDINGS) continue
      for (const finding of found) {
        findings.push(toDiagnostic(active, finding, file.path, file, this.#options.strict))
      }
    }
    return { findings, disables: readDisables(file, this.#options.known), gathered }
  }

  /** What the rules take down of a file. */
  gather(file: CaseFile): Judgement['gathered'] {
    let all: Record<string, Gathered> | undefined
    for (const active of this.#gathering) {
      const gathered = this.#gather(active, file)
      if (gathered === undefined) continue
      all ??= {}
      all[active.rule.id] = gathered
    }
    return all ?? NOTHING
  }

  #check(active: ActiveRule, file: CaseFile): Iterable<AnyFinding> {
    const { times } = this.#options
    return times === undefined ? this.#ask(active, file) : this.#timed(active, file, times)
  }

  // Apart, so that nothing is set up for the closures where no times are asked for.
  #timed(active: ActiveRule, file: CaseFile, times: RuleTimes): Iterable<AnyFinding> {
    return times.findings(active.rule, () => this.#ask(active, file))
  }

  /** What a rule yields, where it may have something to yield. */
  #ask({ rule, options }: ActiveRule, file: CaseFile): Iterable<AnyFinding> {
    const found = file.case
    if (rule.scope === 'file') {
      const input = this.#input(file, options)
      return rule.mayFind?.(input) === false ? NO_FINDINGS : rule.check(input)
    }
    if (rule.scope !== 'case' || found === undefined) return NO_FINDINGS
    const input = this.#caseInput(file, found, options)
    return rule.mayFind?.(input) === false ? NO_FINDINGS : rule.check(input)
  }

  #gather(active: ActiveRule, file: CaseFile): Gathered | undefined {
    const { times } = this.#options
    return times === undefined ? this.#take(active, file) : this.#timedTake(active, file, times)
  }

  #timedTake(active: ActiveRule, file: CaseFile, times: RuleTimes): Gathered | undefined {
    return times.work(active.rule, () => this.#take(active, file))
  }

  #take({ rule, options }: ActiveRule, file: CaseFile): Gathered | undefined {
    if (rule.scope === 'library') return rule.gather?.(this.#input(file, options))
    const found = file.case
    if (rule.scope !== 'linked' || found === undefined) return undefined
    return rule.gather(this.#caseInput(file, found, options))
  }

  /** Written out: spreading objects takes as long as most rules. */
  #input(file: CaseFile, options: Options): FileInput<Options> {
    const { asOf } = this.#options
    const library = this.#settings
    return asOf === undefined ? { library, file, options } : { library, file, options, asOf }
  }

  #caseInput(file: CaseFile, found: Case, options: Options): CaseInput<Options> {
    const { asOf } = this.#options
    const library = this.#settings
    if (asOf === undefined) return { library, file, case: found, options }
    return { library, file, case: found, options, asOf }
  }
}
