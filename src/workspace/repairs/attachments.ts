import { byRule } from './by-rule.js'

/** Writes size and SHA-256 of attachments as the files have them. */
export const attachments = byRule('attachments', 'attachments', {
  en: 'write the true size and SHA-256 of attachments',
  zh: '写入附件的实际大小和 SHA-256',
})
