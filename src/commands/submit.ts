import { gitPerson } from '../io/git-person.js'
import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import {
  branchOfCase,
  clientOf,
  type Submission,
  submitCase,
  type Target,
  withTarget,
} from '../workspace/submit.js'
import { refuseHalfStaged } from '../workspace/submit-settle.js'
import { type Command, type Context, type ExitCode, envelope } from './context.js'
import { type Chosen, chooseCases, type SubmitCommandOptions } from './submit-choose.js'
import { passesLint } from './submit-lint.js'
import { type Plan, planJson, requestFor, sayPlan, saySubmission, submissionJson } from './submit-tell.js'

/** `casectl submit`: each case on a branch of its own, pushed, with a request to merge it; exit 1 when lint keeps it back. */
export const submit: Command<SubmitCommandOptions> = async (context, options) => {
  const { host } = context
  const workspace = await context.openWorkspace()
  return withTarget(workspace, options, host.env, async (target, scratch) => {
    const chosen = await chooseCases(context, target, options)
    if (typeof chosen === 'number') return chosen
    if (!passesLint(context, chosen, options)) return 1
    if (options.switch === true && chosen.length > 1) throw oneBranch()
    if (options.dryRun === true) return plan(context, target, chosen, options)
    return send(context, target, chosen, { scratch, ...options })
  })
}

async function plan(
  context: Context,
  target: Target,
  chosen: readonly Chosen[],
  options: SubmitCommandOptions,
): Promise<ExitCode> {
  const day = dayOf(context.host.now())
  const plans: Plan[] = []
  for (const submitted of chosen) {
    const request = await requestFor(target, submitted, day, options.draft === true)
    plans.push({ submitted, request, branch: await branchOfCase(target, submitted) })
  }
  if (options.json === true) context.terminal.json(envelope('submit', planJson(target, plans)))
  else for (const one of plans) sayPlan(context, target, one)
  return 0
}

async function send(
  context: Context,
  target: Target,
  chosen: readonly Chosen[],
  options: SubmitCommandOptions & { readonly scratch: string },
): Promise<ExitCode> {
  const { host, terminal } = context
  const { workspace, env } = target
  const person = await gitPerson(workspace.root, env)
  if (person === undefined) throw nobody()
  const goThere = options.switch === true
  if (goThere) for (const one of chosen) await refuseHalfStaged(workspace, one, env)
  const client = await clientOf(target)
  const day = dayOf(host.now())
  const done: { submitted: Chosen; submission: Submission }[] = []
  for (const submitted of chosen) {
    const request = await requestFor(target, submitted, day, options.draft === true)
    const settings = { person, scratch: options.scratch, client, goThere }
    const submission = await submitCase(target, submitted, request, settings)
    done.push({ submitted, submission })
    if (options.json !== true) saySubmission(context, target, submitted, submission, goThere)
  }
  if (options.json === true) terminal.json(envelope('submit', submissionJson(target, done)))
  return 0
}

function oneBranch(): CasectlError {
  return new CasectlError(
    'usage',
    {
      en: '--switch goes to one branch, so it takes one case.',
      zh: '--switch 只能切换到一个分支，请只给出一个案例。',
    },
    { en: 'Submit the cases one by one, or without it.', zh: '请逐个提交，或不使用该选项。' },
  )
}

function nobody(): CasectlError {
  return new CasectlError(
    'git',
    { en: 'git does not know who you are.', zh: 'git 不知道你是谁。' },
    {
      en: 'Set `git config user.name` and `git config user.email`.',
      zh: '请设置 `git config user.name` 和 `git config user.email`。',
    },
  )
}
