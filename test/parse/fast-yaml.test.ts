import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fastYaml } from '../../src/parse/fast-yaml.js'
import { parseSettings, readSettings } from '../../src/parse/settings.js'
import { changed } from './changed-texts.js'
import { YAML_HAZARDS } from './yaml-trees.js'

const FILES = ['taxonomy.yml', 'casectl.config.yml', 'products.yml', 'synonyms.yml']
const texts = FILES.map(name => readFileSync(name, 'utf8'))

const slowly = (text: string) => parseSettings<unknown>(text, () => [], [])

test('plain settings need no parser', () => {
  const terms = Array.from(
    { length: 400 },
    (_, i) => `      - { id: t${i}, labels: { zh: 词, en: Word }, aliases: [a${i}] }\n`,
  )
  const plain = [texts[1] ?? '', `facets:\n  category:\n    terms:\n${terms.join('')}`]
  for (const text of plain) expect({ value: fastYaml(text) }).toMatchObject({ value: slowly(text).value })
})

test.each([
  ['two documents', 'a: b\n---\nc: d\n'],
  ['a mark at the start', '---\na: b\n'],
  ['nothing', ''],
  ['comments alone', '# a\n'],
  ['a list', '- a\n'],
  ['line ends of two signs', 'a: b\r\n'],
])('%s: the parser is asked', (_, text) => {
  expect(fastYaml(text)).toBeUndefined()
  expect(readSettings(text, () => [], [])).toEqual(slowly(text))
})

test('settings of any kind are what the parser makes of them', () => {
  const pieces = [...YAML_HAZARDS, '\n---\n', '---\n', '\n...\n']
  fc.assert(
    fc.property(changed(fc.constantFrom(...texts.map(text => text.slice(0, 1500))), pieces), text => {
      const values = fastYaml(text)
      if (values !== undefined) expect(values).toEqual(slowly(text).value)
    }),
    { numRuns: 1500, seed: 9 },
  )
})

test('places are those of the parser, looked for when they are asked for', () => {
  const text = 'a: b\nc:\n  - d\n'
  const read = readSettings(text, () => [], [])
  const parsed = slowly(text)
  if (read.value === undefined || parsed.value === undefined) throw new Error('it is sound')
  const [fields, places] = [read.fields, parsed.fields]
  expect(fields.get('/c/0')).toEqual(places.get('/c/0'))
  expect(fields.has('/x')).toBe(false)
  expect(fields.size).toBe(places.size)
  expect([...fields]).toEqual([...places])
  expect([...fields.keys()]).toEqual([...places.keys()])
  expect([...fields.values()]).toEqual([...places.values()])
  const seen: unknown[] = []
  fields.forEach((place, pointer) => void seen.push([pointer, place]))
  expect(seen).toEqual([...places])
})

test('what a schema refuses is told with its place', () => {
  const error = { keyword: 'type', instancePath: '/a', schemaPath: '', params: { type: 'integer' } }
  const { problems } = readSettings('a: b\n', () => [error], [])
  expect(problems[0]?.at).toMatchObject({ line: 1 })
})
