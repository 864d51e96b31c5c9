import { expect, test } from 'vitest'
import { documentsOf } from '../../src/search/document.js'
import { related } from '../../src/search/related.js'
import { suggestTags } from '../../src/search/tag-suggest.js'
import { document, openIndexOf } from './open-documents.js'
import { readSampleLibrary } from './sample-library.js'

const library = readSampleLibrary()
const documents = documentsOf(library)
const sample = await openIndexOf(documents, library.taxonomy.data)
const ask = { threshold: 0.7, limit: 5 }

test('the cases that authors related are the nearest ones', async () => {
  const naming = documents.filter(({ status, related: named }) => status === 'published' && named.length > 0)
  const first = await Promise.all(
    naming.map(async ({ id }) => (await related(sample, { ...ask, id }))?.[0]?.relations.length ?? 0),
  )
  const right = first.filter(relations => relations > 0).length
  expect(naming.length).toBeGreaterThan(25)
  expect(right / naming.length).toBeGreaterThan(0.85)
})

test('a case that another replaces is near to it, and both say so', async () => {
  const old = await related(sample, { ...ask, id: 'CASE-S4J0D' })
  expect(old?.[0]).toMatchObject({ id: 'CASE-TX6JZ', near: true, relations: ['superseded-by'] })
  const successor = await related(sample, { ...ask, id: 'CASE-TX6JZ' })
  expect(successor?.find(({ id }) => id === 'CASE-S4J0D')?.relations).toContain('supersedes')
})

test('a case that is named stands in the answer however far it is; the case itself never does', async () => {
  const found = await related(sample, { ...ask, limit: 1, id: 'CASE-PCWSH' })
  const ids = found?.map(({ id }) => id) ?? []
  expect(ids).toEqual(expect.arrayContaining(['CASE-TV17B', 'CASE-BDPE4', 'CASE-XYY5K']))
  expect(ids).not.toContain('CASE-PCWSH')
})

test('an unknown id is undefined, an archived case has neighbours', async () => {
  expect(await related(sample, { ...ask, id: 'CASE-00000' })).toBeUndefined()
  expect((await related(sample, { ...ask, id: 'CASE-TMK5W' }))?.length).toBeGreaterThan(0)
})

test('a case without tags gets those of its neighbours, and the terms that it names itself', async () => {
  const bare = documents.map(found =>
    found.id === 'CASE-X29B4'
      ? { ...found, tags: [], facets: { ...found.facets, tag: [], product: [], module: [] } }
      : found,
  )
  const opened = await openIndexOf(bare, library.taxonomy.data)
  const found = await suggestTags(opened, 'CASE-X29B4')
  const values = found?.suggestions.map(({ dimension, value }) => `${dimension}=${value}`) ?? []
  expect(values).toContain('tag=散热器')
  // The module says the product as well.
  expect(values.some(value => value === 'product=air-compressor' || value.startsWith('module=ac-'))).toBe(
    true,
  )
  expect(found?.suggestions.find(({ value }) => value === '散热器')?.said).toEqual(['散热器'])
})

test('what a case has is not suggested, and no second value for a facet of one', async () => {
  for (const { id, facets } of documents) {
    for (const { dimension, value } of (await suggestTags(sample, id))?.suggestions ?? []) {
      expect(facets[dimension] ?? []).not.toContain(value)
      if (dimension !== 'tag' && dimension !== 'fault-type') expect(facets[dimension] ?? []).toEqual([])
    }
  }
})

test('a term of another branch is not suggested', async () => {
  const data = {
    facets: {
      product: {
        field: 'product',
        levels: [
          { id: 'product', field: 'name' },
          { id: 'module', field: 'module' },
        ],
        terms: [
          { id: 'pump', terms: [{ id: 'pump-seal', labels: { en: 'Pump seal' } }] },
          { id: 'fan', terms: [{ id: 'fan-blade', labels: { en: 'Fan blade' } }] },
        ],
      },
    },
  }
  const opened = await openIndexOf(
    [
      document('T-00001', { title: 'Fan blade and pump seal leak', facets: { product: ['pump'] } }),
      document('T-00002', { title: 'Fan blade and pump seal noise', facets: { product: ['fan'] } }),
    ],
    data,
  )
  const found = await suggestTags(opened, 'T-00001')
  expect(found?.suggestions.map(({ value }) => value)).toEqual(['pump-seal'])
})
