import type { Day } from '../lib/day.js'
import type { CaseFile } from '../model/case.js'
import type { Diagnostic, Severity } from '../model/diagnostic.js'
import { type AnyFinding, toDiagnostic } from './diagnose.js'
import { type Disables, readDisables } from './disables.js'
import type { Gathered, Rule, Settings } from './rule.js'
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

/** Judges the files of one library one by one. */
export class FileJudge {
  readonly #settings: Settings
  readonly #rules: readonly ActiveRule[]
  readonly #options: JudgeOptions
  readonly #day: { readonly asOf?: Day }

  /** @param rules those that run: dated ones are not among them where no day is given */
  constructor(settings: Settings, rules: readonly ActiveRule[], options: JudgeOptions) {
    this.#settings = settings
    this.#rules = rules
    this.#options = options
    this.#day = options.asOf === undefined ? {} : { asOf: options.asOf }
  }

  /** @param gathered where it is known already */
  judge(file: CaseFile, gathered: Judgement['gathered'] = this.gather(file)): Judgement {
    const findings: Diagnostic[] = []
    for (const active of this.#rules) {
      for (const finding of this.#check(active, file)) {
        findings.push(toDiagnostic(active, finding, file.path, file, this.#options.strict))
      }
    }
    return { findings, disables: readDisables(file, this.#options.known), gathered }
  }

  /** What the rules take down of a file. */
  gather(file: CaseFile): Judgement['gathered'] {
    let all: Record<string, Gathered> | undefined
    for (const active of this.#rules) {
      const gathered = this.#gather(active, file)
      if (gathered === undefined) continue
      all ??= {}
      all[active.rule.id] = gathered
    }
    return all ?? NOTHING
  }

  #check({ rule, options }: ActiveRule, file: CaseFile): Iterable<AnyFinding> {
    const { times } = this.#options
    if (rule.scope === 'file') {
      const input = { library: this.#settings, file, options, ...this.#day }
      return times === undefined ? rule.check(input) : times.findings(rule, () => rule.check(input))
    }
    const found = file.case
    if (rule.scope !== 'case' || found === undefined) return []
    const input = { library: this.#settings, file, case: found, options, ...this.#day }
    return times === undefined ? rule.check(input) : times.findings(rule, () => rule.check(input))
  }

  #gather({ rule, options }: ActiveRule, file: CaseFile): Gathered | undefined {
    const { times } = this.#options
    const input = { library: this.#settings, file, options, ...this.#day }
    if (rule.scope === 'library') {
      const gather = rule.gather?.bind(rule)
      if (gather === undefined) return undefined
      return times === undefined ? gather(input) : times.work(rule, () => gather(input))
    }
    const found = file.case
    if (rule.scope !== 'linked' || found === undefined) return undefined
    const gather = () => rule.gather({ ...input, case: found })
    return times === undefined ? gather() : times.work(rule, gather)
  }
}
