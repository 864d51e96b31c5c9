import lunr from 'lunr'
import { expect, test } from 'vitest'
import { resolveFilters } from '../../src/library/filter.js'
import { buildIndex } from '../../src/search/build.js'
import { documentsOf } from '../../src/search/document.js'
import { OpenedIndex } from '../../src/search/opened.js'
import { type SearchResult, search } from '../../src/search/search.js'
import { decodeIndex, encodeIndex } from '../../src/search/store.js'
import { tokenize } from '../../src/search/tokens.js'
import { FACTS, sha256 } from './open-documents.js'
import { readSampleLibrary } from './sample-library.js'
import { SAMPLE_QUERIES, type SampleQuery } from './sample-queries.js'

const library = readSampleLibrary()
const documents = documentsOf(library)
const built = buildIndex(documents, library.taxonomy, library.config.search.boosts)
const files = encodeIndex(built, documents, { ...FACTS, taxonomy: library.taxonomy.data }, sha256)
const decoded = decodeIndex(files, sha256)
if (!decoded.ok) throw new Error(decoded.reason)
const opened = new OpenedIndex(decoded.value)

const ask = ({ text, filters }: Pick<SampleQuery, 'text' | 'filters'>): SearchResult =>
  search(opened, { text, filters: resolveFilters(filters, library.taxonomy) })

test('every case of the sample library is in the index', () => {
  expect(library.files.length).toBeGreaterThanOrEqual(48)
  expect(documents).toHaveLength(library.files.length)
})

test.each(SAMPLE_QUERIES)('$name: "$text" finds $first first', query => {
  expect(ask(query).hits[0]?.id).toBe(query.first)
})

test('every id finds its own case first, whole, in lower case and without its prefix', () => {
  const missed = documents.flatMap(({ id, status }) =>
    [id, id.toLowerCase(), id.slice('CASE-'.length)].filter(
      text => ask({ text, filters: { status: [status] } }).hits[0]?.id !== id,
    ),
  )
  expect(missed).toEqual([])
})

test('every title finds its own case first, or the case that replaced it', () => {
  const missed = documents.filter(({ title, status, id, supersededBy }) => {
    const filters = status === 'archived' || status === 'withdrawn' ? { status: [status] } : {}
    // Drafts stand below released cases, so they are asked for among drafts.
    const draft = status === 'draft' || status === 'in-review' ? { status: [status] } : filters
    return ask({ text: title, filters: draft }).hits[0]?.id !== (supersededBy ?? id)
  })
  expect(missed.map(({ id, title }) => `${id} ${title}`)).toEqual([])
})

test('every customer phrase finds its own case among the first three', () => {
  const missed = documents.flatMap(({ id, status, supersededBy, customerPhrases }) =>
    customerPhrases.filter(text => {
      const hits = ask({ text, filters: supersededBy === undefined ? { status: [status] } : {} }).hits
      return !hits.slice(0, 3).some(hit => hit.id === (supersededBy ?? id))
    }),
  )
  expect(missed).toEqual([])
})

test('every error code finds a case that carries it, in five spellings', () => {
  const spellings = (code: string): string[] => {
    const fullWidth = code.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    return [code, code.toLowerCase(), code.replace(/[-_]/g, ''), code.replace(/-/g, ' '), fullWidth]
  }
  const visible = documents.filter(({ status }) => ['published', 'needs-review'].includes(status))
  const missed = visible
    .flatMap(document => document.errorCodes)
    .flatMap(code =>
      spellings(code).filter(text => {
        const [first] = ask({ text, filters: {} }).hits
        return !documents.find(({ id }) => id === first?.id)?.errorCodes.includes(code)
      }),
    )
  expect([...new Set(missed)]).toEqual([])
})

test('packed and opened, the index answers as plain Lunr does, to the last bit', () => {
  const plain = lunr.Index.load(JSON.parse(JSON.stringify(built.lunr)))
  const terms = [...new Set(documents.flatMap(({ title }) => tokenize(title).map(token => token.term)))]
  const presence = [
    lunr.Query.presence.OPTIONAL,
    lunr.Query.presence.REQUIRED,
    lunr.Query.presence.PROHIBITED,
  ]
  for (let i = 0; i < 150; i++) {
    const ask = (query: lunr.Query): void => {
      query.term(terms[(i * 7) % terms.length] ?? '', {})
      query.term(terms[(i * 31) % terms.length] ?? '', { presence: presence[i % 3], boost: 1 + (i % 4) })
      if (i % 5 === 0) query.term(terms[(i * 13) % terms.length] ?? '', { editDistance: 1 })
      if (i % 7 === 0)
        query.term(`${terms[(i * 17) % terms.length]?.slice(0, 2)}*`, { fields: ['title', 'body'] })
    }
    expect(opened.lunr.query(ask)).toEqual(plain.query(ask))
  }
})
