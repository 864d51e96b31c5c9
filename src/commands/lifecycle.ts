import type { RequestText } from '../forge/request.js'
import { dayOf } from '../lib/day.js'
import { languageOf } from '../lib/message.js'
import type { Forge } from '../model/forge.js'
import { lifecycleJson, lifecycleTable } from '../report/lifecycle.js'
import { lifecycleRequest } from '../report/lifecycle-request.js'
import {
  applyLifecycle,
  type LifecycleChoice,
  type LifecyclePlan,
  lifecyclePlan,
} from '../workspace/lifecycle.js'
import { submitLifecycle } from '../workspace/lifecycle-submit.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Command, type Context, envelope } from './context.js'
import { dayOption } from './lint-options.js'
import { typedId } from './typed-id.js'

export interface LifecycleOptions {
  readonly ids: readonly string[]
  readonly only?: LifecycleChoice['only']
  readonly asOf?: string
  /** `lifecycle apply`: pushes the branch and opens a request. */
  readonly submit?: boolean
  readonly forge?: Forge
  readonly remote?: string
  readonly base?: string
  readonly json?: boolean
}

/** `casectl lifecycle plan`: what has grown old, and what should become of it; writes nothing. */
export const lifecyclePlanCommand: Command<LifecycleOptions> = async (context, options) => {
  const workspace = await context.openWorkspace()
  const plan = await lifecyclePlan(workspace, choiceOf(context, workspace, options))
  if (options.json === true) {
    const { proposals, hasUse } = plan
    context.terminal.json(envelope('lifecycle plan', { hasUse, proposals: lifecycleJson(proposals) }))
  } else show(context, plan)
  sayPlan(context, plan)
  return 0
}

/** `casectl lifecycle apply`: commits the plan on a branch of its own, and submits it or says how. */
export const lifecycleApply: Command<LifecycleOptions> = async (context, options) => {
  const { terminal, host } = context
  const workspace = await context.openWorkspace()
  const { plan, branch } = await applyLifecycle(workspace, choiceOf(context, workspace, options), host)
  if (options.json !== true) {
    show(context, plan)
    sayPlan(context, plan)
    if (branch !== undefined && options.submit !== true) {
      terminal.say(branch.fresh ? DONE : THERE, { branch: branch.branch, commit: branch.commit.slice(0, 12) })
    }
  }
  const sent =
    branch === undefined || options.submit !== true
      ? undefined
      : await submitLifecycle(workspace, branch, requestOf(workspace, plan), options, host.env)
  if (options.json === true) {
    const proposals = lifecycleJson(plan.proposals)
    terminal.json(
      envelope('lifecycle apply', {
        proposals,
        branch: branch ?? null,
        request: sent?.request ?? null,
        url: sent?.url ?? null,
      }),
    )
  } else if (sent !== undefined && branch !== undefined) {
    terminal.out([branch.branch, sent.url ?? ''].join('\t').trimEnd())
    terminal.say(SENT[sent.request], { branch: branch.branch })
  }
  return 0
}

function requestOf({ config }: Workspace, { proposals }: LifecyclePlan): RequestText {
  return { ...lifecycleRequest(proposals, languageOf(config.languages[0]) ?? 'en'), draft: false }
}

function choiceOf({ host }: Context, workspace: Workspace, options: LifecycleOptions): LifecycleChoice {
  return {
    today: dayOption('as-of', options.asOf) ?? dayOf(host.now()),
    only: options.only,
    ids: options.ids.map(id => typedId(workspace, id)),
  }
}

function show({ terminal }: Context, { proposals }: LifecyclePlan): void {
  if (proposals.length === 0) return
  terminal.out(lifecycleTable(proposals, terminal.language, terminal.screen ? terminal.width : undefined))
}

function sayPlan({ terminal }: Context, { proposals, hasUse }: LifecyclePlan): void {
  const archive = proposals.filter(({ action }) => action === 'archive').length
  if (archive > 0 && !hasUse) terminal.say(NO_USE)
  terminal.say(COUNTS, { archive, mark: proposals.length - archive })
}

const COUNTS = {
  en: 'To archive: {archive}. To mark needs-review: {mark}.',
  zh: '建议归档：{archive}。建议标记待复审：{mark}。',
} as const
const NO_USE = {
  en: 'This library records no use (feedback/), so only changes and approvals count.',
  zh: '本案例库没有使用记录（feedback/），因此只看修改和批准。',
} as const
const DONE = {
  en: 'Committed as {commit} on the branch {branch}, from HEAD; your files are as they were. Look at it with `git diff HEAD...{branch}`, then push it and open a pull request: `git push -u origin {branch}`.',
  zh: '已从 HEAD 提交到分支 {branch}（{commit}），你的文件没有改动。可用 `git diff HEAD...{branch}` 查看，然后推送并发起合并请求：`git push -u origin {branch}`。',
} as const
const THERE = {
  en: 'The branch {branch} ({commit}) holds exactly this already. Push it and open a pull request: `git push -u origin {branch}`.',
  zh: '分支 {branch}（{commit}）已有同样的内容。请推送并发起合并请求：`git push -u origin {branch}`。',
} as const
const SENT = {
  opened: { en: 'Pushed {branch} and asked to merge it.', zh: '已推送 {branch} 并发起合并请求。' },
  open: { en: '{branch} is submitted already.', zh: '{branch} 已经提交过。' },
  'to-open': {
    en: 'Pushed {branch}; open the request there.',
    zh: '已推送 {branch}，请在该处发起合并请求。',
  },
} as const
