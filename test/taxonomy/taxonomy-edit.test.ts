import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTermId, locateYaml } from '../../src/parse/taxonomy-edit.js'
import { yamlScalar } from '../../src/parse/yaml-scalar.js'

test.each(['WiFi 慢', 'slow-wifi', '3d', "it's", 'a.b_c'])('%s is written bare', text => {
  expect(yamlScalar(text)).toBe(text)
})

test.each(['yes', 'null', '007', '1e5', '1_000', 'a, b', 'a: b', '#x', '- a', '[x]', ' x', ''])(
  '%j is quoted',
  text => {
    expect(yamlScalar(text)).toBe(JSON.stringify(text))
  },
)

test('every text reads back as itself, in a flow list and behind a key', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', "'", '"', '\\', '#', ':', ',', '-', '[', '慢', '1'),
  })
  fc.assert(
    fc.property(text, value => {
      const yaml = `k: ${yamlScalar(value)}\nl: [${yamlScalar(value)}, x]\n`
      const [k, l] = locateYaml(yaml)?.pairs ?? []
      expect(k?.value ?? { kind: 'scalar', value: '' }).toMatchObject({ kind: 'scalar', value })
      expect(l?.value).toMatchObject({ kind: 'list', items: [{ value }, { value: 'x' }] })
    }),
  )
})

test('a block collection ends where its last value ends', () => {
  const text = 'a:\n  - b: 1 # one\n    c: >-\n      two\n\n# end\nd: [x ]\n'
  const [a, d] = locateYaml(text)?.pairs ?? []
  expect(text.slice(a?.value?.start, a?.value?.end)).toBe('- b: 1 # one\n    c: >-\n      two')
  expect(text.slice(d?.value?.start, d?.value?.end)).toBe('[x ]')
})

test('places inside a part of a text count from the beginning of the whole', () => {
  const text = '---\na: 1\n---\n'
  expect(locateYaml(text, 4, 9)?.pairs[0]?.value).toMatchObject({ start: 7, end: 8, value: '1' })
})

test('broken YAML and lists have no places', () => {
  expect(locateYaml('a: [')).toBeUndefined()
  expect(locateYaml('- a\n')).toBeUndefined()
})

test('a term id is lower-case words of any script', () => {
  expect(['wifi', '慢-网', 'a.b_c-1'].filter(isTermId)).toHaveLength(3)
  expect(['Wifi', 'a--b', '', 'a b'].filter(isTermId)).toEqual([])
})
