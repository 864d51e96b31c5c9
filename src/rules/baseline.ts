import { byCodeUnit } from '../lib/text.js'
import type { RepoPath } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'

/** A finding that a team has put up with. Only the fingerprint counts; the rest is for who reads the file. */
export interface BaselineEntry {
  readonly path: RepoPath
  readonly rule: string
  readonly code: string
  readonly fingerprint: string
}

/** A finding with its name. */
export interface NamedFinding {
  readonly diagnostic: Diagnostic
  readonly fingerprint: string
}

export interface Compared {
  /** Findings that the baseline does not hold. */
  readonly fresh: readonly NamedFinding[]
  /** Entries that are still found, brought up to date. */
  readonly known: readonly BaselineEntry[]
  /** Entries that could have been found and were not. */
  readonly stale: readonly BaselineEntry[]
  /** Entries of files or rules that were not asked. */
  readonly unasked: readonly BaselineEntry[]
}

/**
 * Sets findings apart from those that were there before.
 * @param asked whether a finding of this entry would have been reported, had there been one
 */
export function compareBaseline(
  baseline: readonly BaselineEntry[],
  found: readonly NamedFinding[],
  asked: (entry: BaselineEntry) => boolean,
): Compared {
  const before = new Set(baseline.map(entry => entry.fingerprint))
  const now = new Set(found.map(({ fingerprint }) => fingerprint))
  const gone = baseline.filter(entry => !now.has(entry.fingerprint))
  return {
    fresh: found.filter(({ fingerprint }) => !before.has(fingerprint)),
    known: found.filter(({ fingerprint }) => before.has(fingerprint)).map(entryOf),
    stale: gone.filter(asked),
    unasked: gone.filter(entry => !asked(entry)),
  }
}

export function entryOf({ diagnostic, fingerprint }: NamedFinding): BaselineEntry {
  const { path, rule, code } = diagnostic
  return { path, rule, code, fingerprint }
}

/**
 * A baseline as its file holds it: one entry a line and sorted, so that two branches that remove
 * entries merge without a conflict.
 */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries].sort(
    (a, b) =>
      byCodeUnit(a.path, b.path) || byCodeUnit(a.rule, b.rule) || byCodeUnit(a.fingerprint, b.fingerprint),
  )
  const lines = sorted.map(({ path, rule, code, fingerprint }) => {
    const fields = Object.entries({ path, rule, code, fingerprint })
    return `    { ${fields.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`).join(', ')} }`
  })
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "$schema": "${SCHEMA}",\n  "version": 1,\n  "findings": ${list}\n}\n`
}

const SCHEMA = 'https://casectl.dev/schemas/lint-baseline.schema.json'
