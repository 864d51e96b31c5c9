import { PROBLEMS } from '../parse/problem.js'
import { exampleCase } from './example.js'
import { problemRule } from './problem-rule.js'
import type { Rule } from './rule.js'

export const schema: Rule = problemRule({
  id: 'schema',
  summary: {
    en: 'Every field of the front matter is known and has the type and form that the schema gives it.',
    zh: '前置元数据的每个字段都是已知字段，类型和形式符合 schema。',
  },
  why: {
    en: 'Search, filters and reports read these fields; a misspelt key or a wrong type would silently leave the case out. Correct the value as the message says. A field of your own belongs in a schema of the library (`schema:` in casectl.config.yml) or in taxonomy.yml as a facet.',
    zh: '搜索、筛选和报表都读取这些字段；键写错或类型不对，案例就会悄悄漏掉。请按提示更正。自定义字段请写进案例库自己的 schema（casectl.config.yml 的 `schema:`），或作为维度写进 taxonomy.yml。',
  },
  messages: PROBLEMS.schema,
  examples: {
    good: exampleCase(),
    bad: exampleCase({ status: 'publish', custmer_phrases: '[drops every evening]' }),
  },
})
