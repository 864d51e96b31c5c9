import { crc32 } from './crc32.js'
import { INDEX_FORMAT, INDEX_VERSION, type Manifest } from './manifest.js'
import { isManifest, isRecord } from './manifest-shape.js'

/**
 * What became of reading: `missing`: no such file; `damaged`: not what was written; `foreign`:
 * another program's file or a later version's; `older`: an earlier version's, or cut by another
 * tokenizer. Whatever the reason, the answer is to build anew.
 */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'missing' | 'damaged' | 'foreign' | 'older' }

/** The text of `manifest.json`. Equal manifests give equal texts. */
export function encodeManifest(manifest: Manifest): string {
  const { tokenizer, contentHash, settings, packs, taxonomy, expansions, living, archive } = manifest
  return seal(
    JSON.stringify({
      format: INDEX_FORMAT,
      version: INDEX_VERSION,
      tokenizer,
      contentHash,
      settings,
      packs,
      taxonomy,
      expansions,
      living,
      archive,
    }),
  )
}

/**
 * Reads `manifest.json`. Never throws.
 * @param tokenizer the fingerprint of the tokenizer that is going to ask
 */
export function decodeManifest(text: string | undefined, tokenizer: string): Decoded<Manifest> {
  if (text === undefined) return { ok: false, reason: 'missing' }
  const read = parse(text)
  if (!isRecord(read)) return { ok: false, reason: 'damaged' }
  if (read['format'] !== INDEX_FORMAT) return { ok: false, reason: 'foreign' }
  const version = read['version']
  if (typeof version !== 'number') return { ok: false, reason: 'damaged' }
  if (version !== INDEX_VERSION) return { ok: false, reason: version < INDEX_VERSION ? 'older' : 'foreign' }
  if (!sealHolds(text) || !isManifest(read)) return { ok: false, reason: 'damaged' }
  if (read.tokenizer !== tokenizer) return { ok: false, reason: 'older' }
  return { ok: true, value: read }
}

const SEAL = ',"checksum":"'

/** Puts the CRC-32 of an object's text (UTF-8, eight hexadecimal digits) in as its last member. */
function seal(object: string): string {
  const sum = crc32(new TextEncoder().encode(object)).toString(16).padStart(8, '0')
  return `${object.slice(0, -1)}${SEAL}${sum}"}`
}

function sealHolds(text: string): boolean {
  const at = text.lastIndexOf(SEAL)
  return at !== -1 && text === seal(`${text.slice(0, at)}}`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
