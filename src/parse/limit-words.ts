import type { Message } from '../lib/message.js'
import type { SchemaError } from './schema.js'

const WORDS: Readonly<Record<string, (limit: string) => Message>> = {
  minLength: n => ({ en: `needs at least ${n} characters`, zh: `至少要有 ${n} 个字符` }),
  maxLength: n => ({ en: `has more than ${n} characters`, zh: `超过 ${n} 个字符` }),
  minItems: n => ({ en: `needs at least ${n} entries`, zh: `至少要有 ${n} 项` }),
  maxItems: n => ({ en: `has more than ${n} entries`, zh: `超过 ${n} 项` }),
  minProperties: n => ({ en: `needs at least ${n} keys`, zh: `至少要有 ${n} 个键` }),
  minimum: n => ({ en: `must be at least ${n}`, zh: `不能小于 ${n}` }),
  maximum: n => ({ en: `must be at most ${n}`, zh: `不能大于 ${n}` }),
}

/** What a value breaks, in plain words; keywords that only a library's own schema uses in ajv's. */
export function limitWords({ keyword, params, message }: SchemaError): Message {
  if (keyword === 'minLength' && params['limit'] === 1) return { en: 'must not be empty', zh: '不能为空' }
  const words = WORDS[keyword]
  if (words !== undefined) return words(String(params['limit']))
  const text = message ?? keyword
  return { en: text, zh: `案例库自己的 schema 规定 ${text}` }
}
