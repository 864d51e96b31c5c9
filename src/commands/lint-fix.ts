import { unstyled } from '../lib/style.js'
import { unifiedDiff } from '../report/diff.js'
import { type FixOutcome, fixWorkspace, previewFixes } from '../workspace/fix.js'
import type { LintOptions, LintRun } from '../workspace/lint.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Context, envelope } from './context.js'

/** `lint --fix`: applies the fixes and says what became of them; gives what remains to be found. */
export async function applyFixes(
  context: Context,
  workspace: Workspace,
  paths: readonly string[],
  options: LintOptions,
): Promise<LintRun> {
  const outcome = await fixWorkspace(workspace, paths, options, context.host.env, context.host)
  context.terminal.say(FIXED, { fixed: outcome.fixed, files: outcome.files })
  sayUnfixed(context, outcome)
  return outcome.run
}

/** `lint --fix-dry-run`: shows as a unified diff what `--fix` would do, and writes nothing. */
export async function showFixes(
  context: Context,
  workspace: Workspace,
  paths: readonly string[],
  options: LintOptions,
  json: boolean,
): Promise<LintRun> {
  const { terminal, host } = context
  const outcome = await previewFixes(workspace, paths, options, host.env)
  const { changes, fixed, files, unfixed, run } = outcome
  if (json) {
    const diffs = changes.map(change => ({ path: change.path, diff: unstyled(unifiedDiff(change)) }))
    terminal.json(envelope('lint', { fixDryRun: true, fixed, files: diffs, unfixed, counts: run.counts }))
  } else if (changes.length > 0) terminal.out(changes.map(unifiedDiff).join('\n'))
  terminal.say(WOULD_FIX, { fixed, files })
  sayUnfixed(context, outcome)
  return run
}

function sayUnfixed({ terminal }: Context, { unfixed }: FixOutcome): void {
  for (const { path, reason, rules } of unfixed) {
    const message = reason === 'half-staged' ? HALF_STAGED : UNSETTLED
    terminal.say(message, { path, rules: rules.join(', ') })
  }
}

const FIXED = {
  en: 'Findings fixed: {fixed}, files changed: {files}.',
  zh: '已在 {files} 个文件中修复 {fixed} 处。',
}
const WOULD_FIX = {
  en: 'Findings that `--fix` would fix: {fixed}, in files: {files}. Nothing was written.',
  zh: '`--fix` 将在 {files} 个文件中修复 {fixed} 处。没有写入任何内容。',
}
const HALF_STAGED = {
  en: 'Not fixed: {path} is half staged in git. Stage the rest (`git add`) or put it aside (`git stash --keep-index`), then run again.',
  zh: '未修复：{path} 在 git 中只暂存了一部分。请全部暂存（`git add`）或先收起其余改动（`git stash --keep-index`），再重新运行。',
}
const UNSETTLED = {
  en: 'Not fixed: in {path} the fixes of {rules} undo each other or leave the case unreadable. Mend it by hand, or switch one of the rules off.',
  zh: '未修复：{path} 中 {rules} 的修复互相抵消，或会使案例无法读取。请手动修改，或关闭其中一条规则。',
}
