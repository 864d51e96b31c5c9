import { PROBLEMS } from '../parse/problem.js'
import { exampleCase } from './example.js'
import { problemRule } from './problem-rule.js'
import type { Rule } from './rule.js'

export const duplicateKey: Rule = problemRule({
  id: 'duplicate-key',
  summary: {
    en: 'No key stands twice in the same group of the front matter.',
    zh: '前置元数据的同一组中，键不重复。',
  },
  why: {
    en: 'YAML readers disagree on which of two values counts, so people and tools would see different cases. Keep the right line and delete the other; casectl reads the first.',
    zh: '遇到重复的键，不同的 YAML 工具取值不同，人和工具看到的案例就不一样了。请保留正确的一行，删除另一行；casectl 以第一个为准。',
  },
  messages: PROBLEMS['duplicate-key'],
  examples: {
    good: exampleCase(),
    bad: exampleCase({ urgency: 'medium\nurgency: high' }),
  },
})
