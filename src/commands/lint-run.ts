import { resolve } from 'node:path'
import { findRoot } from '../io/find-root.js'
import { changedSince } from '../io/git-changes.js'
import { readList, readStdinBytes } from '../io/stdin.js'
import { type LintRun, lintWorkspace, type LintOptions as RunOptions } from '../workspace/lint.js'
import { libraryPath } from '../workspace/select-paths.js'
import { withStaged } from '../workspace/staged.js'
import { calmStatus } from './calm-status.js'
import type { Context } from './context.js'
import { applyFixes, showFixes } from './lint-fix.js'
import { dayOption, type LintOptions, overridesOf } from './lint-options.js'

/** Runs lint on what the options select: a case on stdin, what is staged, or the working tree, fixed if asked. */
export async function runLint(context: Context, options: LintOptions): Promise<LintRun> {
  const { host, terminal } = context
  const show = calmStatus(terminal)
  const run: RunOptions = {
    overrides: overridesOf(options.rule),
    asOf: dayOption('as-of', options.asOf),
    clock: options.stats === true ? () => performance.now() : undefined,
    onProgress: (done, total) => show(CHECKING, { done, total }),
    ...(options.cache === false ? { cache: false } : {}),
  }
  if (options.stdinFilename !== undefined) {
    const typed = { path: resolve(host.cwd, options.stdinFilename), bytes: await readStdinBytes(host.stdin) }
    return lintWorkspace(await context.openWorkspace(), [], { ...run, typed })
  }
  const given = (paths: readonly string[]): string[] => paths.map(path => resolve(host.cwd, path))
  const paths = given(options.paths)
  const listed = options.filesFrom === undefined ? undefined : given(await readList(host, options.filesFrom))
  if (options.staged === true) {
    const library = findRoot(host.cwd, context.config)
    const within = (list: readonly string[]): string[] => list.map(path => libraryPath(library.root, path))
    return withStaged(library, host.env, (staged, changed) =>
      lintWorkspace(staged, within(paths), { ...run, listed: listed && within(listed), changed }),
    )
  }
  return lintTree(context, paths, options, { ...run, listed })
}

const CHECKING = { en: 'Checking cases: {done} of {total}', zh: '正在检查案例：{done} / {total}' }

async function lintTree(
  context: Context,
  paths: readonly string[],
  { since, fix, fixDryRun, json, format }: LintOptions,
  run: RunOptions,
): Promise<LintRun> {
  const workspace = await context.openWorkspace()
  const changed =
    since === undefined ? undefined : await changedSince(workspace.root, since, context.host.env)
  const options = { ...run, changed }
  if (fixDryRun === true) {
    const asJson = json === true || format?.includes('json') === true
    return showFixes(context, workspace, paths, options, asJson)
  }
  if (fix === true) return applyFixes(context, workspace, paths, options)
  return lintWorkspace(workspace, paths, options)
}
