import { compareAddress, type RequestText } from '../forge/request.js'
import type { Day } from '../lib/day.js'
import type { Language } from '../lib/message.js'
import { languageOf } from '../lib/message.js'
import { parseRequestTemplate, requestTemplateNames } from '../report/request-template.js'
import { requestText } from '../report/request-text.js'
import type { Submission, Target } from '../workspace/submit.js'
import { requestFacts } from '../workspace/submit-case.js'
import { templateText } from '../workspace/templates.js'
import type { Context } from './context.js'
import type { Chosen } from './submit-choose.js'

/** The request for a case, in the case's language. */
export async function requestFor(
  { workspace }: Target,
  submitted: Chosen,
  day: Day,
  draft: boolean,
): Promise<RequestText> {
  const { language } = submitted.case
  const names = requestTemplateNames(language)
  const found = await templateText(workspace, names)
  if (found === undefined) throw new Error(`none of ${names.join(', ')} is in the package`)
  const template = parseRequestTemplate(found.text, found.path)
  const speaks: Language = languageOf(language) ?? 'en'
  return { ...requestText(template, await requestFacts(workspace, submitted, day), speaks), draft }
}

export interface Plan {
  readonly submitted: Chosen
  readonly branch: string
  readonly request: RequestText
}

/** What a run would do, as far as this clone knows. */
export function sayPlan({ terminal }: Context, target: Target, { submitted, branch, request }: Plan): void {
  const { case: found, others } = submitted
  terminal.out(
    [
      `${found.id}  ${branch} → ${target.remote.name}/${target.base.name} (${target.forge})`,
      ...[found.path, ...others].map(path => `  ${path}`),
      '',
      request.title,
      '',
      request.body,
      '',
    ].join('\n'),
  )
}

export function planJson(target: Target, plans: readonly Plan[]): object {
  return {
    ...targetJson(target),
    dryRun: true,
    submitted: plans.map(({ submitted: { case: found, others }, branch, request }) => ({
      id: found.id,
      path: found.path,
      branch,
      files: [found.path, ...others],
      ...request,
    })),
  }
}

const WORDS = {
  opened: { en: '{id}: the request is open: {url}', zh: '{id}：已创建合并请求：{url}' },
  open: { en: '{id}: the request was open already: {url}', zh: '{id}：合并请求已存在：{url}' },
  toOpen: { en: '{id}: pushed; open the request at {url}', zh: '{id}：已推送；请在此创建合并请求：{url}' },
  alone: {
    en: '{id}: pushed as {branch}; open a request to merge it into {base} on the host.',
    zh: '{id}：已推送到 {branch}；请在平台上创建合并到 {base} 的请求。',
  },
  asked: {
    en: '{id}: pushed; the host was asked for a request into {base}.',
    zh: '{id}：已推送，并已请求平台创建合并到 {base} 的请求。',
  },
  unchanged: {
    en: '{id}: {base} says the same already; nothing to submit.',
    zh: '{id}：{base} 中的内容相同，无需提交。',
  },
  said: { en: 'The host says:\n{said}', zh: '平台的消息：\n{said}' },
  left: {
    en: 'Your files are as you left them; `git switch {branch}` is where the case is in review.',
    zh: '你的文件保持原样；评审中的案例位于分支 {branch}（git switch {branch}）。',
  },
  gone: { en: 'You are on {branch} now.', zh: '现在位于分支 {branch}。' },
} as const

/** Tells what became of a case: one line of data, and a sentence. */
export function saySubmission(
  { terminal }: Context,
  { base }: Target,
  { case: { id } }: Chosen,
  { placed, sent }: Submission,
  goThere: boolean,
): void {
  const args = { id, base: base.name, branch: placed.branch, url: sent?.url ?? '' }
  if (sent === undefined) {
    terminal.say(WORDS.unchanged, args)
    return
  }
  terminal.out([id, placed.branch, ...(sent.url === undefined ? [] : [sent.url])].join('\t'))
  if (sent.url === undefined) terminal.say(sent.request === 'opened' ? WORDS.asked : WORDS.alone, args)
  else terminal.say(WORDS[sent.request === 'to-open' ? 'toOpen' : sent.request], args)
  if (sent.said !== '' && sent.url === undefined) terminal.say(WORDS.said, { said: sent.said })
  terminal.say(goThere ? WORDS.gone : WORDS.left, args)
}

export function submissionJson(
  target: Target,
  done: readonly { readonly submitted: Chosen; readonly submission: Submission }[],
): object {
  return {
    ...targetJson(target),
    dryRun: false,
    submitted: done.map(({ submitted: { case: found }, submission: { placed, sent } }) => ({
      id: found.id,
      path: found.path,
      branch: placed.branch,
      commit: placed.commit,
      files: placed.files,
      request: sent?.request ?? 'unchanged',
      url: sent?.url ?? null,
      pushed: sent?.pushed ?? false,
      compare:
        compareAddress(target.forge, target.address, { branch: placed.branch, base: target.base.name }) ??
        null,
    })),
  }
}

function targetJson({ remote, forge, base }: Target): object {
  return { remote: remote.name, address: remote.shownUrl, forge, base: base.name }
}
