import type { Message } from '../lib/message.js'

export const PACK_FAULTS = {
  changed: {
    en: '{file} is not what its sum in SHA256SUMS says.',
    zh: '{file} 与 SHA256SUMS 中的校验值不符。',
  },
  missing: { en: '{file} is missing.', zh: '缺少 {file}。' },
  unlisted: { en: '{file} is not listed in SHA256SUMS.', zh: '{file} 未列入 SHA256SUMS。' },
  'no-file': { en: '{file} is no regular file.', zh: '{file} 不是普通文件。' },
  'bad-sums': { en: '{file} is missing or cannot be read.', zh: '{file} 缺失或无法读取。' },
  'other-commit': {
    en: '{commit} is not the hash of what {file} gives for it.',
    zh: '{file} 中 {commit} 的内容与其提交名不符。',
  },
  'other-count': {
    en: '{file} does not have as many commits as pack.json says.',
    zh: '{file} 的提交数与 pack.json 不符。',
  },
  'no-head': { en: '{file} lacks the head, {commit}.', zh: '{file} 缺少末端提交 {commit}。' },
} as const satisfies Readonly<Record<string, Message>>

/** What is wrong with a pack. */
export interface PackFault {
  readonly code: keyof typeof PACK_FAULTS
  readonly file: string
  readonly commit?: string
}
