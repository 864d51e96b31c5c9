import { fill } from '../lib/message.js'
import { shownLine } from '../report/shown.js'
import { PACK_FAULTS } from '../review/pack-fault.js'
import { verifyPack } from '../workspace/audit-pack.js'
import { type Command, envelope } from './context.js'

export interface AuditVerifyOptions {
  readonly pack: string
  readonly json?: boolean
}

/** `casectl audit verify`: is a pack as it was exported? Exit 1 where it is not. */
export const auditVerify: Command<AuditVerifyOptions> = async ({ terminal, host }, { pack, json }) => {
  const { head, faults } = await verifyPack(host.cwd, pack)
  const found = faults.map(fault => ({
    ...fault,
    message: fill(PACK_FAULTS[fault.code], { commit: '', ...fault }),
  }))
  if (json === true) terminal.json(envelope('audit verify', { pack: head, faults: found }))
  else {
    if (found.length > 0) {
      terminal.out(found.map(({ message }) => shownLine(message[terminal.language])).join('\n'))
    }
    terminal.say(found.length === 0 ? SOUND : BROKEN, { pack, head: head.head, count: found.length })
  }
  return found.length === 0 ? 0 : 1
}

const SOUND = {
  en: '{pack} is whole. It tells the history up to {head}.',
  zh: '{pack} 完好，记录到 {head} 为止的历史。',
} as const
const BROKEN = {
  en: '{pack} is not as it was exported. Faults: {count}.',
  zh: '{pack} 与导出时不符：{count} 处。',
} as const
