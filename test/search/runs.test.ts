import { expect, test } from 'vitest'
import type { OpenedIndex } from '../../src/search/opened.js'
import { search } from '../../src/search/search.js'
import { document, openDocuments, says } from './open-documents.js'

const opened = await openDocuments(
  says('T-00001', '设备停机，报 E-1203'),
  says('T-00002', '设备正常，不停'),
  says('T-00003', '水泵停机'),
  says('T-00004', '设备备用机停机，设备'),
  says('T-00005', '生产线断料', { title: '停机排查' }),
  says('T-00006', 'The oil cooler is dirty; oil coolers clog', { language: 'en' }),
  says('T-00007', 'Cooler and oil tank, E-1203B', { language: 'en' }),
)

const ids = async (text: string, index: OpenedIndex = opened): Promise<string[]> => {
  const { hits } = await search(index, { text })
  return hits.map(hit => hit.id).sort()
}

test.each([
  [
    '设备停机 finds every case that shares a bigram',
    '设备停机',
    ['T-00001', 'T-00002', 'T-00003', 'T-00004', 'T-00005'],
  ],
  ['+设备停机 needs the whole run', '+设备停机', ['T-00001']],
  ['"设备停机" too', '"设备停机"', ['T-00001']],
  ['+ needs two bigrams to be neighbours', '+备用机停', ['T-00004']],
  ['+停机 -水泵 combines', '+停机 -水泵', ['T-00001', 'T-00004', 'T-00005']],
  ['-设备停机 keeps 水泵停机', '停机 -设备停机', ['T-00003', 'T-00004', 'T-00005']],
  ['-停机 alone lists the rest', '-停机', ['T-00002', 'T-00006', 'T-00007']],
  ['-停 hides every case with the character', '-停', ['T-00006', 'T-00007']],
  ['生产线* holds the run', '生产线*', ['T-00005']],
  ['生产断* holds it nowhere', '生产断*', []],
  ['-生产线* hides it', '停机 -生产线*', ['T-00001', 'T-00003', 'T-00004']],
  ['生产断* beside a word that is found', '生产断* 水泵', ['T-00003']],
  ['a term that is asked plainly too needs no proof', '生产断* 生产', ['T-00005']],
  ['one character is a prefix', '停', ['T-00001', 'T-00002', 'T-00003', 'T-00004', 'T-00005']],
  ['the last character of a run is found', '料', ['T-00005']],
  ['one required character', '+料 停机', ['T-00005']],
  ['a field limits a run', 'title:停机', ['T-00005']],
  ['a field limits the check of a run', '+title:停机排', ['T-00005']],
  ['a field limits an exclusion', '停机 -title:停机', ['T-00001', 'T-00003', 'T-00004']],
  ['a run that no field holds', '+title:设备停机', []],
])('%s', async (_, text, expected) => {
  expect(await ids(text)).toEqual(expected)
})

test.each([
  ['a word by its stem', 'coolers', ['T-00006', 'T-00007']],
  ['a phrase as it stands', '"oil cooler"', ['T-00006']],
  ['a phrase is not found inside longer words', '"oil cool"', []],
  ['a phrase ignores punctuation around it', '"oil cooler."', ['T-00006']],
  ['a phrase may hold line breaks and case', '"OIL   Cooler"', ['T-00006']],
  ['-"oil cooler" hides it', 'cooler -"oil cooler"', ['T-00007']],
  ['-word hides every inflection', 'oil -clogging', ['T-00007']],
  ['+code needs the whole code', '+E-1203', ['T-00001']],
  ['+code in another spelling', '+e1203', ['T-00001']],
  ['-code hides the code only', 'E-1203 -E-1203', ['T-00007']],
  ['a phrase of both scripts', '"停机,报 E-1203"', ['T-00001']],
  ['a wildcard inside a word', 'co*er', ['T-00006', 'T-00007']],
  ['a wildcard on a code', 'E-12*', ['T-00001', 'T-00007']],
  ['a fuzzy word', 'cooter~1', ['T-00006', 'T-00007']],
  ['+word and -word', '+oil -clog', ['T-00007']],
])('Latin words: %s', async (_, text, expected) => {
  expect(await ids(text)).toEqual(expected)
})

test('~ on a run is passed over with a hint', async () => {
  const { hits, notes } = await search(opened, { text: '水泵~1' })
  expect(hits.map(hit => hit.id)).toEqual(['T-00003'])
  expect(notes.map(note => note.code)).toEqual(['fuzzyRun'])
})

test('^ raises each term of a run', async () => {
  const first = async (text: string): Promise<string | undefined> =>
    (await search(opened, { text })).hits[0]?.id
  expect(await first('水泵^50 生产线')).toBe('T-00003')
  expect(await first('水泵 生产线^50')).toBe('T-00005')
})

test('a run of which no bigram is known is named', async () => {
  const { total, notes } = await search(opened, { text: '路由器' })
  expect(total).toBe(0)
  expect(notes).toMatchObject([{ code: 'unknown', args: { word: '路由器' } }])
})

test('full-width text in a case meets half-width text in a query, and the other way round', async () => {
  const index = await openDocuments(says('T-00001', '屏幕显示Ｅ－１２０３'), says('T-00002', 'ALM-12 告警'))
  expect(await ids('"E-1203"', index)).toEqual(['T-00001'])
  expect(await ids('+ＡＬＭ－１２', index)).toEqual(['T-00002'])
})

test('the check reads tags and the names of terms as the index does', async () => {
  const index = await openDocuments(
    document('T-00001', { facets: { product: ['pump'] } }),
    document('T-00002', { tags: ['抽水'] }),
  )
  expect(await ids('+抽水机', index)).toEqual(['T-00001'])
  expect(await ids('tag:"抽水机"', index)).toEqual(['T-00001'])
  expect(await ids('tag:抽水', index)).toEqual(['T-00001', 'T-00002'])
})

test('cases far behind the first hundred are proved where those do not hold the run', async () => {
  const number = (i: number): string => `T-${String(i).padStart(5, '0')}`
  const near = Array.from({ length: 120 }, (_, i) => says(number(i), '备用机停，停机'))
  const far = Array.from({ length: 15 }, (_, i) =>
    says(number(500 + i), `备用机停机。${'水泵漏油。'.repeat(9)}`),
  )
  const index = await openDocuments(...near, ...far)
  const { hits, total, exact } = await search(index, { text: '+用机停机' })
  expect(hits.map(({ id }) => id)).toEqual(far.slice(0, 10).map(({ id }) => id))
  expect([total, exact]).toEqual([15, false])
})

test('a character that folds to the one asked for proves a run', async () => {
  const index = await openDocuments(says('T-00001', '\u2f47期错误'), says('T-00002', '日期，错误'))
  expect(await ids('"日期错误"', index)).toEqual(['T-00001'])
})
