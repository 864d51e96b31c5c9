import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { builtInCheck } from '../../src/parse/built-in-check.js'
import { CaseParser } from '../../src/parse/parse-case.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { RULES } from '../../src/rules/index.js'
import { changed } from '../parse/changed-texts.js'
import { HAZARDS, LINKS, NESTED, PLAIN } from '../parse/markdown-pieces.js'
import { sampleTexts } from '../parse/parsing.js'

// What some rule has an eye on, so that changed cases come near to what it finds.
const PIECES = [
  ...[
    'ABC 的',
    '的ABC',
    '**A**B 的',
    '5G 网',
    '第 3 个',
    '第3个',
    ' ，',
    '， ',
    '50% 的',
    'U 盘',
    '_A_ 的',
    '。 ',
  ],
  ...[
    '尽快',
    'maybe',
    '一些问题',
    '提高 50%',
    'improved by 5 %',
    'TODO',
    '{{x}}',
    '<!-- hint: a -->',
    'www.a.b',
  ],
  ...[
    'https://a.b，中文',
    '![](a.png)',
    '```',
    '~~~ x',
    '| a | b |',
    '|---|',
    '设備',
    '発',
    'Agent: a\nCustomer: b',
  ],
  ...[
    '1、a\n2、b',
    '步骤 1',
    'Step 1: a',
    '• a\n• b',
    '  - a',
    '##无空格',
    '# 第二',
    '#### 深',
    '1. a\n3. b',
    '2. a',
  ],
  ...['title: 问题', 'title: 急！！', 'title: "2026-01-02 打印机"', 'title: 空压机', 'status: archived'],
  ...[
    'id: KB-7F3KQ',
    'scope_exception: a',
    'product: { name: 路由器 }',
    'category: [a, b]',
    'created: 2030-01-01',
  ],
  ...[
    'outcomes: [{ metric: a }]',
    '## 成效',
    '## 解决方案',
    '## 操作步骤\n',
    '> ## 引用',
    '- # 列表',
    'language: zh-TW',
  ],
  ...[...PLAIN, ...HAZARDS, ...LINKS, ...NESTED],
]

const taxonomy = new Taxonomy(readTaxonomy(readFileSync('taxonomy.yml', 'utf8')).value ?? { facets: {} })
const config = resolveConfig({ charter: { products: ['home-router', 'air-compressor'] } })
const fields = [...taxonomy.facets.values()].map(facet => facet.field)
const parser = new CaseParser({ config, taxonomy, validate: builtInCheck(fields) })

/** Asks every rule that has a sign without minding what it says. */
function holds(text: string): void {
  const file = parser.parseText('cases/a.md', text)
  const found = file.case
  if (found === undefined) return
  for (const rule of RULES) {
    if (rule.scope !== 'case' && rule.scope !== 'file') continue
    const input = { library: { config, taxonomy }, file, case: found, options: rule.options.defaults }
    if (rule.mayFind?.(input as never) !== false) continue
    const yielded = [...rule.check(input as never)]
    if (yielded.length > 0) expect({ rule: rule.id, text, yielded }).toBe('passed over')
  }
}

const texts = [...sampleTexts().values()]

test('a rule that is passed over has nothing to say of sample cases', () => {
  for (const text of texts) {
    holds(text)
    holds(text.replaceAll('\n', '\r\n'))
  }
})

test('changed cases', () => {
  fc.assert(fc.property(changed(fc.constantFrom(...texts), PIECES, 4), holds), { numRuns: 6000 })
}, 60_000)

test('a sign is declared where it is worth it, and a sound case shows few', () => {
  const signs = RULES.filter(
    rule => (rule.scope === 'case' || rule.scope === 'file') && rule.mayFind !== undefined,
  )
  expect(signs.length).toBeGreaterThan(20)
})
