import { relative, resolve, sep } from 'node:path'
import { realPath } from '../io/find-root.js'
import { CasectlError } from '../lib/errors.js'
import { byCodeUnit } from '../lib/text.js'
import { buildLibrary, type Library } from '../library/library.js'
import type { RepoPath } from '../model/case.js'
import type { Preset } from '../model/config.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { RULES } from '../rules/index.js'
import type { Rule } from '../rules/rule.js'
import { type LintResult, type RunOptions, runningRules, runRules } from '../rules/run.js'
import { activeRules, type RuleOverrides } from './active-rules.js'
import { BUILD_ID } from './build-id.js'
import { type JudgedLibrary, type JudgeRun, judgeFiles } from './lint-files.js'
import type { Workspace } from './workspace.js'

export interface LintRun extends LintResult {
  readonly library: Library
  /** The rules that were on. */
  readonly rules: readonly Rule[]
  /** What was reported on; undefined for everything. */
  readonly selected: ReadonlySet<RepoPath> | undefined
}

export interface LintOptions extends Pick<RunOptions, 'asOf' | 'clock'> {
  /** Severities that outdo those of the configuration. */
  readonly overrides?: RuleOverrides
  /** In place of the configuration's. */
  readonly preset?: Preset
  /** Further paths, from a program: what holds no case is passed over, and an empty list selects nothing. */
  readonly listed?: readonly string[] | undefined
  /** Of what is selected, reports only on these, relative to the library: what has changed. */
  readonly changed?: ReadonlySet<RepoPath> | undefined
  /**
   * Tells this version of the rules from others in what is kept from run to run, for programs that
   * bundle casectl; false keeps and believes nothing.
   */
  readonly cache?: string | false
  /** Told while files are judged: how many, of those that must be. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** The library as it was read, or with changes that are not on disk yet; read anew without. */
  readonly library?: Library
  /** A case as an editor holds it, in place of the file; it alone is reported. */
  readonly typed?: TypedCase | undefined
}

export interface TypedCase {
  /** Absolute, or relative to the library. */
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Lints a library. A finding is reported when the file that it is about is selected, whatever
 * other files brought it about.
 * @param paths absolute, or relative to the library: files or folders to report on; the rules
 *   still see the whole library. Empty means everything.
 * @throws CasectlError `no-such-path` for a path that holds no case
 */
export async function lintWorkspace(
  workspace: Workspace,
  paths: readonly string[] = [],
  options: LintOptions = {},
): Promise<LintRun> {
  const { root } = workspace
  const preset = options.preset ?? workspace.config.preset
  const rules = activeRules({ ...workspace.config, preset }, options.overrides)
  const typed = options.typed && { ...options.typed, path: libraryPath(root, options.typed.path) }
  const judging = { known: KNOWN, strict: preset === 'strict', asOf: options.asOf }
  const running = runningRules(rules, options.asOf)
  const judged = await judge(workspace, { rules: running, options: judging }, options)
  const library = typed === undefined ? judged.library : await withTyped(workspace, judged.library, typed)
  const selected = typed === undefined ? selectPaths(root, library, paths, options) : new Set([typed.path])
  const judgements = new Map(judged.judgements)
  if (typed !== undefined) judgements.delete(typed.path)
  const ofCases = new Map<string, readonly Diagnostic[]>()
  const result = runRules(library, rules, {
    ...judging,
    selected,
    judgements,
    clock: options.clock,
    ofCases: typed === undefined ? judged.ofCases : undefined,
    onCasesJudged: (rule, found) => ofCases.set(rule, found),
  })
  if (ofCases.size > 0 && typed === undefined) judged.keepOfCases?.(ofCases)
  return { library, rules: rules.map(({ rule }) => rule), selected, ...result }
}

/** The library, with what its files come to for themselves as far as that is known yet. */
async function judge(
  workspace: Workspace,
  run: Pick<JudgeRun, 'rules' | 'options'>,
  { library, clock, cache, onProgress }: LintOptions,
): Promise<Pick<JudgedLibrary, 'library'> & Partial<JudgedLibrary>> {
  if (library !== undefined) return { library }
  // What a rule costs is measured in one thread, over all files.
  if (clock !== undefined) return { library: await workspace.library() }
  const version = cache === false ? undefined : (cache ?? BUILD_ID)
  return judgeFiles(workspace, { ...run, version, onProgress })
}

const KNOWN: ReadonlySet<string> = new Set(RULES.map(rule => rule.id))

/**
 * What paths select; undefined for everything.
 * @throws CasectlError `no-such-path` for a path that holds no case
 */
export function selectPaths(
  root: string,
  library: Library,
  paths: readonly string[],
  { listed, changed }: LintOptions = {},
): ReadonlySet<RepoPath> | undefined {
  if (paths.length === 0 && listed === undefined) return changed
  const selection = new Selection(library)
  for (const given of paths) {
    if (!selection.add(libraryPath(root, given))) throw noSuchPath(given)
  }
  for (const given of listed ?? []) selection.add(libraryPath(root, given))
  if (changed === undefined) return selection.paths
  return new Set([...selection.paths].filter(path => changed.has(path)))
}

/** The cases that paths of files and folders hold. */
class Selection {
  readonly paths = new Set<RepoPath>()
  readonly #library: Library
  readonly #files: ReadonlySet<RepoPath>

  constructor(library: Library) {
    this.#library = library
    this.#files = new Set(library.files.map(file => file.path))
  }

  /** @returns false for a path that holds no case and is no case folder */
  add(path: RepoPath): boolean {
    if (this.#files.has(path)) {
      this.paths.add(path)
      return true
    }
    const kind = path === '' ? 'folder' : this.#library.tree(path)
    if (kind !== 'folder') return false
    const before = this.paths.size
    for (const file of this.#files) if (path === '' || file.startsWith(`${path}/`)) this.paths.add(file)
    return this.paths.size > before || isCaseFolder(this.#library, path)
  }
}

/** A path, absolute or relative to the library, as the library names it; links in its folders are followed. */
export function libraryPath(root: string, given: string): RepoPath {
  return relative(root, realPath(resolve(root, given)))
    .split(sep)
    .join('/')
}

function isCaseFolder({ config }: Library, path: RepoPath): boolean {
  const { cases, archive } = config.folders
  return path === '' || [cases, archive].some(folder => path === folder || path.startsWith(`${folder}/`))
}

/** The library with one case as it is being typed, whether its file is there yet or not. */
async function withTyped(
  workspace: Workspace,
  library: Library,
  { path, bytes }: TypedCase,
): Promise<Library> {
  const { config, taxonomy } = workspace
  const folders = [config.folders.cases, config.folders.archive]
  const isCase = folders.some(folder => path.startsWith(`${folder}/`)) && /\.md$/i.test(path)
  if (!isCase) throw noSuchPath(path)
  const file = (await workspace.parser()).parse({ path, bytes })
  const others = library.files.filter(other => other.path !== path)
  const files = [...others, file].sort((a, b) => byCodeUnit(a.path, b.path))
  const tree: Library['tree'] = asked => (asked === path ? 'file' : library.tree(asked))
  return buildLibrary(config, taxonomy, files, tree, library.disk)
}

function noSuchPath(given: string): CasectlError {
  return new CasectlError(
    'no-such-path',
    { en: `${given} holds no case of this library.`, zh: `${given} 中没有本案例库的案例。` },
    {
      en: 'Name a Markdown file or a folder below the case folders.',
      zh: '请指定案例文件夹中的 Markdown 文件或子文件夹。',
    },
  )
}
