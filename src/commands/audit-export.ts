import { auditCsv, auditCsvHead, auditJson } from '../report/audit-entries.js'
import { unusualJson } from '../report/unusual.js'
import { exportAudit } from '../workspace/audit-export.js'
import { type Command, envelope } from './context.js'
import { dayOption } from './lint-options.js'

export interface AuditExportOptions {
  readonly target: string
  readonly after?: string
  readonly before?: string
  readonly json?: boolean
}

/** `casectl audit export`: the audit as a folder that checks itself. */
export const auditExport: Command<AuditExportOptions> = async (context, options) => {
  const { terminal, host } = context
  const span = { after: dayOption('after', options.after), before: dayOption('before', options.before) }
  const workspace = await context.openWorkspace()
  const forms = { csvHead: auditCsvHead(), csv: auditCsv, json: auditJson, unusual: unusualJson }
  const pack = await exportAudit(workspace, options.target, { span, forms, now: host.now() }, host)
  if (options.json === true) terminal.json(envelope('audit export', { ...pack, target: options.target }))
  else {
    terminal.say(
      {
        en: '{target}: entries {entries}, commits {commits}, reviews {reviews}, up to {head}. Check it with `casectl audit verify` or `sha256sum -c SHA256SUMS`; keep it where nobody who can push can write.',
        zh: '{target}：{entries} 条记录，{commits} 个提交，{reviews} 份评审，末端 {head}。可用 `casectl audit verify` 或 `sha256sum -c SHA256SUMS` 核对；请存放在有推送权限者无法改写的位置。',
      },
      { ...pack, after: '', before: '', target: options.target },
    )
  }
  return 0
}
