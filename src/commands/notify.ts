import type { ReportName } from '../figures/report.js'
import { postWebhook, type Signing } from '../io/webhook.js'
import { CasectlError } from '../lib/errors.js'
import { type NoticeTarget, noticeBody } from '../report/notice.js'
import type { Command } from './context.js'
import { openReport, type ReportOptions } from './report.js'

export interface NotifyOptions extends ReportOptions {
  readonly to: NoticeTarget
  readonly report: ReportName
  readonly dryRun?: boolean
}

/** `casectl notify`: a report to a group; nothing is sent where no webhook is set. */
export const notify: Command<NotifyOptions> = async (context, options) => {
  const { terminal, host } = context
  const name = `CASECTL_WEBHOOK_${options.to.toUpperCase()}`
  const address = host.env[name] ?? ''
  if (options.dryRun !== true && address === '') throw notSet(name)
  const workspace = await context.openWorkspace()
  const report = await openReport(context, workspace, options.report, options)
  const body = noticeBody(report, options.to, terminal.language)
  if (options.dryRun === true) {
    terminal.json(body)
    return 0
  }
  await postWebhook(name, address, body, signingFor(options.to, host.env[`${name}_SECRET`], host.now()))
  terminal.say({ en: 'Sent to {to}.', zh: '已发送到 {to}。' }, { to: options.to })
  return 0
}

/** Robots of DingTalk and Feishu ask for a signature where their owner chose so: then there is a secret. */
function signingFor(to: NoticeTarget, secret: string | undefined, now: Date): Signing | undefined {
  if ((to !== 'dingtalk' && to !== 'feishu') || secret === undefined || secret === '') return undefined
  return { robot: to, secret, now }
}

function notSet(name: string): CasectlError {
  return new CasectlError(
    'usage',
    { en: `No webhook is set: ${name} is empty.`, zh: `没有设置 webhook：${name} 为空。` },
    {
      en: 'Set it to the address that the group gives; --dry-run prints what would be sent.',
      zh: '请把它设为群机器人的地址；--dry-run 只显示将发送的内容。',
    },
  )
}
