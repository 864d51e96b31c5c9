import { join } from 'node:path'
import { applyChanges } from '../io/apply.js'
import { diskOf } from '../io/disk.js'
import { readFiles } from '../io/read-files.js'
import { readSettingsFile } from '../io/settings-file.js'
import { treeOf } from '../io/tree.js'
import { buildLibrary, type Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { FileChange, FileMove } from '../model/change.js'
import type { Config, WrittenConfig } from '../model/config.js'
import { resolveConfig } from '../model/resolve-config.js'
import { Taxonomy } from '../model/taxonomy.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { CaseParser } from '../parse/parse-case.js'
import { readTaxonomy } from '../parse/read-taxonomy.js'
import { toInput } from './case-input.js'
import { openCaseParser } from './case-parser.js'
import { casePathsOf } from './index-files.js'
import { markIndex } from './index-mark.js'
import { hashOfText, type Indexable, type SettingsTexts } from './indexable.js'
import { type OpenOptions, openConfig } from './open-config.js'
import { settingsError } from './settings-error.js'

/** A library on disk. Reads settings when opened and cases when asked. */
export class Workspace implements Indexable {
  /** Absolute path of the library's folder. */
  readonly root: string
  readonly config: Config
  readonly written: WrittenConfig
  /** The configuration file, relative to `root`. */
  readonly configPath: RepoPath
  readonly taxonomy: Taxonomy
  /** Of the texts that these were read from. */
  readonly hashes: SettingsTexts
  #parser: CaseParser | undefined

  private constructor(
    root: string,
    settings: Pick<Indexable, 'configPath' | 'written' | 'taxonomy' | 'hashes'>,
  ) {
    this.root = root
    this.configPath = settings.configPath
    this.written = settings.written
    this.config = resolveConfig(settings.written)
    this.taxonomy = settings.taxonomy
    this.hashes = settings.hashes
  }

  /**
   * Opens the library that a folder belongs to.
   * @throws CasectlError `no-library`, `unreadable-root`, or `settings` when configuration or
   *   taxonomy do not hold
   */
  static async open(cwd: string, options: OpenOptions = {}): Promise<Workspace> {
    const { root, configPath, configText, written, config } = await openConfig(cwd, options)
    const text = await readSettingsFile(root, config.taxonomy)
    const taxonomy = readTaxonomy(text ?? 'facets: {}')
    if (taxonomy.value === undefined) throw settingsError(config.taxonomy, taxonomy.problems)
    const hashes = { config: hashOfText(configText), taxonomy: hashOfText(text) }
    const read = { written, taxonomy: new Taxonomy(taxonomy.value) }
    return new Workspace(root, { configPath, hashes, ...read })
  }

  /** Absolute path of the configuration file. */
  get configFile(): string {
    return join(this.root, this.configPath)
  }

  /** The paths below the case folders that look like cases, sorted. */
  casePaths(): RepoPath[] {
    return casePathsOf(this)
  }

  async parser(): Promise<CaseParser> {
    this.#parser ??= await openCaseParser(this)
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
    return this.libraryOf(await this.readCases(this.casePaths()))
  }

  /** Files that were read, joined to a library that looks at the disk when it is asked. */
  libraryOf(files: readonly CaseFile[]): Library {
    const tree = treeOf(this.root)
    const { cases, archive, templates } = this.config.folders
    const disk = diskOf(this.root, tree, [cases, archive, templates])
    return buildLibrary(this.config, this.taxonomy, files, tree, disk)
  }

  /** Applies changes as a whole and marks the search index where they touch it. */
  async apply(changes: readonly FileChange[], moves: readonly FileMove[] = []): Promise<void> {
    await applyChanges(this.root, changes, moves)
    if (changes.length + moves.length > 0) await markIndex(this.root)
  }
}
