import { expect, test } from 'vitest'
import { unstyled } from '../../src/lib/style.js'
import { cells } from '../../src/lib/text.js'
import { statsJson, treeJson } from '../../src/taxonomy/as-json.js'
import { statsText, treeText } from '../../src/taxonomy/as-text.js'
import { countCases, type FacetCounts } from '../../src/taxonomy/counts.js'
import { facetStats } from '../../src/taxonomy/stats.js'
import { caseText, sourcesOf } from './support.js'

const TAXONOMY = `facets:
  product:
    labels: { zh: 产品, en: Product }
    levels:
      - { id: product, field: name, labels: { zh: 产品, en: Product } }
      - { id: module, field: module, labels: { zh: 模块, en: Module } }
    terms:
      - id: router
        labels: { zh: 家用路由器, en: Home router }
        terms: [{ id: wan, labels: { zh: 宽带, en: WAN uplink } }, { id: lan }]
      - { id: modem, labels: { en: Modem }, retired: { use: router } }
      - { id: fax, retired: {} }
  kindof:
    cap: 4
    multiple: true
    terms: [{ id: x, cap: 10 }, { id: y }, { id: other-kind, other: true }]
`

function counted(cases: readonly string[], archived: readonly string[] = []): FacetCounts[] {
  const files = [
    ...cases.map((lines, i) => [`cases/${i}.md`, lines] as const),
    ...archived.map((lines, i) => [`archive/${i}.md`, lines] as const),
  ].map(([path, lines], i) => [path, caseText(lines, `CASE-0000${i}`)] as const)
  const { library } = sourcesOf({ taxonomy: TAXONOMY, cases: Object.fromEntries(files) })
  return countCases(library, library.taxonomy.facets.values())
}

function figures(counts: FacetCounts | undefined): Record<string, number> {
  const terms = [...(counts?.facet.terms.values() ?? [])]
  return Object.fromEntries(terms.map(term => [term.id, counts?.of(term) ?? 0]))
}

const CASES = [
  'product: { name: router, module: wan }\nkindof: [x, y]',
  'product: { module: lan }',
  'product: { name: 家用路由器 }\nkindof: x',
  'product: { name: toaster }',
]

test('a case counts once for each term it names and for what is above; aliases count, unknown terms do not', () => {
  const [product, kind] = counted(CASES)
  expect(figures(product)).toEqual({ router: 3, wan: 1, lan: 1, modem: 0, fax: 0 })
  expect(product?.cases).toBe(3)
  expect(figures(kind)).toEqual({ x: 2, y: 1, 'other-kind': 0 })
  expect(kind?.cases).toBe(2)
})

test('archived cases do not count', () => {
  const [product] = counted(['product: { name: router }'], ['product: { name: router }'])
  expect(figures(product)['router']).toBe(1)
})

test('the tree is aligned by cells, in the language asked for, with retired terms marked', () => {
  const [product] = counted(CASES)
  if (product === undefined) throw new Error('no facet')
  expect(unstyled(treeText(product, { language: 'zh', width: 80 })).split('\n')).toEqual([
    '产品  product  3 个案例  产品 → 模块',
    '  家用路由器  router  3',
    '    宽带      wan     1',
    '    lan       lan     1',
    '  Modem       modem   0  已停用，请用 router',
    '  fax         fax     0  已停用',
  ])
})

test('labels give way on a narrow screen, ids do not', () => {
  const label = '所有安装在客户现场的家用路由器与子路由'
  const taxonomy = `facets: { f: { terms: [{ id: router, labels: { zh: ${label} } }, { id: modem }] } }\n`
  const { library } = sourcesOf({ taxonomy })
  const [counts] = countCases(library, library.taxonomy.facets.values())
  if (counts === undefined) throw new Error('no facet')
  const lines = unstyled(treeText(counts, { language: 'zh', width: 40 })).split('\n')
  expect(lines.slice(1)).toEqual([
    '  所有安装在客户现场的家用路…  router  0',
    '  modem                        modem   0',
  ])
  expect(lines.slice(1).map(cells)).toEqual([40, 40])
})

test('the tree as JSON is nested', () => {
  const [product] = counted(CASES)
  if (product === undefined) throw new Error('no facet')
  expect(treeJson(product)).toMatchObject({
    id: 'product',
    levels: ['product', 'module'],
    cases: 3,
    terms: [
      { id: 'router', cases: 3, terms: [{ id: 'wan', cases: 1, terms: [] }, { id: 'lan' }] },
      { id: 'modem', retired: { use: 'router' } },
      { id: 'fax', retired: {} },
    ],
  })
})

test('a node is full from 80 % of its own cap or the facet’s on', () => {
  const wide = (children: number, cap: string): unknown => {
    const terms = Array.from({ length: children }, (_, i) => `{ id: t${i} }`).join(', ')
    const taxonomy = `facets: { f: { levels: [{ id: l1 }, { id: l2 }], terms: [{ id: a${cap}, terms: [${terms}] }] } }\n`
    const { library } = sourcesOf({ taxonomy })
    const [counts] = countCases(library, library.taxonomy.facets.values())
    return counts === undefined ? undefined : statsJson(facetStats(counts))
  }
  expect(wide(15, '')).toMatchObject({ full: [] })
  expect(wide(16, '')).toMatchObject({ full: [{ term: 'a', children: 16, cap: 20 }] })
  expect(wide(3, ', cap: 4')).toMatchObject({ full: [] })
  expect(wide(4, ', cap: 5')).toMatchObject({ full: [{ term: 'a', children: 4, cap: 5 }] })
})

test('the top of a facet is measured against the facet’s cap', () => {
  const taxonomy = 'facets: { f: { cap: 3, terms: [{ id: a }, { id: b }, { id: c }] } }\n'
  const { library } = sourcesOf({ taxonomy })
  const [counts] = countCases(library, library.taxonomy.facets.values())
  if (counts === undefined) throw new Error('no facet')
  expect(statsJson(facetStats(counts))).toMatchObject({ full: [{ term: null, children: 3, cap: 3 }] })
})

test('a catch-all is named when it holds more than a fifth of the cases, not at a fifth', () => {
  const cases = (others: number): string[] =>
    Array.from({ length: 5 }, (_, i) => (i < others ? 'kindof: [other-kind]' : 'kindof: x'))
  const stats = (others: number) => counted(cases(others)).map(facetStats)[1]?.others ?? []
  expect(stats(1)).toEqual([])
  expect(stats(2)).toMatchObject([{ cases: 2, share: 0.4 }])
})

test('the figures as text: one line a facet, one a warning', () => {
  const [product, kind] = counted(['kindof: [other-kind]', 'kindof: [x]']).map(facetStats)
  if (product === undefined || kind === undefined) throw new Error('no facet')
  expect(unstyled(statsText(kind, { language: 'en', width: 80 })).split('\n')).toEqual([
    'kindof  kindof  terms: 3, cases: 2',
    '  terms in no case: 1',
    '  warning  `other-kind` holds 1 of 2 cases (50 %); terms may be missing.',
  ])
  expect(statsJson(product)).toMatchObject({ unused: ['router', 'wan', 'lan', 'modem', 'fax'], others: [] })
})
