/** The program of a thread that judges cases beside the one that lints. */
import { serveTasks } from '../io/serve-tasks.js'
import type { WrittenConfig } from '../model/config.js'
import { resolveConfig } from '../model/resolve-config.js'
import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { RULES } from '../rules/index.js'
import { type ActiveRule, FileJudge, type JudgeOptions } from '../rules/judge.js'
import { CaseReader } from './case-reader.js'
import { isRecord, type LintOutcome, LintReader, type LintTask } from './lint-reader.js'
import { type EncodedRecords, encodeRecords } from './lint-record.js'

/** What the thread is told: the settings as the run holds them, not as they stand on the disk. */
export interface LintSetup {
  readonly root: string
  readonly written: WrittenConfig
  readonly taxonomy: TaxonomyData
  readonly rules: readonly (Omit<ActiveRule, 'rule'> & { readonly id: string })[]
  readonly options: Omit<JudgeOptions, 'times'>
}

/** Outcomes on their way to another thread. */
export interface LintBatch {
  readonly records: EncodedRecords
  /** Files that are as they were. */
  readonly same: readonly Exclude<LintOutcome, { readonly judgement: unknown }>[]
}

serveTasks<LintSetup, readonly LintTask[], LintBatch>(({ root, written, taxonomy: data, rules, options }) => {
  const config = resolveConfig(written)
  const taxonomy = new Taxonomy(data)
  const active = rules.flatMap(({ id, ...settings }) => {
    const rule = RULES.find(one => one.id === id)
    return rule === undefined ? [] : [{ rule, ...settings }]
  })
  const judge = new FileJudge({ config, taxonomy }, active, options)
  const parser = async () => {
    const { openCaseParser } = await import('./case-parser.js')
    return openCaseParser({ root, config, taxonomy })
  }
  const reader = CaseReader.open({ root, config, taxonomy, parser }).then(
    cases => new LintReader(root, cases, judge),
  )
  return async tasks => {
    const outcomes = await (await reader).read(tasks)
    const records = encodeRecords(outcomes.filter(isRecord))
    const same = outcomes.flatMap(outcome => (isRecord(outcome) ? [] : [outcome]))
    return { result: { records, same }, transfer: [records.bytes.buffer as ArrayBuffer] }
  }
})
