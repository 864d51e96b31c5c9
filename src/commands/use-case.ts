import { CasectlError } from '../lib/errors.js'
import { languageOf } from '../lib/message.js'
import type { Config } from '../model/config.js'
import { allowedData } from '../parse/allowed-data.js'
import { Masker } from '../privacy/mask.js'
import type { Unfit } from '../reply/fit.js'
import { eventNow, type Happened, recordEvent } from '../workspace/record-feedback.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Context, type ExitCode, envelope } from './context.js'

/** Says why a case cannot be used; exit 1. */
export function refuse(
  { terminal }: Context,
  command: string,
  { code, text, hint }: Unfit,
  json: boolean,
): ExitCode {
  if (json) terminal.json(envelope(command, { refused: { code, reason: text.en, hint: hint.en } }))
  terminal.complain(terminal.text(text))
  terminal.complain(terminal.text(hint))
  return 1
}

/** Counts a use; a library that cannot be written only costs the count. */
export function countUse({ terminal, host }: Context, workspace: Workspace, use: Happened): void {
  if (recordEvent(workspace, eventNow(use, host))) return
  terminal.say({
    en: 'The use could not be recorded: .casectl/spool/ cannot be written.',
    zh: '无法记录本次使用：.casectl/spool/ 不可写。',
  })
}

/**
 * The reference of a ticket as it may be kept.
 * @throws CasectlError `usage` for an empty one, one of more than 100 characters, and one that is personal data
 */
export function ticketRef(config: Config, ref: string | undefined): string | undefined {
  const text = ref?.trim()
  if (text === undefined) return undefined
  const { counts } = maskerOf(config, 'en').mask(text)
  if (text !== '' && text.length <= 100 && !/[\n\r]/.test(text) && counts.size === 0) return text
  throw new CasectlError('usage', {
    en: '--ticket takes the reference of a ticket, at most 100 characters, without personal data.',
    zh: '--ticket 需要工单编号，最多 100 个字符，且不含个人数据。',
  })
}

/** Masks personal data as this library says. @param language BCP 47 */
export function maskerOf({ privacy }: Config, language: string): Masker {
  return new Masker({
    language: languageOf(language) ?? 'en',
    mask: privacy.mask,
    allowed: allowedData(privacy),
  })
}
