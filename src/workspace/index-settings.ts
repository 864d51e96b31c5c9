import { readSettingsFile } from '../io/settings-file.js'
import type { Config } from '../model/config.js'
import { TOKENIZER } from '../search/tokens.js'
import { INDEX_VERSION, type IndexSettings } from '../store/manifest.js'
import type { Indexable } from './indexable.js'
import { sha256 } from './sha256.js'
import type { Source, Sources } from './sources.js'

/** The settings that an index is made with, as hashes: which part must be made anew is seen from these. */
export interface SettingsHashes {
  /** What documents and their terms depend on: a difference means to read every case anew. */
  readonly documents: string
  /** What the expansions are made of. */
  readonly expansions: string
  /** What is only read when a query is answered. */
  readonly query: string
}

export async function settingsHashes(workspace: Indexable): Promise<SettingsHashes> {
  const { root, config, taxonomy } = workspace
  const schema = config.schema === undefined ? '' : await readSettingsFile(root, config.schema)
  const { headings, kinds, folders, defaultAudience } = config
  const settings = { headings: [...headings], kinds, folders, defaultAudience, schema }
  return {
    documents: sha256(JSON.stringify([INDEX_VERSION, TOKENIZER, settings, taxonomy.data])),
    expansions: sha256((await readSettingsFile(root, config.synonyms)) ?? ''),
    query: sha256(JSON.stringify(querySettings(config))),
  }
}

/** What a search needs to know of the configuration. */
export function querySettings({ search, defaultAudience }: Config): IndexSettings {
  return { limit: search.limit, defaultAudience, boosts: search.boosts }
}

/** The hash over everything that an index is made of: equal for equal libraries. */
export function contentHash(
  { documents, expansions, query }: SettingsHashes,
  { files, uses }: Pick<Sources, 'uses'> & { readonly files: readonly Pick<Source, 'path' | 'hash'>[] },
): string {
  const parts = [documents, expansions, query, JSON.stringify([...uses].sort())]
  for (const { path, hash } of files) parts.push(`${path}\0${hash}`)
  return sha256(parts.join('\n'))
}
