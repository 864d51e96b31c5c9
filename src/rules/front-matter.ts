import { PROBLEMS } from '../parse/problem.js'
import { exampleCase } from './example.js'
import { problemRule } from './problem-rule.js'
import type { Rule } from './rule.js'

export const frontMatter: Rule = problemRule({
  id: 'front-matter',
  summary: {
    en: 'A case begins with closed YAML front matter that holds plain data.',
    zh: '案例以完整的 YAML 前置元数据开头，且只包含普通数据。',
  },
  why: {
    en: 'A case file comes from many hands and is data, never code: other front-matter languages, anchors, aliases and tags are refused. Begin with a line `---`, write `key: value` lines, close with `---`.',
    zh: '案例文件来自很多人，它是数据而不是代码：拒绝其他语言的前置元数据、锚点、别名和标签。请以 `---` 行开头，写 `键: 值`，再以 `---` 行结束。',
  },
  messages: PROBLEMS['front-matter'],
  examples: { good: exampleCase(), bad: exampleCase().replace('\n---\n', '\n') },
})
