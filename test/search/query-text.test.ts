import { expect, test } from 'vitest'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { buildExpansions } from '../../src/search/build-expansions.js'
import { NO_EXPANSIONS } from '../../src/search/expansions.js'
import type { LoweredQuery } from '../../src/search/lowered.js'
import { lowerQuery } from '../../src/search/query-lower.js'
import { parseText } from '../../src/search/query-parse.js'
import { TEXT_TERMS } from '../../src/search/query-text.js'
import { vocabularyOf } from './memory-vocabulary.js'

const MESSAGE = `你好，我们的机器昨天开始老是停机，屏幕上报 E-1203，
复位以后可以开，停机之前温度很高。The screen is flashing and the fan is running, E 1203.`

const OTHERS = ['我们的机器', '我们的屏幕', '昨天开始', '可以开', 'the screen is flashing', 'running']
const lower = (text: string, ...cases: string[]): Promise<LoweredQuery> =>
  lowerQuery(parseText(text), vocabularyOf(...cases, ...OTHERS), NO_EXPANSIONS)
const terms = ({ clauses }: LoweredQuery): string[] => clauses.map(({ term }) => term)

test('a message is asked by the terms of it that cases have, in its order', async () => {
  const lowered = await lower(MESSAGE, '停机，温度很高 E-1203', 'fan')
  expect(terms(lowered)).toEqual(expect.arrayContaining(['停机', '温度', 'e-1203', 'e1203', '1203', 'fan']))
  for (const absent of ['复位', 'the', 'is', '+', '，']) expect(terms(lowered)).not.toContain(absent)
  expect(terms(lowered).indexOf('停机')).toBeLessThan(terms(lowered).indexOf('温度'))
  expect(lowered).toMatchObject({ checks: [], corrections: [] })
  expect(lowered.clauses.every(({ presence, edits }) => presence === 'optional' && edits === 0)).toBe(true)
})

test('a text says that it is asked by some of its words where it is longer than a query may be', async () => {
  const notes = async (text: string): Promise<unknown> => (await lower(text, '停机')).notes
  expect(await notes('停机。'.repeat(70))).toMatchObject([{ code: 'longText', args: { count: 1 } }])
  expect(await notes('停机 '.repeat(17))).toMatchObject([{ code: 'longText' }])
  expect(await notes('停机。'.repeat(60))).toEqual([])
})

test('each unit is known by its sentence; a version, an address and a list in one are no end of it', async () => {
  const text = 'Hello all. The pump of v2.1.3 stopped, see 10.0.0.1 and E-1203! 水泵停机；风扇不转。灯不亮'
  const words = 'pump stopped see v2.1.3 10.0.0.1 E-1203 水泵停机 风扇不转 灯不亮 hello'
  const { units, sentences } = await lower(text, words)
  const of = Object.fromEntries(units.map((unit, i) => [unit, sentences?.[i]]))
  expect(of).toEqual({
    ...{ Hello: 0, pump: 1, 'v2.1.3': 1, stopped: 1, see: 1, '10.0.0.1': 1, 'E-1203': 1 },
    ...{ 水泵停机: 2, 风扇不转: 3, 灯不亮: 4 },
  })
})

test('each term speaks for the unit in which it stands first', async () => {
  const { clauses, units } = await lower(MESSAGE, '停机 E-1203', 'fan')
  const unit = (term: string): string | undefined =>
    units[clauses.find(clause => clause.term === term)?.unit ?? -1]
  expect(unit('停机')).toBe('我们的机器昨天开始老是停机')
  expect(unit('1203')).toBe('E-1203')
  expect(unit('fan')).toBe('fan')
  expect(new Set(clauses.map(clause => clause.unit)).size).toBe(units.length)
})

test('what is said more often counts more, but not in proportion', async () => {
  const { clauses } = await lower('停机 停机 停机 停机 温度', '停机', '温度')
  const boosts = new Map(clauses.map(({ term, boost }) => [term, boost]))
  expect(boosts.get('温度')).toBe(1)
  expect(boosts.get('停机')).toBeCloseTo(1 + Math.log(4), 3)
})

test('of many terms the most telling ones are asked: rare in the library, frequent in the text', async () => {
  const rare = Array.from({ length: 60 }, (_, i) => `rare${i}x`)
  const common = Array.from({ length: 60 }, (_, i) => `often${i}x`)
  const text = `${common.join(' ')} ${rare.join(' ')} ${Array(30).fill('often7x').join(' ')}`
  const lowered = await lower(text, ...Array(9).fill(common.join(' ')), rare.join(' '))
  expect(lowered.clauses).toHaveLength(TEXT_TERMS.asked)
  expect(terms(lowered)).toEqual(expect.arrayContaining([...rare, 'often7x']))
})

test('names of a message are asked by their other names too', async () => {
  const taxonomy = new Taxonomy({ facets: {} })
  const expansions = buildExpansions(taxonomy, { equal: [['停机', 'shutdown']] })
  const cases = vocabularyOf('emergency shutdown', ...OTHERS)
  const { clauses, units } = await lowerQuery(parseText(MESSAGE), cases, expansions)
  const found = clauses.filter(({ name }) => name === 'shutdown')
  expect(found).toMatchObject([{ term: 'shutdown', origin: 'synonym' }])
  expect(units[found[0]?.unit ?? -1]).toBe('我们的机器昨天开始老是停机')
})

test('a message of unknown words asks for something that no case has, and says so', async () => {
  const lowered = await lower('路由器重启之后还是不行'.repeat(30))
  expect(lowered.clauses).toHaveLength(1)
  expect(lowered.notes).toMatchObject([{ code: 'unknownText' }])
})

test('a message without words asks for nothing', async () => {
  expect(await lower('！？…… '.repeat(100))).toMatchObject({ clauses: [], checks: [], units: [] })
})
