import { copyText } from '../io/clipboard.js'
import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { type Language, languageOf } from '../lib/message.js'
import type { Audience } from '../model/case.js'
import { unfitToSend } from '../reply/fit.js'
import { replyValues, withheldSections } from '../reply/message.js'
import {
  CASE_PLACES,
  fillReply,
  readReplyTemplate,
  replyTemplateNames,
  variablesOf,
} from '../reply/template.js'
import { shown } from '../report/shown.js'
import { templateText } from '../workspace/templates.js'
import { usableCase } from '../workspace/usable-case.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Command, type Context, type ExitCode, envelope } from './context.js'
import { notFound } from './show-missing.js'
import { typedId } from './typed-id.js'
import { countUse, refuse, ticketRef } from './use-case.js'

export interface ReplyOptions {
  readonly id?: string
  readonly language?: Language
  readonly var?: readonly string[]
  readonly vars?: boolean
  readonly audience?: Audience
  readonly ticket?: string
  readonly copy?: boolean
  readonly json?: boolean
}

/** `casectl reply`: a case in force as a message to a customer; exit 1 where it may not go out. */
export const reply: Command<ReplyOptions> = async (context, options) => {
  const { terminal, host } = context
  const workspace = await context.openWorkspace()
  if (options.vars === true) return listVariables(context, workspace, options)
  const typed = options.id ?? ''
  if (typed === '') throw whichCase()
  const ticket = ticketRef(workspace.config, options.ticket)
  const library = await workspace.library()
  const used = await usableCase(workspace, library, typedId(workspace, typed), dayOf(host.now()))
  if (used === undefined) return notFound(context, library, { ...options, id: typed }, 'reply')
  const { case: found, file, standing } = used
  const { audience = 'public', json = false } = options
  const unfit = unfitToSend(found, library, standing, audience)
  if (unfit !== undefined) return refuse(context, 'reply', unfit, json)
  const own = languageOf(found.language) ?? 'en'
  const language = options.language ?? own
  const template = await openReply(workspace, language)
  const values = replyValues(file, found, library, { audience, language })
  const text = fillReply(template, values, givenOf(options.var ?? []))
  countUse(context, workspace, {
    case: found.id,
    kind: 'used',
    via: 'reply',
    ...(ticket === undefined ? {} : { ticket }),
  })
  if (json) terminal.json(envelope('reply', { id: found.id, language, audience, text }))
  else terminal.out(shown(text).trimEnd())
  const withheld = withheldSections(found, library, audience)
  if (withheld.length > 0) terminal.say(WITHHELD, { list: withheld.join(', '), audience })
  if (language !== own) terminal.say(OTHER_LANGUAGE, { language: found.language })
  if (options.copy === true) terminal.say((await copyText(host, text)) ? COPIED : NO_CLIPBOARD)
  return 0
}

async function openReply(workspace: Workspace, language: string): Promise<string> {
  const names = replyTemplateNames(language)
  const found = await templateText(workspace, names)
  if (found !== undefined) return readReplyTemplate(found.text, found.path)
  throw new CasectlError('template', {
    en: `There is no template ${names.join(' or ')}.`,
    zh: `没有模板 ${names.join(' 或 ')}。`,
  })
}

async function listVariables(
  { terminal }: Context,
  workspace: Workspace,
  { language, json }: ReplyOptions,
): Promise<ExitCode> {
  const variables = variablesOf(await openReply(workspace, language ?? terminal.language))
  if (json === true) terminal.json(envelope('reply', { variables, case: CASE_PLACES }))
  else {
    for (const { name, otherwise } of variables) {
      terminal.out(otherwise === undefined ? name : `${name}=${shown(otherwise)}`)
    }
    terminal.say(FROM_CASE, { list: CASE_PLACES.join(', ') })
  }
  return 0
}

/** @throws CasectlError `usage` for what is no `name=value` */
function givenOf(given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((text): [string, string] => {
      const at = text.indexOf('=')
      if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1)]
      throw new CasectlError('usage', {
        en: `--var takes name=value, not "${text}".`,
        zh: `--var 的写法是 名称=值，而不是“${text}”。`,
      })
    }),
  )
}

function whichCase(): CasectlError {
  return new CasectlError('usage', {
    en: 'Name the case to reply with, or list variables with --vars.',
    zh: '请指定用于回复的案例，或用 --vars 列出变量。',
  })
}

const WITHHELD = {
  en: 'Left out, not for {audience} readers: {list}.',
  zh: '已略去不面向 {audience} 读者的小节：{list}。',
} as const
const OTHER_LANGUAGE = {
  en: 'The case is written in {language}: translate what comes from it before you send it.',
  zh: '案例正文的语言是 {language}：发送前请翻译来自案例的内容。',
} as const
const COPIED = { en: 'Copied to the clipboard.', zh: '已复制到剪贴板。' } as const
const NO_CLIPBOARD = {
  en: 'No clipboard was found (pbcopy, clip.exe, wl-copy, xclip, xsel).',
  zh: '没有可用的剪贴板（pbcopy、clip.exe、wl-copy、xclip、xsel）。',
} as const
const FROM_CASE = { en: 'From the case: {list}.', zh: '来自案例：{list}。' } as const
