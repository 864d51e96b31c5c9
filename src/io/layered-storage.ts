import { memoryStorage } from '../store/memory-storage.js'
import type { Storage } from '../store/storage.js'

/** Files in memory before those of another storage. Later changes of the map are seen. */
export function layeredStorage(files: ReadonlyMap<string, Uint8Array>, under: Storage): Storage {
  const memory = memoryStorage(files, under.inflate)
  return {
    inflate: under.inflate,
    ...(under.crc32 && { crc32: under.crc32 }),
    async read(name, range) {
      return (await memory.read(name, range)) ?? under.read(name, range)
    },
  }
}
