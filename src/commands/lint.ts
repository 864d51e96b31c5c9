import { findRoot } from '../io/find-root.js'
import { type BaselineUse, keepFindings, type NamedRun, named, withBaseline } from '../workspace/baseline.js'
import type { Command, Context } from './context.js'
import { lintCommits } from './lint-commits.js'
import { checkTogether, destinationsOf, type LintOptions } from './lint-options.js'
import { writeReports } from './lint-report.js'
import { runLint } from './lint-run.js'
import { wholeNumber } from './numbers.js'

/**
 * `casectl lint`: every finding; exit 1 when one is an error, when there are too many warnings, or
 * when a commit message holds personal data. JSON after schemas/lint-report.schema.json.
 */
export const lint: Command<LintOptions> = async (context, options) => {
  checkTogether(options)
  const destinations = destinationsOf(options)
  const most = wholeNumber('max-warnings', options.maxWarnings)
  const { root } = findRoot(context.host.cwd, context.config)
  const found = named(await runLint(context, options))
  const { run, known } = await withoutKnown(context, root, found, options)
  const shown = context.terminal.quiet ? keepFindings(run, ({ severity }) => severity === 'error') : run
  const withSuppressed = options.withSuppressed === true
  if (options.fixDryRun !== true) {
    await writeReports(context, { run: shown, found, root, destinations, known, withSuppressed })
  }
  const leaks = options.commits !== undefined && (await lintCommits(context, options.commits))
  const tooMany = most !== undefined && run.counts.warning > most
  return run.counts.error > 0 || tooMany || leaks ? 1 : 0
}

async function withoutKnown(
  context: Context,
  root: string,
  found: NamedRun,
  { baseline, updateBaseline, allowGrowth }: LintOptions,
): Promise<{ run: NamedRun; known: ReadonlySet<string> | undefined }> {
  if (baseline === undefined) return { run: found, known: undefined }
  const { run, use, before } = await withBaseline(found, {
    file: baseline,
    cwd: context.host.cwd,
    root,
    update: updateBaseline === true,
    growth: allowGrowth === true,
  })
  sayBaseline(context, use, run.diagnostics.length)
  return { run, known: before }
}

function sayBaseline({ terminal }: Context, { known, stale, written }: BaselineUse, fresh: number): void {
  if (written !== undefined) {
    terminal.say(
      {
        en: 'Baseline: entries added: {added}, removed: {removed}.',
        zh: '基线：新增 {added} 条，移除 {removed} 条。',
      },
      written,
    )
    if (fresh > 0) {
      terminal.say({
        en: 'What is new was not added: mend it, or give --allow-growth.',
        zh: '新出现的问题没有写入基线：请修复，或加上 --allow-growth。',
      })
    }
    return
  }
  if (known > 0) {
    terminal.say(
      { en: 'Known from the baseline and not reported: {known}.', zh: '基线中已有、不再报告：{known}。' },
      { known },
    )
  }
  if (stale > 0) {
    terminal.say(
      {
        en: 'Baseline entries that are mended: {stale}. Remove them with --update-baseline.',
        zh: '基线中已修复的条目：{stale}。可用 --update-baseline 移除。',
      },
      { stale },
    )
  }
}
