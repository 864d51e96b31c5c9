import { readManifestText } from '../io/index-storage.js'
import { TOKENIZER } from '../search/tokens.js'
import type { Manifest } from '../store/manifest.js'
import { type Decoded, decodeManifest } from '../store/manifest-code.js'

/** The index of a library as its manifest describes it. Never throws. */
export function readIndexManifest(root: string): Decoded<Manifest> {
  return decodeManifest(readManifestText(root), TOKENIZER)
}
