import { relative } from 'node:path'
import { findRoot } from '../io/find-root.js'
import { readSettingsFile } from '../io/settings-file.js'
import type { RepoPath } from '../model/case.js'
import type { Config, WrittenConfig } from '../model/config.js'
import { resolveConfig } from '../model/resolve-config.js'
import { checkConfig, readConfig } from '../parse/read-config.js'
import { settingsError } from './settings-error.js'
import { withRoles } from './written-roles.js'

export interface OpenOptions {
  /** `--config`: the configuration file; its folder is the library. */
  readonly config?: string
}

/** A library of which the configuration alone was read: enough for what asks git and not the cases. */
export interface ConfiguredLibrary {
  /** Absolute path of the library's folder. */
  readonly root: string
  /** The configuration file, relative to `root`, and its text; null where it is not there. */
  readonly configPath: RepoPath
  readonly configText: string | null
  readonly written: WrittenConfig
  readonly config: Config
}

/**
 * Finds the library that a folder belongs to and reads its configuration.
 * @throws CasectlError `no-library`, `unreadable-root`, or `settings` when the configuration does not hold
 */
export async function openConfig(cwd: string, options: OpenOptions = {}): Promise<ConfiguredLibrary> {
  const found = findRoot(cwd, options.config)
  const configPath = relative(found.root, found.config)
  const configText = await readSettingsFile(found.root, configPath)
  const read = readConfig(configText ?? '')
  if (read.value === undefined) throw settingsError(configPath, read.problems)
  const written = await withRoles(found.root, read.value, read.fields)
  const config = resolveConfig(written)
  const problems = checkConfig(config, read.fields)
  if (problems.length > 0) throw settingsError(configPath, problems)
  return { root: found.root, configPath, configText, written, config }
}
