import { expect, test } from 'vitest'
import { resolveFilters } from '../../src/library/filter.js'
import { documentsOf } from '../../src/search/document.js'
import { type SearchResult, search } from '../../src/search/search.js'
import { openIndexOf } from './open-documents.js'
import { readSampleLibrary } from './sample-library.js'
import { SAMPLE_QUERIES, type SampleQuery } from './sample-queries.js'

const library = readSampleLibrary()
const documents = documentsOf(library)
const opened = await openIndexOf(documents, library.taxonomy.data)

const ask = ({ text, filters }: Pick<SampleQuery, 'text' | 'filters'>): Promise<SearchResult> =>
  search(opened, { text, filters: resolveFilters(filters, library.taxonomy) })

test('every case of the sample library is in the index', () => {
  expect(library.files.length).toBeGreaterThanOrEqual(48)
  expect(documents).toHaveLength(library.files.length)
})

test.each(SAMPLE_QUERIES)('$name: "$text" finds $first first', async query => {
  expect((await ask(query)).hits[0]?.id).toBe(query.first)
})

/** Those of which the promise turns out true, one after the other. */
async function filter<T>(values: readonly T[], holds: (value: T) => Promise<boolean>): Promise<T[]> {
  const kept: T[] = []
  for (const value of values) if (await holds(value)) kept.push(value)
  return kept
}

test('every id finds its own case first, whole, in lower case and without its prefix', async () => {
  const spelt = documents.flatMap(({ id, status }) =>
    [id, id.toLowerCase(), id.slice('CASE-'.length)].map(text => ({ id, status, text })),
  )
  const missed = await filter(spelt, async ({ id, status, text }) => {
    const { hits } = await ask({ text, filters: { status: [status] } })
    return hits[0]?.id !== id
  })
  expect(missed).toEqual([])
})

test('every title finds its own case first, or the case that replaced it', async () => {
  const missed = await filter(documents, async ({ title, status, id, supersededBy }) => {
    const filters = status === 'archived' || status === 'withdrawn' ? { status: [status] } : {}
    // Drafts stand below released cases, so they are asked for among drafts.
    const draft = status === 'draft' || status === 'in-review' ? { status: [status] } : filters
    return (await ask({ text: title, filters: draft })).hits[0]?.id !== (supersededBy ?? id)
  })
  expect(missed.map(({ id, title }) => `${id} ${title}`)).toEqual([])
})

test('every customer phrase finds its own case among the first three', async () => {
  const phrases = documents.flatMap(document => document.customerPhrases.map(text => ({ ...document, text })))
  const missed = await filter(phrases, async ({ text, id, status, supersededBy }) => {
    const { hits } = await ask({ text, filters: supersededBy === undefined ? { status: [status] } : {} })
    return !hits.slice(0, 3).some(hit => hit.id === (supersededBy ?? id))
  })
  expect(missed.map(({ text }) => text)).toEqual([])
})

test('every error code finds a case that carries it, in five spellings', async () => {
  const spellings = (code: string): string[] => {
    const fullWidth = code.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    return [code, code.toLowerCase(), code.replace(/[-_]/g, ''), code.replace(/-/g, ' '), fullWidth]
  }
  const visible = documents.filter(({ status }) => ['published', 'needs-review'].includes(status))
  const typed = visible.flatMap(({ errorCodes }) =>
    errorCodes.flatMap(code => spellings(code).map(text => ({ code, text }))),
  )
  const missed = await filter(typed, async ({ code, text }) => {
    const [first] = (await ask({ text, filters: {} })).hits
    return !documents.find(({ id }) => id === first?.id)?.errorCodes.includes(code)
  })
  expect(missed).toEqual([])
})
