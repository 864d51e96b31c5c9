import { resolve } from 'node:path'
import { readText } from '../io/apply.js'
import { writeOutput } from '../io/write-output.js'
import { CasectlError } from '../lib/errors.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { readBaseline } from '../parse/read-baseline.js'
import { type BaselineEntry, baselineText, compareBaseline, entryOf } from '../rules/baseline.js'
import { fingerprints } from '../rules/fingerprint.js'
import { RULES } from '../rules/index.js'
import { countBySeverity } from '../rules/run.js'
import type { LintRun } from './lint.js'

/** A run whose findings have names. */
export interface NamedRun extends LintRun {
  /**
   * Of the findings, one each and in their order. Made when they are asked for: that takes the text of
   * every file that has a finding.
   */
  readonly fingerprints: () => readonly string[]
}

/** What was known before, and what became of it. */
export interface BaselineUse {
  /** Findings that are not reported, because the baseline holds them. */
  readonly known: number
  /** Entries that nothing is found of any more. */
  readonly stale: number
  /** Where the file was written: entries that it gained and lost. */
  readonly written?: { readonly added: number; readonly removed: number }
}

export interface BaselineOptions {
  /** Relative to `cwd`. */
  readonly file: string
  readonly cwd: string
  /** The library's folder. */
  readonly root: string
  readonly update: boolean
  /** Adds what is new when updating. A file that is not there yet is made of everything. */
  readonly growth: boolean
}

/** Names the findings of a run. */
export function named(run: LintRun): NamedRun {
  const { fileAt } = run.library
  return { ...run, fingerprints: once(() => fingerprints(run.diagnostics, path => fileAt.get(path)?.text)) }
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/**
 * Keeps some of the findings, and their names with them.
 * @param keep told which of the findings it is, too: their names are in the same order
 */
export function keepFindings(
  run: NamedRun,
  keep: (diagnostic: Diagnostic, index: number) => boolean,
): NamedRun {
  const kept = run.diagnostics.map(keep)
  const diagnostics = run.diagnostics.filter((_, i) => kept[i])
  return {
    ...run,
    diagnostics,
    fingerprints: once(() => run.fingerprints().filter((_, i) => kept[i])),
    counts: countBySeverity(diagnostics),
  }
}

/**
 * Takes out of a run what was known before, and writes the baseline anew if asked: then it only
 * shrinks, unless growth is allowed. What depends on the day is never part of it.
 * @throws CasectlError `no-baseline` when there is no such file, `baseline` when it cannot be used,
 *   and what `writeOutput` throws
 */
export async function withBaseline(
  run: NamedRun,
  options: BaselineOptions,
): Promise<{ run: NamedRun; use: BaselineUse; before: ReadonlySet<string> }> {
  const text = await readText(resolve(options.cwd, options.file))
  if (text === null && !options.update) throw noBaseline(options.file)
  const entries = text === null ? [] : readBaseline(options.file, text)
  const names = run.fingerprints()
  const found = run.diagnostics
    .map((diagnostic, i) => ({ diagnostic, fingerprint: names[i] ?? '' }))
    .filter(({ diagnostic }) => !DATED.has(diagnostic.rule))
  const compared = compareBaseline(entries, found, askedBy(run))
  const { known, stale, unasked, fresh } = compared
  const use = { known: known.length, stale: stale.length }
  const before = new Set(entries.map(entry => entry.fingerprint))
  const grown = options.growth || text === null ? fresh.map(entryOf) : []
  if (options.update) {
    const after = baselineText([...known, ...unasked, ...grown])
    if (after !== text) await writeOutput(options.root, options.cwd, options.file, after)
  }
  const accepted = options.update ? new Set([...before, ...grown.map(entry => entry.fingerprint)]) : before
  return {
    run: keepFindings(run, (_, i) => !accepted.has(names[i] ?? '')),
    use: options.update ? { ...use, written: { added: grown.length, removed: stale.length } } : use,
    before: accepted,
  }
}

const DATED = new Set(RULES.filter(rule => rule.dated === true).map(rule => rule.id))
const EVERY = new Set(RULES.map(rule => rule.id))

/** Whether an entry's finding could have come: its file was judged, by its rule or since that is gone. */
function askedBy({ selected, rules }: LintRun): (entry: BaselineEntry) => boolean {
  const ran = new Set(rules.map(rule => rule.id))
  return ({ path, rule }) =>
    (selected === undefined || selected.has(path)) && (ran.has(rule) || !EVERY.has(rule))
}

function noBaseline(file: string): CasectlError {
  return new CasectlError(
    'no-baseline',
    { en: `There is no baseline ${file}.`, zh: `没有基线文件 ${file}。` },
    {
      en: '`casectl lint --baseline FILE --update-baseline` writes one of all that is found now.',
      zh: '`casectl lint --baseline 文件 --update-baseline` 会把目前的检查结果写成基线。',
    },
  )
}
