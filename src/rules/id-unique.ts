import { exampleCase } from './example.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

export const idUnique: Rule = defineRule({
  id: 'id-unique',
  scope: 'library',
  ofIds: true,
  ofCases: true,
  severity: 'error',
  summary: {
    en: 'No two cases share an id, not even in different letter case.',
    zh: '案例 id 不能重复，仅大小写不同也不行。',
  },
  why: {
    en: 'Links, citations and reviews name a case by its id. Give the newer one a new id: `casectl new` draws one that is free.',
    zh: '链接、引用和评审都用 id 指代案例。请给较新的案例换一个 id：`casectl new` 会生成未被占用的 id。',
  },
  messages: {
    duplicate: {
      en: 'The id {id} is also that of {other}.',
      zh: 'id {id} 与 {other} 重复。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: {
      'cases/a.md': exampleCase({ id: 'CASE-7F3KQ' }),
      'cases/b.md': exampleCase({ id: 'CASE-7F3KR' }),
    },
    bad: { 'cases/a.md': exampleCase({ id: 'CASE-7F3KQ' }), 'cases/b.md': exampleCase({ id: 'CASE-7F3KQ' }) },
  },
  *check({ library }) {
    for (const same of library.byId.values()) {
      if (same.length < 2) continue
      for (const found of same) {
        const other = same.find(candidate => candidate !== found)?.path ?? found.path
        const at = found.fields.get('/id')?.value
        yield { code: 'duplicate', args: { id: found.id, other }, path: found.path, at }
      }
    }
  },
})
