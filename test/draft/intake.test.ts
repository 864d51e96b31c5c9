import { expect, test } from 'vitest'
import { intakeFields } from '../../src/draft/intake.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { taxonomy } from './support.js'

test('the intake asks four questions, two of which must be answered', () => {
  const fields = intakeFields(taxonomy)
  expect(fields.map(field => [field.id, field.input, field.required])).toEqual([
    ['category', 'choice', true],
    ['symptom', 'text', true],
    ['tried', 'text', false],
    ['customer', 'line', false],
  ])
})

test('the category options are the deepest terms with their ancestors', () => {
  const options = intakeFields(taxonomy)[0]?.options ?? []
  expect(options.map(option => option.value)).not.toContain('manufacturing')
  expect(options.find(option => option.value === 'no-internet')?.label).toEqual({
    zh: '个人与家庭 / 家庭上网 / 无法上网',
    en: 'Home and consumer / Home internet / No internet',
  })
})

test('retired terms are not offered, and a term whose children are all retired is', () => {
  const retired = {}
  const terms = [
    { id: 'a', terms: [{ id: 'a1', retired }] },
    { id: 'b', retired, terms: [{ id: 'b1' }] },
  ]
  const fields = intakeFields(
    new Taxonomy({ facets: { category: { levels: [{ id: 'x' }, { id: 'y' }], terms } } }),
  )
  expect(fields[0]?.options.map(option => option.value)).toEqual(['a'])
})

test('a library without categories is not asked for one', () => {
  const fields = intakeFields(new Taxonomy({ facets: {} }))
  expect(fields.map(field => field.id)).toEqual(['symptom', 'tried', 'customer'])
})
