import { expect, test } from 'vitest'
import type { Library } from '../../src/library/library.js'
import { buildLibrary } from '../../src/library/library.js'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { builtInCheck } from '../../src/parse/built-in-check.js'
import { CaseParser } from '../../src/parse/parse-case.js'
import { documentsOf } from '../../src/search/document.js'
import { fieldTexts } from '../../src/search/fields.js'
import { TAXONOMY } from './open-documents.js'

const taxonomy = new Taxonomy(TAXONOMY)
const parser = new CaseParser({ config: DEFAULT_CONFIG, taxonomy, validate: builtInCheck(['product']) })

function library(files: Readonly<Record<string, string>>): Library {
  const parsed = Object.entries(files).map(([path, text]) => parser.parseText(path, text))
  return buildLibrary(DEFAULT_CONFIG, taxonomy, parsed, () => undefined)
}

const head = (id: string, more = ''): string =>
  `---\nid: ${id}\nkind: case\ntitle: 水泵停机\nstatus: published\nlanguage: zh-CN\n${more}---\n`

test('a case becomes plain data with all that a search asks for', () => {
  const more = [
    'updated: 2026-01-02',
    'product: { name: 抽水机 }',
    'tags: [漏油]',
    'error_codes: [E-1203]',
    'customer_phrases: [一直响]',
    'causes: [{ cause: 轴承损坏, fix: 更换轴承 }]',
    'tools: [听诊器]',
  ]
  const body = [
    '# 水泵停机',
    '先说两句。',
    '## 故障现象',
    '**不转**，[手册](https://docs.example.com)',
    '## 诊断过程 {audience=internal}',
    '- 查轴承',
    '## 我的小结',
    '完毕',
  ]
  const text = `${head('CASE-00001', `${more.join('\n')}\n`)}\n${body.join('\n\n')}\n`
  const [found] = documentsOf(library({ 'cases/a.md': text }))
  expect(JSON.parse(JSON.stringify(found))).toEqual({
    id: 'CASE-00001',
    path: 'cases/a.md',
    title: '水泵停机',
    kind: 'case',
    status: 'published',
    language: 'zh-CN',
    updated: '2026-01-02',
    facets: {
      status: ['published'],
      kind: ['case'],
      language: ['zh-CN'],
      audience: ['internal'],
      tag: ['漏油'],
      product: ['pump'],
    },
    tags: ['漏油'],
    errorCodes: ['E-1203'],
    customerPhrases: ['一直响'],
    causes: [{ cause: '轴承损坏', fix: '更换轴承' }],
    details: ['听诊器'],
    related: [],
    sections: [
      { title: '', text: '先说两句。' },
      { id: 'symptoms', title: '故障现象', text: '不转，手册' },
      { id: 'diagnosis', title: '诊断过程', text: '查轴承', audience: 'internal' },
      { title: '我的小结', text: '完毕' },
    ],
  })
  if (found === undefined) throw new Error('no document')
  expect(fieldTexts(found, 'symptoms', taxonomy)).toEqual(['不转，手册'])
  expect(fieldTexts(found, 'facets', taxonomy)).toEqual(['漏油', 'pump', '水泵', 'Pump', '抽水机'])
  expect(fieldTexts(found, 'body', taxonomy)).toEqual([
    ...['先说两句。', '不转，手册', '查轴承', '我的小结', '完毕'],
    ...['轴承损坏', '更换轴承', '听诊器'],
  ])
})

test('a body without sections is indexed whole', () => {
  const [found] = documentsOf(library({ 'cases/a.md': `${head('CASE-00001')}\n# 水泵停机\n\n只有一段。\n` }))
  expect(found?.sections).toEqual([{ title: '', text: '只有一段。' }])
})

test('documents stand in id order, of duplicates the first by path, broken cases not at all', () => {
  const found = documentsOf(
    library({
      'cases/a.md': head('CASE-00002'),
      'cases/b.md': head('CASE-00001'),
      'cases/c.md': head('CASE-00002'),
      'cases/d.md': head('CASE-00003').replace('status: published', 'status: gone'),
    }),
  )
  expect(found.map(({ id, path }) => [id, path])).toEqual([
    ['CASE-00001', 'cases/b.md'],
    ['CASE-00002', 'cases/a.md'],
  ])
})
