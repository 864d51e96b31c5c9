import { join, relative } from 'node:path'
import { applyChanges } from '../io/apply.js'
import { findRoot } from '../io/find-root.js'
import { listCasePaths, type ReadResult, readFiles } from '../io/read-files.js'
import { readSettingsFile } from '../io/settings-file.js'
import { treeOf } from '../io/tree.js'
import { byCodeUnit } from '../lib/text.js'
import { buildLibrary, type Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { FileChange } from '../model/change.js'
import type { Config, WrittenConfig } from '../model/config.js'
import { Taxonomy } from '../model/taxonomy.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import { type CaseInput, CaseParser } from '../parse/parse-case.js'
import { problem } from '../parse/problem.js'
import { checkConfig, readConfig, resolveConfig } from '../parse/read-config.js'
import { readTaxonomy } from '../parse/read-taxonomy.js'
import { markIndex } from './index-mark.js'
import { openCaseValidator } from './own-schema.js'
import { settingsError } from './settings-error.js'

export interface OpenOptions {
  /** `--config`: the configuration file; its folder is the library. */
  readonly config?: string
}

/** A library on disk. Reads settings when opened and cases when asked. */
export class Workspace {
  /** Absolute path of the library's folder. */
  readonly root: string
  readonly config: Config
  readonly written: WrittenConfig
  /** The configuration file, relative to `root`. */
  readonly configPath: RepoPath
  readonly taxonomy: Taxonomy
  #parser: CaseParser | undefined

  private constructor(root: string, configPath: string, written: WrittenConfig, taxonomy: Taxonomy) {
    this.root = root
    this.configPath = configPath
    this.written = written
    this.config = resolveConfig(written)
    this.taxonomy = taxonomy
  }

  /**
   * Opens the library that a folder belongs to.
   * @throws CasectlError `no-library`, `unreadable-root`, or `settings` when configuration or
   *   taxonomy do not hold
   */
  static async open(cwd: string, options: OpenOptions = {}): Promise<Workspace> {
    const found = await findRoot(cwd, options.config)
    const configPath = relative(found.root, found.config)
    const config = readConfig((await readSettingsFile(found.root, configPath)) ?? '')
    if (config.value === undefined) throw settingsError(configPath, config.problems)
    const resolved = resolveConfig(config.value)
    const problems = checkConfig(resolved, config.fields)
    if (problems.length > 0) throw settingsError(configPath, problems)
    const text = await readSettingsFile(found.root, resolved.taxonomy)
    const taxonomy = readTaxonomy(text ?? 'facets: {}')
    if (taxonomy.value === undefined) throw settingsError(resolved.taxonomy, taxonomy.problems)
    return new Workspace(found.root, configPath, config.value, new Taxonomy(taxonomy.value))
  }

  /** Absolute path of the configuration file. */
  get configFile(): string {
    return join(this.root, this.configPath)
  }

  /** The paths below the case folders that look like cases, sorted. */
  async casePaths(): Promise<RepoPath[]> {
    const { cases, archive } = this.config.folders
    const found = [...(await listCasePaths(this.root, archive)), ...(await listCasePaths(this.root, cases))]
    // One folder may lie in the other.
    return [...new Set(found)].sort(byCodeUnit)
  }

  async parser(): Promise<CaseParser> {
    this.#parser ??= new CaseParser({
      config: this.config,
      taxonomy: this.taxonomy,
      validate: await openCaseValidator(this.root, this.config, this.taxonomy),
    })
    return this.#parser
  }

  /** Reads and parses files; whatever is wrong with one is a problem of that one. */
  async readCases(paths: readonly RepoPath[]): Promise<CaseFile[]> {
    const parser = await this.parser()
    const read = await readFiles(this.root, paths, MAX_FILE_BYTES)
    return read.map(result => parser.parse(toInput(result)))
  }

  /** The whole library, read anew. */
  async library(): Promise<Library> {
    const files = await this.readCases(await this.casePaths())
    return buildLibrary(this.config, this.taxonomy, files, treeOf(this.root))
  }

  /** Applies changes as a whole and marks the search index where they touch it. */
  async apply(changes: readonly FileChange[]): Promise<void> {
    await applyChanges(this.root, changes)
    if (changes.length > 0) await markIndex(this.root)
  }
}

function toInput(result: ReadResult): CaseInput {
  if ('bytes' in result) return result
  const { path } = result
  if ('tooLarge' in result) {
    return { path, problem: problem('tooLarge', { size: result.tooLarge, limit: MAX_FILE_BYTES }) }
  }
  if ('failed' in result) return { path, problem: problem('unreadable', { reason: result.failed }) }
  return { path, problem: problem('notAFile', WORDS[result.refused]) }
}

const WORDS = {
  symlink: { what: 'a symbolic link', whatZh: '符号链接' },
  folder: { what: 'a folder', whatZh: '文件夹' },
  special: { what: 'a special file (pipe, socket or device)', whatZh: '特殊文件（管道、套接字或设备）' },
} as const
