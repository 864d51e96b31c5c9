import { resolve } from 'node:path'
import { readText } from '../io/apply.js'
import { findRoot } from '../io/find-root.js'
import { CasectlError } from '../lib/errors.js'
import type { FormatName } from '../model/lint-format.js'
import type { ForgeApproval } from '../model/review.js'
import { readApprovals } from '../parse/read-approvals.js'
import { countBySeverity } from '../rules/run.js'
import { keepFindings, named } from '../workspace/baseline.js'
import { checkTree, type GateRun } from '../workspace/review-gate.js'
import { checkRange } from '../workspace/review-range.js'
import type { Command, Context } from './context.js'
import { dayOption, destinationsOf, type OutputOption } from './lint-options.js'
import { writeReports } from './lint-report.js'

export interface ReviewCheckOptions {
  /** `BASE..HEAD`; the tree as it is without. */
  readonly range?: string
  readonly asOf?: string
  readonly approvals?: string
  readonly format?: readonly FormatName[]
  readonly output?: readonly OutputOption[]
  readonly json?: boolean
}

/** `casectl review check`: the gate before a merge; exit 1 when anything keeps it shut. */
export const reviewCheck: Command<ReviewCheckOptions> = async (context, options) => {
  const destinations = destinationsOf({ ...options, paths: [] })
  const root = findRoot(context.host.cwd, context.config)
  const run = await runGate(context, options)
  const { diagnostics, library, cases } = run
  const counts = countBySeverity(diagnostics)
  const found = named({
    ...{ diagnostics, suppressed: [], library, counts },
    ...{ files: cases, rules: [], selected: undefined },
  })
  const shown = context.terminal.quiet ? keepFindings(found, ({ severity }) => severity === 'error') : found
  const request = { run: shown, found, root: root.root, destinations, known: undefined }
  await writeReports(context, { ...request, withSuppressed: false })
  return counts.error > 0 ? 1 : 0
}

async function runGate(context: Context, options: ReviewCheckOptions): Promise<GateRun> {
  const { host } = context
  const asOf = dayOption('as-of', options.asOf)
  const approvals = await approvalsIn(context, options.approvals)
  if (options.range !== undefined) {
    const library = findRoot(host.cwd, context.config)
    return checkRange(library, options.range, { asOf, approvals }, host.env)
  }
  if (approvals !== undefined) {
    throw new CasectlError('usage', {
      en: '--approvals needs a range: the approvals are of a pull request.',
      zh: '--approvals 需要给出提交范围：批准属于某个合并请求。',
    })
  }
  return checkTree(await context.openWorkspace(), asOf, host.env)
}

async function approvalsIn(
  { host }: Context,
  file: string | undefined,
): Promise<readonly ForgeApproval[] | undefined> {
  if (file === undefined) return undefined
  const text = await readText(resolve(host.cwd, file))
  if (text !== null) return readApprovals(file, text)
  throw new CasectlError('approvals', { en: `There is no ${file}.`, zh: `没有文件 ${file}。` })
}
