import { formatCase, isFormattable } from '../format/format-case.js'
import { LEFT, type LeftCode } from '../format/step.js'
import { halfStaged } from '../io/half-staged.js'
import type { Host } from '../io/host.js'
import type { Message } from '../lib/message.js'
import { buildLibrary, type Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { FileChange } from '../model/change.js'
import { readDisables } from '../rules/disables.js'
import { FORMATTING_RULES } from '../rules/formatting.js'
import { RULES } from '../rules/index.js'
import { runRules } from '../rules/run.js'
import { activeRules } from './active-rules.js'
import { planFixes } from './plan-fixes.js'
import { selectCases } from './select-paths.js'
import type { Workspace } from './workspace.js'

/** Something that is not in form and was left as it is. */
export interface LeftAlone {
  readonly path: RepoPath
  readonly code: LeftCode
  readonly message: Message
}

export interface FormatRun {
  /** Files looked at. */
  readonly files: number
  readonly changes: readonly FileChange[]
  readonly left: readonly LeftAlone[]
  /** Files that cannot be read as cases and stay as they are. */
  readonly unread: readonly RepoPath[]
}

/**
 * Works out the form of cases; writes nothing.
 * @param paths as for `lintWorkspace`
 * @throws CasectlError `no-such-path` for a path that holds no case
 */
export async function previewFormat(workspace: Workspace, paths: readonly string[]): Promise<FormatRun> {
  const library = await workspace.library()
  const selected = selectCases(workspace.root, library, paths)
  const files = library.files.filter(({ path }) => selected?.has(path) !== false)
  return formatFiles(workspace, library, files)
}

/** The form of one case as an editor holds it, whether its file is there or not. */
export async function formatTyped(
  workspace: Workspace,
  path: RepoPath,
  bytes: Uint8Array,
): Promise<FormatRun> {
  const { config, taxonomy } = workspace
  const file = (await workspace.parser()).parse({ path, bytes })
  const library = buildLibrary(config, taxonomy, [file], () => undefined)
  return formatFiles(workspace, library, [file])
}

/**
 * Writes what was worked out, all files as a whole, but for those that are half staged in git.
 * @returns the paths written, and those left out
 * @throws CasectlError `changed` when a file was changed since it was read; nothing is written then
 */
export async function writeFormat(
  workspace: Workspace,
  { changes }: FormatRun,
  env: Host['env'],
): Promise<{ written: readonly RepoPath[]; halfStaged: readonly RepoPath[] }> {
  const kept = changes.length === 0 ? new Set<RepoPath>() : await halfStaged(workspace.root, env)
  const free = changes.filter(({ path }) => !kept.has(path))
  await workspace.apply(free)
  const left = changes.filter(({ path }) => kept.has(path))
  return { written: free.map(({ path }) => path), halfStaged: left.map(({ path }) => path) }
}

async function formatFiles(
  workspace: Workspace,
  library: Library,
  files: readonly CaseFile[],
): Promise<FormatRun> {
  const parser = await workspace.parser()
  const context = {
    config: workspace.config,
    parse: (path: string, text: string) => parser.parseText(path, text),
    ...(await byRules(workspace, library)),
  }
  const changes: FileChange[] = []
  const left: LeftAlone[] = []
  const unread: RepoPath[] = []
  for (const file of files) {
    const { path, text: before } = file
    if (!isFormattable(file)) {
      unread.push(path)
      continue
    }
    const { text: after, left: codes } = formatCase(file, context)
    if (after !== before) changes.push({ path, before, after })
    for (const code of codes) left.push({ path, code, message: LEFT[code] })
  }
  return { files: files.length, changes, left, unread }
}

/** What the rules have to do with the form: those that mend punctuation, and the order of sections. */
async function byRules({ config, taxonomy }: Workspace, { tree, disk }: Library) {
  const active = await activeRules(config)
  const formatting = active.filter(({ rule }) => FORMATTING_RULES.includes(rule.id))
  const ordered = active.some(({ rule }) => rule.id === SECTION_ORDER)
  const known = new Set(RULES.map(({ id }) => id))
  return {
    punctuation: (file: CaseFile) => {
      const alone = buildLibrary(config, taxonomy, [file], tree, disk)
      const { diagnostics } = runRules(alone, formatting, { known })
      const { changes } = planFixes(diagnostics, new Map([[file.path, file.text]]))
      return changes.map(({ after }) => ({ start: 0, end: file.text.length, text: after ?? file.text }))
    },
    keepsSections: (file: CaseFile) =>
      !ordered || readDisables(file, known).disables.some(({ rule }) => rule === SECTION_ORDER),
  }
}

const SECTION_ORDER = 'section-order'
