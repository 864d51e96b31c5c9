import type { Message } from '../lib/message.js'

export const LIMIT: Message = { en: 'at most this many', zh: '最多显示数目' }
export const PRINT_JSON: Message = { en: 'print JSON', zh: '输出 JSON' }
export const THRESHOLD: Message = {
  en: 'likeness from which on a case counts, 0 to 1 (related.threshold)',
  zh: '相近度阈值，0 到 1（默认取 related.threshold）',
}
