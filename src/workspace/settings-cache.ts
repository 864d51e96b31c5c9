import { join } from 'node:path'
import type { RepoPath } from '../model/case.js'
import type { Config, WrittenConfig } from '../model/config.js'
import { resolveConfig } from '../model/resolve-config.js'
import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { hashTexts, type Indexable, type SettingsTexts } from './indexable.js'

/** Settings as they were read and found sound, so that YAML is parsed again only when it changed. */
export interface CachedSettings {
  readonly configPath: RepoPath
  readonly hashes: SettingsTexts
  readonly written: WrittenConfig
  readonly taxonomy: TaxonomyData
}

/** The form that the configuration's schema asks of a path: it leads nowhere out of the library. */
const INSIDE = /^[^/\\.][^/\\]*(?:\/[^/\\.][^/\\]*)*$/

/** A library from its cached settings; undefined when these are not those of its files. Never throws. */
export async function fromCache(
  root: string,
  configPath: RepoPath,
  cached: CachedSettings | undefined,
): Promise<Indexable | undefined> {
  if (cached?.configPath !== configPath) return undefined
  try {
    const { written } = cached
    const config = resolveConfig(written)
    // The cache may have come with a clone: its paths are no safer than any stranger's.
    if (!pathsOf(config).every(path => typeof path === 'string' && INSIDE.test(path))) return undefined
    const hashes = await hashTexts(root, configPath, config.taxonomy)
    const same = hashes.config === cached.hashes.config && hashes.taxonomy === cached.hashes.taxonomy
    if (!same) return undefined
    const parser = async () => {
      const { Workspace } = await import('./workspace.js')
      return (await Workspace.open(root, { config: join(root, configPath) })).parser()
    }
    return { root, configPath, written, config, taxonomy: new Taxonomy(cached.taxonomy), hashes, parser }
  } catch {
    return undefined
  }
}

export function cacheOf({ configPath, written, taxonomy, hashes }: Indexable): CachedSettings {
  return { configPath, written, taxonomy: taxonomy.data, hashes }
}

function pathsOf({ folders, taxonomy, synonyms, products, schema }: Config): string[] {
  return [...Object.values(folders), taxonomy, synonyms, products, ...(schema === undefined ? [] : [schema])]
}
