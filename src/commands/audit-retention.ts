import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { retentionText } from '../report/retention.js'
import { judgeRetention } from '../review/retention.js'
import { readPack } from '../workspace/audit-pack.js'
import { type Anchor, historyFacts } from '../workspace/audit-retention.js'
import { type Command, envelope } from './context.js'
import { dayOption } from './lint-options.js'

export interface AuditRetentionOptions {
  readonly asOf?: string
  /** A commit that must be in the history. */
  readonly anchor?: string
  /** A pack whose head must be in the history. */
  readonly pack?: string
  readonly json?: boolean
}

/** `casectl audit retention`: is the history as long as it is to be kept? Exit 1 where it is not. */
export const auditRetention: Command<AuditRetentionOptions> = async (context, options) => {
  const { terminal, host } = context
  const { anchor, pack, json } = options
  const day = dayOption('as-of', options.asOf) ?? dayOf(host.now())
  if (anchor !== undefined && !/^[0-9a-f]{7,64}$/.test(anchor)) throw noCommit(anchor)
  const anchors: Anchor[] = [
    ...(anchor === undefined ? [] : [{ commit: anchor, from: '--anchor' }]),
    ...(pack === undefined ? [] : [{ commit: (await readPack(host.cwd, pack)).head, from: pack }]),
  ]
  const workspace = await context.openWorkspace()
  const facts = await historyFacts(workspace, anchors, host.env)
  const { retention } = workspace.config.audit
  const findings = judgeRetention(facts, retention, day)
  const failed = findings.some(({ severity }) => severity === 'error')
  if (json === true) {
    terminal.json(
      envelope('audit retention', {
        day,
        days: retention,
        began: facts.began ?? null,
        held: !failed,
        findings,
      }),
    )
  } else {
    if (findings.length > 0) terminal.out(retentionText(findings, terminal.language))
    terminal.say(failed ? NOT_HELD : HELD, { days: retention, began: facts.began ?? '–' })
  }
  return failed ? 1 : 0
}

const HELD = {
  en: 'The history is here from {began} on ({days} days are to be kept).',
  zh: '历史自 {began} 起完整（应保留 {days} 天）。',
} as const
const NOT_HELD = {
  en: 'That {days} days of history are kept cannot be shown.',
  zh: '无法证明保留了 {days} 天的历史。',
} as const

function noCommit(text: string): CasectlError {
  return new CasectlError('usage', {
    en: `--anchor takes the name of a commit in hexadecimal digits, not "${text}".`,
    zh: `--anchor 需要十六进制的提交名，而不是“${text}”。`,
  })
}
