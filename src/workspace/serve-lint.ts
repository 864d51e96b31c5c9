import { serveTasks } from '../io/serve-tasks.js'
import type { WrittenConfig } from '../model/config.js'
import { resolveConfig } from '../model/resolve-config.js'
import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { RULES } from '../rules/index.js'
import { type ActiveRule, FileJudge, type JudgeOptions } from '../rules/judge.js'
import { CaseReader } from './case-reader.js'
import { batchOf, type LintBatch } from './lint-batch.js'
import { LintReader, type LintTask } from './lint-reader.js'

/** What the thread is told: the settings as the run holds them, not as they stand on the disk. */
export interface LintSetup {
  readonly root: string
  readonly written: WrittenConfig
  readonly taxonomy: TaxonomyData
  readonly rules: readonly (Omit<ActiveRule, 'rule'> & { readonly id: string })[]
  readonly options: Omit<JudgeOptions, 'times'>
  /** Whether anything is kept for another run. */
  readonly keep: boolean
}

/**
 * Files that are left to the thread that lints. It has the whole parser for one of them as for all, and to
 * load it here too takes longer than to parse so many.
 */
const FEW_LEFT = 200

/** Judges cases in a thread beside the one that lints. */
export function serveLint(): void {
  serveTasks<LintSetup, readonly LintTask[], LintBatch>(setup => {
    const { root, written, taxonomy: data, rules, options, keep } = setup
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
      cases => new LintReader(root, cases, judge, keep, FEW_LEFT),
    )
    return async tasks => {
      const result = batchOf(await (await reader).read(tasks))
      return { result, transfer: [result.records.bytes.buffer as ArrayBuffer] }
    }
  })
}
