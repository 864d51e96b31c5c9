import { byCodeUnit } from '../lib/text.js'
import { buildLibrary, type Library } from '../library/library.js'
import type { RepoPath } from '../model/case.js'
import type { Preset } from '../model/config.js'
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.js'
import { RULES } from '../rules/index.js'
import type { Rule } from '../rules/rule.js'
import { countBySeverity, type LintResult, type RunOptions, runningRules, runRules } from '../rules/run.js'
import { activeRules, type RuleOverrides } from './active-rules.js'
import { BUILD_ID } from './build-id.js'
import { type Aftermath, lintAftermath } from './lint-aftermath.js'
import { type JudgedLibrary, type JudgeRun, judgeFiles } from './lint-files.js'
import { libraryPath, noSuchPath, refuseIdle, selectPaths } from './select-paths.js'
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
  /** Further paths, from a program: what is not there is passed over, and an empty list selects nothing. */
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
 * other files brought it about; and of what has changed, also what it breaks elsewhere.
 * @param paths absolute, or relative to the library: files or folders to report on; the rules
 *   still see the whole library. Empty means everything.
 * @throws CasectlError `no-such-path` for a path that is not in the library, `nothing-to-judge` for one
 *   that no rule has anything to say of
 */
export async function lintWorkspace(
  workspace: Workspace,
  paths: readonly string[] = [],
  options: LintOptions = {},
): Promise<LintRun> {
  const { root } = workspace
  const preset = options.preset ?? workspace.config.preset
  const rules = await activeRules({ ...workspace.config, preset }, options.overrides)
  const typed = options.typed && { ...options.typed, path: libraryPath(root, options.typed.path) }
  const judging = { known: KNOWN, strict: preset === 'strict', asOf: options.asOf }
  const running = runningRules(rules, options.asOf)
  const judged = await judge(workspace, { rules: running, options: judging }, options)
  const library = typed === undefined ? judged.library : await withTyped(workspace, judged.library, typed)
  const selected = typed === undefined ? selectPaths(root, library, paths, options) : new Set([typed.path])
  const judgements = new Map(judged.judgements)
  if (typed !== undefined) judgements.delete(typed.path)
  const run = { ...judging, judgements }
  const ofCases = new Map<string, readonly Diagnostic[]>()
  const result = runRules(library, rules, {
    ...run,
    selected,
    clock: options.clock,
    ofCases: typed === undefined ? judged.ofCases : undefined,
    onCasesJudged: (rule, found) => ofCases.set(rule, found),
  })
  if (ofCases.size > 0 && typed === undefined) judged.keepOfCases?.(ofCases)
  const base = { library, rules: rules.map(({ rule }) => rule), selected }
  if (options.changed === undefined) {
    if (typed === undefined) refuseIdle(root, library, paths, result.diagnostics)
    return { ...base, ...result }
  }
  const among = selectPaths(root, library, paths, { listed: options.listed })
  return { ...base, ...withAftermath(result, lintAftermath(library, rules, run, options.changed, among)) }
}

function withAftermath(result: LintResult, after: Aftermath): LintResult {
  const diagnostics = [...result.diagnostics, ...after.diagnostics].sort(compareDiagnostics)
  const suppressed = [...result.suppressed, ...after.suppressed].sort(compareDiagnostics)
  return { ...result, diagnostics, suppressed, counts: countBySeverity(diagnostics) }
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
