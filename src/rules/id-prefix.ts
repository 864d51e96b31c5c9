import { exampleCase } from './example.js'
import { defineRule, type Rule } from './rule.js'

const DEFAULTS: { readonly also: readonly string[] } = { also: [] }

export const idPrefix: Rule = defineRule({
  id: 'id-prefix',
  scope: 'case',
  severity: 'warning',
  summary: {
    en: 'Ids begin with the prefix of the library.',
    zh: 'id 以本案例库的前缀开头。',
  },
  why: {
    en: 'The prefix tells from which library an id comes when several of them are cited in one ticket. Draw a new id with `casectl new`, or list the prefix of a library that was merged in under the option `also`.',
    zh: '同一张工单引用多个案例库时，前缀说明 id 来自哪个库。请用 `casectl new` 生成新的 id；若合并过其他案例库，可把它的前缀写进选项 `also`。',
  },
  messages: {
    prefix: {
      en: 'The id {id} begins with {found}; the prefix of this library is {prefix} (`id.prefix` in the configuration).',
      zh: 'id {id} 的前缀是 {found}，本案例库的前缀是 {prefix}（配置项 `id.prefix`）。',
    },
  },
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        also: {
          type: 'array',
          items: { type: 'string', pattern: '^[A-Z][A-Z0-9]{0,15}$' },
          description: 'Further prefixes that are in order, for instance of a library that was merged in.',
        },
      },
    },
  },
  examples: {
    good: exampleCase({ id: 'CASE-7F3KQ' }),
    bad: exampleCase({ id: 'KB-7F3KQ' }),
  },
  mayFind: ({ case: { id }, library }) => id.slice(0, id.lastIndexOf('-')) !== library.config.idPrefix,
  *check({ case: { id, fields }, library, options }) {
    // A refused id has been reported by `schema`.
    if (id === '') return
    const found = id.slice(0, id.lastIndexOf('-'))
    const prefix = library.config.idPrefix
    if (found === prefix || options.also.includes(found)) return
    yield { code: 'prefix', args: { id, found, prefix }, at: fields.get('/id')?.value }
  },
})
