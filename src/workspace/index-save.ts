import { readManifestText } from '../io/index-storage.js'
import type { IndexCommit, IndexTarget } from '../io/index-target.js'
import type { Stamp } from '../io/stamp.js'
import { TOKENIZER } from '../search/tokens.js'
import type { Manifest, Partition } from '../store/manifest.js'
import { encodeManifest } from '../store/manifest-code.js'
import { packsOf } from '../store/packs.js'
import { contentHash, querySettings, type SettingsHashes } from './index-settings.js'
import type { SharedBlocks } from './index-shared.js'
import { encodeIndexStamp, readIndexStamp } from './index-stamp.js'
import { type KnownIndex, sourcesName } from './index-state.js'
import type { Indexable } from './indexable.js'
import { cacheOf } from './settings-cache.js'
import type { Sources } from './sources.js'
import { encodeSources } from './sources-code.js'

/** What a build made, as far as it is not written yet. */
export interface MadeIndex {
  readonly hashes: SettingsHashes
  readonly sources: Pick<Sources, 'files' | 'uses' | 'feedback' | 'lookedAt'>
  readonly shared: SharedBlocks
  readonly living: Partition
  readonly archive: Partition
  readonly stamp: Stamp | undefined
  /** When the build began, by `performance.now()`. */
  readonly start: number
}

/**
 * Switches the index to what a build made. What is the same as before is not written again: a build
 * that found nothing changed writes nothing.
 */
export async function saveIndex(
  library: Indexable,
  target: IndexTarget,
  known: KnownIndex,
  made: MadeIndex,
): Promise<Manifest> {
  const { root, config } = library
  const { hashes, shared, living, archive } = made
  const { packs, taxonomy, expansions } = shared
  const content = contentHash(hashes, made.sources)
  const settings = querySettings(config)
  const manifest: Manifest = {
    ...{ tokenizer: TOKENIZER, contentHash: content, settings, packs, taxonomy, expansions },
    ...{ living, archive },
  }
  const text = encodeManifest(manifest)
  const switched = text !== readManifestText(root)
  const former = switched ? packNames(known.manifest) : (known.sources?.former ?? [])
  const name = sourcesName(content)
  const kept = !switched && known.sources !== undefined && isKept(known.sources, made, library)
  const commit: IndexCommit = {
    ...(kept ? {} : { sources: { name, bytes: encodeSources(sourcesOf(made, former, library)) } }),
    ...(switched ? { manifest: text } : {}),
    ...stampOf(root, content, made, switched || !kept),
  }
  await target.commit(commit, new Set([...packNames(manifest), ...former, name]))
  return manifest
}

function sourcesOf({ hashes, sources }: MadeIndex, former: readonly string[], library: Indexable): Sources {
  const settings = cacheOf(library)
  return {
    ...sources,
    settings,
    documentSettings: hashes.documents,
    expansionSettings: hashes.expansions,
    former,
  }
}

function packNames(manifest: Manifest | undefined): string[] {
  return manifest === undefined ? [] : packsOf(manifest).map(({ name }) => name)
}

/** Whether the sources on the disk say the same; a file that was not looked into again is the same object. */
function isKept(known: Sources, { sources, hashes }: MadeIndex, library: Indexable): boolean {
  const { files, feedback } = sources
  const same = files.length === known.files.length && files.every((file, i) => file === known.files[i])
  const texts = JSON.stringify(known.settings.hashes) === JSON.stringify(library.hashes)
  const cached = texts && known.settings.configPath === library.configPath
  const settings =
    known.documentSettings === hashes.documents && known.expansionSettings === hashes.expansions
  return same && cached && settings && feedback === known.feedback
}

function stampOf(
  root: string,
  content: string,
  { stamp, start }: MadeIndex,
  worked: boolean,
): Pick<IndexCommit, 'stamp'> {
  if (stamp === undefined) return {}
  const before = readIndexStamp(root)
  const same = before?.contentHash === content && JSON.stringify(before.stamp) === JSON.stringify(stamp)
  if (same && !worked) return {}
  const ms = worked || before === undefined ? Math.round(performance.now() - start) : before.ms
  return { stamp: encodeIndexStamp({ contentHash: content, ms, stamp }) }
}
