import type { Manifest, PackInfo, Segment } from './manifest.js'
import { packName } from './pack-writer.js'
import type { Storage } from './storage.js'
import type { WritePorts } from './write-ports.js'

/** Every file that a manifest refers to, each once. */
export function packsOf({ packs, living, archive }: Manifest): PackInfo[] {
  const segments = [...living.segments, ...archive.segments]
  const all = [...packs, ...segments.flatMap(packsOfSegment)]
  return [...new Map(all.map(pack => [pack.name, pack])).values()]
}

export function packsOfSegment({ packs, edits }: Segment): PackInfo[] {
  return [...Object.values(packs).flat(), ...(edits?.packs ?? [])]
}

/** Reads every pack and holds it against its name and size: the names of those that do not fit. */
export async function damagedPacks(
  storage: Storage,
  manifest: Manifest,
  hash: WritePorts['hash'],
): Promise<string[]> {
  const damaged: string[] = []
  for (const { name, bytes: size } of packsOf(manifest)) {
    const bytes = await storage.read(name)
    const kind = name.slice(0, name.indexOf('-'))
    if (bytes?.length !== size || packName(kind, bytes, hash) !== name) damaged.push(name)
  }
  return damaged
}
