import { createHash } from 'node:crypto'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { Taxonomy, type TaxonomyData } from '../../src/model/taxonomy.js'
import { buildIndex } from '../../src/search/build.js'
import type { IndexDocument } from '../../src/search/document.js'
import type { IndexFacts } from '../../src/search/index-format.js'
import { OpenedIndex } from '../../src/search/opened.js'
import { decodeIndex, encodeIndex, type Hash } from '../../src/search/store.js'

export const sha256: Hash = text => createHash('sha256').update(text).digest('hex')

const TAXONOMY: TaxonomyData = {
  facets: {
    product: {
      labels: { zh: '产品', en: 'Product' },
      levels: [{ id: 'product', field: 'name' }],
      terms: [{ id: 'pump', labels: { zh: '水泵', en: 'Pump' }, aliases: ['抽水机'] }, { id: 'fan' }],
    },
  },
}

export const FACTS: IndexFacts = {
  contentHash: 'c0ffee',
  builtMs: 12,
  taxonomy: TAXONOMY,
  settings: { limit: 10, defaultAudience: 'internal' },
  stamp: { head: 'abc', folders: [['cases', 1]] },
}

/** A published case of which only what a test is about is given. */
export function document(id: string, given: Partial<IndexDocument> = {}): IndexDocument {
  const { status = 'published', kind = 'case', language = 'zh-CN', facets = {} } = given
  return {
    id,
    path: `cases/${id}.md`,
    title: id,
    tags: [],
    errorCodes: [],
    customerPhrases: [],
    details: [],
    sections: [],
    ...given,
    kind,
    status,
    language,
    facets: { status: [status], kind: [kind], language: [language], ...facets },
  }
}

/** A case whose problem section is all that it says. */
export function says(id: string, text: string, given: Partial<IndexDocument> = {}): IndexDocument {
  return document(id, { sections: [{ id: 'problem', title: '问题描述', text }], ...given })
}

export function encodeDocuments(documents: readonly IndexDocument[]): Map<string, string> {
  const index = buildIndex(documents, new Taxonomy(TAXONOMY), DEFAULT_CONFIG.search.boosts)
  return encodeIndex(index, documents, FACTS, sha256)
}

/** Builds, writes and reads back: what a search is given in life. */
export function openDocuments(...documents: IndexDocument[]): OpenedIndex {
  const decoded = decodeIndex(encodeDocuments(documents), sha256)
  if (!decoded.ok) throw new Error(decoded.reason)
  return new OpenedIndex(decoded.value)
}
