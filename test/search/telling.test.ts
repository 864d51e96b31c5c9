import { expect, test } from 'vitest'
import type { SynonymsData } from '../../src/model/synonyms.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { buildExpansions } from '../../src/search/build-expansions.js'
import { likenesses, saidAlso } from '../../src/search/likeness.js'
import type { OpenedIndex } from '../../src/search/opened.js'
import { type TellingOptions, weigh } from '../../src/search/telling.js'
import type { IndexDocument } from '../../src/store/document.js'
import { document, openDocuments, says } from './open-documents.js'

const others = Array.from({ length: 20 }, (_, i) => says(`T-1000${i}`, `别的事情第${i}件 something else`))

function open(...documents: IndexDocument[]): Promise<OpenedIndex> {
  return openDocuments(...documents, ...others)
}

/** Case id → likeness to a text. */
async function scores(
  opened: OpenedIndex,
  text: string,
  options: TellingOptions = {},
): Promise<Record<string, number>> {
  const reader = await opened.living()
  const { found, scores } = likenesses(await weigh([reader], [{ text, weight: 1 }], options), reader)
  const documents = await reader.documents([...found])
  return Object.fromEntries(documents.map(({ id }, i) => [id, scores[found[i] ?? 0] ?? 0]))
}

const synonyms = (data: SynonymsData): TellingOptions => ({
  expansions: buildExpansions(new Taxonomy({ facets: {} }), data),
})

test('a case that says more of the text is never less like it', async () => {
  const said = ['水泵漏油', '轴承异响', 'E-1203', 'overheating motor', '指示灯闪烁']
  const documents = said.map((_, i) => says(`T-0000${i}`, said.slice(0, i + 1).join('，')))
  const found = await scores(await open(...documents), said.join('，'))
  const ascending = documents.map(({ id }) => found[id] ?? 0)
  expect(ascending).toEqual([...ascending].sort((a, b) => a - b))
  expect(new Set(ascending).size).toBe(said.length)
  expect(ascending.at(-1)).toBe(1)
})

test('half of what the text tells is 0.71: the threshold', async () => {
  const opened = await open(says('T-00001', 'alpha beta gamma'), says('T-00002', 'delta epsilon zeta'))
  const found = await scores(opened, 'alpha beta gamma delta epsilon zeta')
  expect(found['T-00001']).toBeCloseTo(Math.SQRT1_2)
  expect(found['T-00002']).toBeCloseTo(Math.SQRT1_2)
})

test('a code is one thing in every spelling, and tells twice as much as a word', async () => {
  const opened = await open(
    document('T-00001', { errorCodes: ['E-1203'] }),
    document('T-00002', { title: 'pressure' }),
  )
  for (const text of ['E-1203 pressure', 'e1203 pressure', 'Ｅ－１２０３ pressure']) {
    const found = await scores(opened, text)
    expect((found['T-00001'] ?? 0) ** 2).toBeCloseTo(2 * (found['T-00002'] ?? 0) ** 2)
  }
})

test('a word that no case has lowers the score, the seam between two known ones does not', async () => {
  const opened = await open(says('T-00001', '水泵，漏油，轴承，异响'))
  const known = (await scores(opened, '水泵 漏油 轴承 异响'))['T-00001'] ?? 0
  expect((await scores(opened, '水泵漏油轴承异响'))['T-00001']).toBeCloseTo(known)
  expect((await scores(opened, '水泵漏油轴承异响量子纠缠'))['T-00001']).toBeLessThan(known)
})

test('function words and lone characters say nothing', async () => {
  const opened = await open(says('T-00001', 'what is the pump, a 泵'))
  expect(await scores(opened, 'what is the a 泵')).toEqual({})
})

test('one mention in a long text is worth less than one in the title', async () => {
  const long = 'words that are about many other things '.repeat(60)
  const opened = await open(
    document('T-00001', { sections: [{ title: '', text: `${long} turbine` }] }),
    document('T-00002', { title: 'turbine' }),
  )
  const found = await scores(opened, 'turbine')
  expect(found['T-00001']).toBeLessThan(found['T-00002'] ?? 0)
  expect(found['T-00001']).toBeGreaterThan(0)
})

test('other words for a thing count less than the thing, an association less than a synonym', async () => {
  const opened = await open(says('T-00001', '压缩机，轴承异响'), says('T-00002', '轴承异响'))
  const text = '空压机，轴承异响'
  const score = async (data: SynonymsData): Promise<number> =>
    (await scores(opened, text, synonyms(data)))['T-00001'] ?? 0
  const plain = await score({})
  const associated = await score({ associations: { 空压机: ['压缩机'] } })
  const equal = await score({ equal: [['空压机', '压缩机']] })
  expect(associated).toBeGreaterThan(plain)
  expect(equal).toBeGreaterThan(associated)
  expect(equal).toBeLessThan((await scores(opened, '压缩机，轴承异响'))['T-00001'] ?? 0)
})

test('what one case alone says does not count when cases are compared', async () => {
  const opened = await open(says('T-00001', 'pump unique singular'), says('T-00002', 'pump'))
  const reader = await opened.living()
  const telling = await weigh([reader], [{ text: 'pump unique singular', weight: 1 }], { leastCases: 2 })
  expect(telling.terms.map(({ term }) => term)).toEqual(['pump'])
})

test('the terms that a case says too are named, the most telling first', async () => {
  const opened = await open(says('T-00001', '水泵漏油'), says('T-00002', '水泵异响'))
  const reader = await opened.living()
  const telling = await weigh([reader], [{ text: '水泵漏油异响', weight: 1 }])
  const number = (await reader.find('T-00001')) ?? -1
  expect(saidAlso(telling, number)).toEqual(['泵漏', '漏油', '水泵'].filter(term => term !== ''))
})
