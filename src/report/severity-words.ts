import type { Message } from '../lib/message.js'
import type { Severity } from '../model/diagnostic.js'

/** Severities as people read them. */
export const SEVERITY_WORDS: Readonly<Record<Severity, Message>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  note: { en: 'note', zh: '提示' },
}
