import type { GoldQuery } from '../model/gold.js'
import { changesBetween, type GoldReport } from '../search/eval.js'

/** What `eval` found out. */
export interface Evaluated {
  /** The file of the gold queries, as it was named. */
  readonly path: string
  readonly report: GoldReport
  /** The same queries asked of an earlier state. */
  readonly before?: GoldReport
  /** The least hit@5 that is asked for, and the groups below it. */
  readonly gate?: { readonly minHit5: number; readonly failed: readonly { readonly group: string }[] }
}

/** The content of `eval --json`, without the envelope. */
export function evalJson({ path, report, before, gate }: Evaluated): object {
  const { all, byLanguage, byKind, outcomes, vanished } = report
  return {
    gold: path,
    all,
    byLanguage,
    byKind,
    ...(gate === undefined
      ? {}
      : { gate: { minHit5: gate.minHit5, failed: gate.failed.map(({ group }) => group) } }),
    ...(before === undefined ? {} : { compare: compareJson(before, report) }),
    vanished,
    queries: outcomes.map(({ query, ...outcome }) => ({ ...asked(query), ...outcome })),
  }
}

function compareJson(before: GoldReport, after: GoldReport): object {
  const changes = changesBetween(before, after)
  return {
    all: before.all,
    changes: changes.map(({ query, ...places }) => ({ ...asked(query), ...places })),
  }
}

function asked({ text, language, kind, expect }: GoldQuery): object {
  return { text, language, kind, expect }
}
