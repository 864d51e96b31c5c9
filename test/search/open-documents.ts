import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import type { SynonymsData } from '../../src/model/synonyms.js'
import { Taxonomy, type TaxonomyData } from '../../src/model/taxonomy.js'
import { buildExpansions } from '../../src/search/build-expansions.js'
import { documentTerms } from '../../src/search/cut-terms.js'
import { OpenedIndex } from '../../src/search/opened.js'
import { TOKENIZER } from '../../src/search/tokens.js'
import type { IndexDocument } from '../../src/store/document.js'
import { editPartition } from '../../src/store/edit-partition.js'
import { writeJsonBlocks } from '../../src/store/json-blocks.js'
import { EMPTY_PARTITION, type Partition } from '../../src/store/manifest.js'
import { memoryStorage } from '../../src/store/memory-storage.js'
import { SegmentBuilder } from '../../src/store/segment-builder.js'
import type { WritePorts } from '../../src/store/write-ports.js'

export const TAXONOMY: TaxonomyData = {
  facets: {
    product: {
      labels: { zh: '产品', en: 'Product' },
      levels: [{ id: 'product', field: 'name' }],
      terms: [{ id: 'pump', labels: { zh: '水泵', en: 'Pump' }, aliases: ['抽水机'] }, { id: 'fan' }],
    },
  },
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
    causes: [],
    details: [],
    related: [],
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

/** Builds, writes and opens an index in memory: what a search is given in life. */
export async function openDocuments(...documents: IndexDocument[]): Promise<OpenedIndex> {
  return openIndexOf(documents)
}

export async function openIndexOf(
  documents: readonly IndexDocument[],
  data: TaxonomyData = TAXONOMY,
  boosts = DEFAULT_CONFIG.search.boosts,
  synonyms?: SynonymsData,
): Promise<OpenedIndex> {
  const files = new Map<string, Uint8Array>()
  const ports: WritePorts = {
    deflate: (bytes, dictionary) => deflateRawSync(bytes, dictionary && { dictionary }),
    deflateParts: parts => deflateRawSync(Buffer.concat(parts)),
    hash: bytes => createHash('sha256').update(bytes).digest('hex'),
    write: async (name, bytes) => {
      files.set(name, bytes)
    },
  }
  const storage = memoryStorage(files, bytes => inflateRawSync(bytes))
  const taxonomy = new Taxonomy(data)
  const partition = async (chosen: readonly IndexDocument[]): Promise<Partition> => {
    if (chosen.length === 0) return EMPTY_PARTITION
    const builder = new SegmentBuilder()
    for (const found of chosen) builder.add(found, documentTerms(found, taxonomy))
    const added = await builder.finish(ports)
    return editPartition(storage, EMPTY_PARTITION, { removed: [], added }, ports)
  }
  const { packs, blocks } = await writeJsonBlocks([data, buildExpansions(taxonomy, synonyms)], ports)
  const [taxonomyBlock, expansionsBlock] = blocks
  if (taxonomyBlock === undefined || expansionsBlock === undefined) throw new Error('two blocks')
  return new OpenedIndex(storage, {
    tokenizer: TOKENIZER,
    contentHash: 'c0ffee',
    settings: { limit: 10, defaultAudience: 'internal', boosts },
    packs,
    taxonomy: taxonomyBlock,
    expansions: expansionsBlock,
    living: await partition(documents.filter(({ status }) => status !== 'archived')),
    archive: await partition(documents.filter(({ status }) => status === 'archived')),
  })
}
