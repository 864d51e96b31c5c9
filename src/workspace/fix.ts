import { halfStaged } from '../io/half-staged.js'
import type { Host } from '../io/host.js'
import { carryOvers } from './carry-over.js'
import { type LintOptions, type LintRun, lintWorkspace } from './lint.js'
import { type Settled, settleFixes } from './settle-fixes.js'
import type { Workspace } from './workspace.js'

export type FixOutcome = Settled<LintRun>

/**
 * Works out what fixing comes to and writes nothing.
 * @param paths as for `lintWorkspace`: what is not selected is not fixed
 * @throws CasectlError as `lintWorkspace`, and `git`
 */
export async function previewFixes(
  workspace: Workspace,
  paths: readonly string[],
  options: LintOptions,
  env: Host['env'],
): Promise<FixOutcome> {
  const parser = await workspace.parser()
  return settleFixes(await workspace.library(), {
    lint: library => lintWorkspace(workspace, paths, { ...options, library }),
    parse: (path, text) => parser.parseText(path, text),
    halfStaged: () => halfStaged(workspace.root, env),
  })
}

/**
 * Applies what `previewFixes` works out, all files as a whole.
 * @param carrying what carry-overs of approvals are made with; none are written without
 * @throws CasectlError also `changed` when a file was changed since it was read; nothing is written then
 */
export async function fixWorkspace(
  workspace: Workspace,
  paths: readonly string[],
  options: LintOptions,
  env: Host['env'],
  carrying?: Pick<Host, 'env' | 'now' | 'random'>,
): Promise<FixOutcome> {
  const outcome = await previewFixes(workspace, paths, options, env)
  const { overrides, preset, asOf } = options
  // With other rules than the configuration's a replay would come to something else.
  const isPlain = (overrides?.size ?? 0) === 0 && preset === undefined && asOf === undefined
  const carried = { command: 'lint --fix', arguments: {} } as const
  const carries =
    isPlain && carrying !== undefined ? await carryOvers(workspace, outcome.changes, carried, carrying) : []
  await workspace.apply([...outcome.changes, ...carries])
  return outcome
}
