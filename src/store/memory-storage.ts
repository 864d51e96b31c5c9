import { inflateJoined, type PlainInflate } from './inflate-joined.js'
import type { Storage } from './storage.js'

/**
 * An index in memory: name → bytes. Later changes of the map are seen.
 * @param inflate needs to know no dictionary
 */
export function memoryStorage(files: ReadonlyMap<string, Uint8Array>, inflate: PlainInflate): Storage {
  return {
    read: async (name, range) => {
      const bytes = files.get(name)
      return range === undefined ? bytes : bytes?.subarray(range.start, range.end)
    },
    inflate: inflateJoined(inflate),
  }
}
