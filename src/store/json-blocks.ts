import { Blocks } from './blocks.js'
import type { BlockRef, PackInfo } from './manifest.js'
import { PackWriter, writtenRef } from './pack-writer.js'
import { DamagedIndex, type Storage } from './storage.js'
import type { WritePorts } from './write-ports.js'

/** Writes values as JSON, a block each, such as a manifest's `taxonomy` and `expansions`. */
export async function writeJsonBlocks(
  values: readonly unknown[],
  ports: WritePorts,
): Promise<{ readonly packs: readonly PackInfo[]; readonly blocks: readonly BlockRef[] }> {
  const writer = new PackWriter('shared', ports)
  const encoder = new TextEncoder()
  const places = []
  for (const value of values) places.push(await writer.add(encoder.encode(JSON.stringify(value))))
  const packs = await writer.finish()
  return { packs, blocks: places.map(place => writtenRef(place, packs)) }
}

/** Reads what `writeJsonBlocks` wrote. @throws DamagedIndex */
export async function readJsonBlock(storage: Storage, block: BlockRef): Promise<unknown> {
  const payload = await new Blocks(storage).read(block)
  try {
    return JSON.parse(new TextDecoder().decode(payload))
  } catch {
    throw new DamagedIndex(block.file, 'is no JSON')
  }
}
