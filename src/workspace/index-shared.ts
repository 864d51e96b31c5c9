import { writeJsonBlocks } from '../store/json-blocks.js'
import type { Manifest } from '../store/manifest.js'
import type { WritePorts } from '../store/write-ports.js'
import type { Indexable } from './indexable.js'

/** What all partitions share. */
export type SharedBlocks = Pick<Manifest, 'packs' | 'taxonomy' | 'expansions'>

/**
 * Writes the taxonomy, and what its names and the library's synonyms also mean.
 * @throws CasectlError `settings` when the synonyms do not hold
 */
export async function writeShared(workspace: Indexable, ports: WritePorts): Promise<SharedBlocks> {
  const { root, config } = workspace
  const [{ openSynonyms }, { buildExpansions }] = await Promise.all([
    import('./synonyms.js'),
    import('../search/build-expansions.js'),
  ])
  const expansions = buildExpansions(workspace.taxonomy, await openSynonyms(root, config))
  const { packs, blocks } = await writeJsonBlocks([workspace.taxonomy.data, expansions], ports)
  const [first, second] = blocks
  if (first === undefined || second === undefined) throw new RangeError('two values are two blocks')
  return { packs, taxonomy: first, expansions: second }
}
