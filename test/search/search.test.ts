import { expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { type Hit, search } from '../../src/search/search.js'
import { document, openDocuments, openIndexOf, says } from './open-documents.js'

const ids = (hits: readonly Hit[]): string[] => hits.map(hit => hit.id)

test('released cases stand above drafts, whatever their scores', async () => {
  const opened = await openDocuments(
    document('T-00001', { title: '停机', status: 'draft' }),
    document('T-00002', { title: '停机', status: 'in-review' }),
    says('T-00003', '很长的一段话，其中只有一处说到停机，其余与此无关', { status: 'needs-review' }),
    says('T-00004', '停机停机', { status: 'published' }),
  )
  const { hits } = await search(opened, { text: '停机' })
  expect(hits.map(hit => [hit.id, hit.tier])).toEqual([
    ['T-00004', 1],
    ['T-00003', 1],
    ['T-00001', 2],
    ['T-00002', 2],
  ])
  expect(hits[2]?.score).toBeGreaterThan(hits[0]?.score ?? 0)
})

test('equal scores are ordered by id', async () => {
  const opened = await openDocuments(
    says('T-00002', '停机'),
    says('T-00001', '停机'),
    says('T-00003', '停机'),
  )
  expect(ids((await search(opened, { text: '停机' })).hits)).toEqual(['T-00001', 'T-00002', 'T-00003'])
})

test('withdrawn and archived cases show to those who ask for the status', async () => {
  const opened = await openDocuments(
    says('T-00001', '停机', { status: 'withdrawn' }),
    says('T-00002', '停机', { status: 'archived' }),
    says('T-00003', '停机'),
  )
  const shown = async (status?: string[]): Promise<string[]> =>
    ids((await search(opened, { text: '停机', filters: status === undefined ? {} : { status } })).hits)
  expect(await shown()).toEqual(['T-00003'])
  expect(await shown(['withdrawn'])).toEqual(['T-00001'])
  expect(await shown(['archived', 'withdrawn'])).toEqual(['T-00001', 'T-00002'])
})

test('a word that only an archived case has is not said to be in no case where the archive is asked', async () => {
  const opened = await openDocuments(says('T-00001', '异响', { status: 'archived' }), says('T-00002', '停机'))
  const notes = async (text: string, archived: boolean): Promise<unknown[]> =>
    (await search(opened, { text, archived })).notes.map(({ code, args }) => [code, args['word']])
  expect(await notes('异响 停机', false)).toEqual([['unknown', '异响']])
  expect(await notes('异响 停机', true)).toEqual([])
  expect(await notes('露点 停机', true)).toEqual([['unknown', '露点']])
})

const REPLACED = [
  says('T-00001', '停机停机停机', { status: 'superseded', supersededBy: 'T-00002' }),
  says('T-00002', '停机', { status: 'superseded', supersededBy: 'T-00003' }),
  says('T-00003', '另一段文字，提到一次停机'),
  says('T-00004', '停机', { status: 'superseded', supersededBy: 'T-09999' }),
  says('T-00005', '停机', { status: 'superseded', supersededBy: 'T-00006' }),
  says('T-00006', '停机', { status: 'superseded', supersededBy: 'T-00005' }),
  says('T-00007', '停机', { status: 'superseded', supersededBy: 'T-00008' }),
  says('T-00008', '停机', { status: 'withdrawn' }),
]

test('a superseded case gives its place and its score to the last of its successors', async () => {
  const opened = await openDocuments(...REPLACED)
  const best = (await search(opened, { text: '停机', filters: { status: ['superseded'] } })).hits[0]
  const { hits } = await search(opened, { text: '停机' })
  expect(hits[0]).toMatchObject({ id: 'T-00003', tier: 1, via: ['T-00001', 'T-00002'], score: best?.score })
  expect(ids(hits)).not.toContain('T-00001')
})

test('a superseded case without a successor to show is shown itself, marked', async () => {
  const { hits } = await search(await openDocuments(...REPLACED), { text: '停机' })
  expect(hits.filter(hit => hit.tier === 2).map(hit => [hit.id, hit.via])).toEqual([
    ['T-00004', undefined],
    ['T-00005', undefined],
    ['T-00006', undefined],
    ['T-00007', undefined],
  ])
})

test('a successor is found by what only the superseded case says', async () => {
  const opened = await openDocuments(
    says('T-00001', '老办法：上调压力', { status: 'superseded', supersededBy: 'T-00002' }),
    says('T-00002', '清洗电磁阀'),
  )
  expect((await search(opened, { text: '上调压力' })).hits).toMatchObject([
    { id: 'T-00002', via: ['T-00001'] },
  ])
})

test('asking for superseded cases shows them themselves', async () => {
  const { hits } = await search(await openDocuments(...REPLACED), {
    text: '停机',
    filters: { status: ['superseded'] },
  })
  expect(ids(hits)).toContain('T-00001')
  expect(hits.every(hit => hit.tier === 2 && hit.via === undefined)).toBe(true)
})

test('filters choose among the hits and alter no score', async () => {
  const opened = await openDocuments(
    says('T-00001', '水泵停机', { facets: { product: ['pump'] }, tags: ['夜间'] }),
    says('T-00002', '风机停机，又停机', { facets: { product: ['fan'] } }),
    says('T-00003', 'The pump stops', { facets: { product: ['pump'] }, language: 'en' }),
  )
  const scores = async (filters: Record<string, string[]>): Promise<Map<string, number>> =>
    new Map((await search(opened, { text: '停机 pump', filters })).hits.map(hit => [hit.id, hit.score]))
  const all = await scores({})
  expect(all.size).toBe(3)
  for (const filters of [{ product: ['pump'] }, { language: ['zh'] }, { status: ['published'] }]) {
    const some = await scores(filters)
    expect(some.size).toBeGreaterThan(0)
    for (const [id, score] of some) expect(score).toBe(all.get(id))
  }
  expect([...(await scores({ product: ['pump'] })).keys()].sort()).toEqual(['T-00001', 'T-00003'])
})

test('no text lists what the filters leave, the last updated first, drafts below', async () => {
  const opened = await openDocuments(
    document('T-00001', { updated: '2026-01-01' }),
    document('T-00002', { updated: '2026-03-01' }),
    document('T-00003', { updated: '2026-09-01', status: 'draft' }),
    document('T-00004'),
    document('T-00005', { updated: '2026-12-01', kind: 'faq' }),
    document('T-00006', { status: 'superseded', supersededBy: 'T-00001' }),
    document('T-00007', { status: 'withdrawn' }),
  )
  const { hits, total } = await search(opened, { text: ' ', filters: { kind: ['case'] } })
  expect(ids(hits)).toEqual(['T-00002', 'T-00001', 'T-00004', 'T-00003'])
  expect(total).toBe(4)
  expect(hits.every(hit => hit.score === 0 && hit.via === undefined)).toBe(true)
})

test('limit and offset cut the page, not the total', async () => {
  const opened = await openDocuments(...['1', '2', '3', '4', '5'].map(n => says(`T-0000${n}`, '停机')))
  const { hits, total } = await search(opened, { text: '停机', limit: 2, offset: 3 })
  expect(ids(hits)).toEqual(['T-00004', 'T-00005'])
  expect(total).toBe(5)
})

test('a query of no words finds nothing and says so', async () => {
  const { total, notes } = await search(await openDocuments(says('T-00001', '停机')), { text: '+-' })
  expect(total).toBe(0)
  expect(notes.map(note => note.code)).toEqual(['plainText', 'nothing'])
})

const ENGLISH = await openDocuments(
  says('T-00001', 'The discharge temperature of the compressor is too high'),
  says('T-00002', 'Error E-1203, authentication refused, pump'),
)

test.each([
  ['temprature', 1, ['temperature'], 'T-00001'],
  ['compresosr', 1, ['compressor'], 'T-00001'],
  ['authenticaton', 1, ['authentication'], 'T-00002'],
  ['authentecatoin', 2, ['authentication'], 'T-00002'],
  ['E-1204', 1, ['E-1203'], 'T-00002'],
])('%s is unknown and retried at distance %i', async (text, distance, shown, first) => {
  const { hits, corrections, notes } = await search(ENGLISH, { text })
  expect(hits[0]?.id).toBe(first)
  expect(corrections).toMatchObject([{ word: text, distance, shown }])
  expect(notes).toEqual([])
})

test.each(['pumps', 'temperature', 'E-1203', '1203'])('%s is known and not corrected', async text => {
  expect((await search(ENGLISH, { text })).corrections).toEqual([])
})

test('short words, versions, phrases and words with ~ are not corrected', async () => {
  for (const text of ['pum', '1.2.4', '"temprature"', 'temprature~1', 'zzzzzz']) {
    expect((await search(ENGLISH, { text })).corrections).toEqual([])
  }
  expect((await search(ENGLISH, { text: 'zzzzzz' })).notes).toMatchObject([
    { code: 'unknown', args: { word: 'zzzzzz' } },
  ])
})

test('a required word is corrected too, and still required', async () => {
  expect(ids((await search(ENGLISH, { text: '+temprature pump' })).hits)).toEqual(['T-00001'])
})

test.each(['e 1203', 'E1203', 'Ｅ－１２０３', '1203', 'E_1203'])(
  'the code E-1203 is found as %s',
  async text => {
    expect(ids((await search(ENGLISH, { text })).hits)).toEqual(['T-00002'])
    expect((await search(ENGLISH, { text })).notes).toEqual([])
  },
)

test('English function words count only where nothing else was asked', async () => {
  expect(ids((await search(ENGLISH, { text: 'the pump' })).hits)).toEqual(['T-00002'])
  expect(ids((await search(ENGLISH, { text: 'the' })).hits)).toEqual(['T-00001'])
})

test('a hit carries what a printer needs', async () => {
  const opened = await openDocuments(document('T-00001', { title: '水泵停机', updated: '2026-01-02' }))
  expect((await search(opened, { text: '停机' })).hits).toMatchObject([
    {
      path: 'cases/T-00001.md',
      titleMarks: [[2, 4]],
      kind: 'case',
      language: 'zh-CN',
      updated: '2026-01-02',
    },
  ])
})

test('a field with a boost of 0 is found and weighs nothing', async () => {
  const documents = [document('T-00001', { title: '停机' }), says('T-00002', '停机')]
  const opened = await openIndexOf(documents, undefined, { ...DEFAULT_CONFIG.search.boosts, title: 0 })
  const { hits } = await search(opened, { text: '停机', rank: 'lunr' })
  expect(hits.map(({ id, score }) => [id, score > 0])).toEqual([
    ['T-00002', true],
    ['T-00001', false],
  ])
})

test('a pattern that fits more terms than are searched says so', async () => {
  const letters = 'abcdefghijklmno'
  const words = [...letters].flatMap(a => [...letters].flatMap(b => [...letters].map(c => `q${a}${b}${c}`)))
  const opened = await openDocuments(says('T-00001', words.slice(0, 1500).join(' ')))
  const codes = async (text: string): Promise<string[]> =>
    (await search(opened, { text })).notes.map(({ code }) => code)
  expect(await codes('q*')).toEqual(['cappedWildcard'])
  expect(await codes('qab*')).toEqual([])
})
