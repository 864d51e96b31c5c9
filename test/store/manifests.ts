import { SEARCH_FIELDS, type SearchField } from '../../src/model/config.js'
import { EMPTY_PARTITION, type Manifest, type Partition } from '../../src/store/manifest.js'

const BLOCK = { file: 'shared-0123456789abcdef.bin', start: 0, length: 7 }

/** A manifest around a partition. Its shared blocks are in no file. */
export function manifestOf(living: Partition, archive: Partition = EMPTY_PARTITION): Manifest {
  const boosts = Object.fromEntries(SEARCH_FIELDS.map(field => [field, 1])) as Record<SearchField, number>
  return {
    tokenizer: 'one',
    contentHash: 'abc',
    settings: { limit: 10, defaultAudience: 'internal', boosts },
    packs: [],
    taxonomy: BLOCK,
    expansions: BLOCK,
    living,
    archive,
  }
}
