import { trainDictionary } from './dictionary-training.js'
import { DamagedIndex } from './storage.js'

/**
 * Bytes of a dictionary: twice as many save a tenth of the documents, and cost the first hit 5 KB.
 * With most documents behind it, it fits into a window of 16 KiB, which zlib makes in half the time.
 */
const WRITTEN_BYTES = 14 * 1024
/** As far back as DEFLATE refers (RFC 1951, 2). */
const MOST_BYTES = 32 * 1024
/** Fewer documents do not earn back what a dictionary costs. */
const LEAST_DOCUMENTS = 16
/** Documents that a dictionary is made from: twice as many save half a hundredth more. */
const SAMPLES = 192

/** Some of `count` things, from all over them: which to make a dictionary from. */
export function presetSamples(count: number): number[] {
  const wanted = Math.min(count, SAMPLES)
  // The middle of each of as many equal parts.
  return Array.from({ length: wanted }, (_, i) => Math.floor(((i + 0.5) * count) / wanted))
}

/**
 * What documents are deflated against ("preset dictionary" in RFC 1950): what many of them have in
 * common, which one alone is too short to show. Undefined when it would not pay.
 * @param samples documents as they are stored, from all over
 */
export function choosePreset(samples: readonly Uint8Array[]): Uint8Array | undefined {
  if (samples.length < LEAST_DOCUMENTS) return undefined
  const dictionary = trainDictionary(samples, WRITTEN_BYTES)
  return dictionary.length === 0 ? undefined : dictionary
}

/** The dictionary that a block holds. @throws DamagedIndex */
export function presetOf(payload: Uint8Array, file: string): Uint8Array {
  if (payload.length > 0 && payload.length <= MOST_BYTES) return payload
  throw new DamagedIndex(file, 'a dictionary has a size that none has')
}
