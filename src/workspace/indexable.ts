import { readSettingsFile } from '../io/settings-file.js'
import type { RepoPath } from '../model/case.js'
import type { Config, WrittenConfig } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { CaseParser } from '../parse/parse-case.js'
import { sha256 } from './sha256.js'

/** Hashes of settings files. */
export interface SettingsTexts {
  readonly config: string
  readonly taxonomy: string
}

/** '' for a missing file. */
export function hashOfText(text: string | null): string {
  return text === null ? '' : sha256(text)
}

export async function hashTexts(root: string, config: RepoPath, taxonomy: RepoPath): Promise<SettingsTexts> {
  return {
    config: hashOfText(await readSettingsFile(root, config)),
    taxonomy: hashOfText(await readSettingsFile(root, taxonomy)),
  }
}

/** What indexing asks of a library: a `Workspace`, or one whose settings were read before. */
export interface Indexable {
  /** Absolute path of the library's folder. */
  readonly root: string
  /** The configuration file, relative to `root`. */
  readonly configPath: RepoPath
  readonly written: WrittenConfig
  readonly config: Config
  readonly taxonomy: Taxonomy
  /** Of the texts that these were read from. */
  readonly hashes: SettingsTexts
  parser(): Promise<CaseParser>
}
