import type { Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { baseName } from '../model/repo-path.js'
import { readPath, readTarget } from '../rules/link-target.js'
import { type ActiveRule, type LintResult, type RunOptions, runRules } from '../rules/run.js'

export type Aftermath = Pick<LintResult, 'diagnostics' | 'suppressed'>

/** Rules that ask whether what a case names is there. */
const ASKING: ReadonlySet<string> = new Set(['links', 'relations'])
/** Rules that look into the files that a case shows or attaches. */
const OF_FILES: ReadonlySet<string> = new Set(['attachments', 'image-metadata'])
/** Rules that hold what a case says against the taxonomy. */
const OF_TAXONOMY: ReadonlySet<string> = new Set(['known-terms'])

/**
 * What a change breaks in cases that it does not touch: names of files and cases that are gone with
 * it, images and attachments that are others now, and terms that a changed taxonomy does not have.
 * Nothing else is said of those cases.
 * @param changed what differs, relative to the library; what is gone by its old name
 * @param among the files that may be reported on; every one where left out
 */
export function lintAftermath(
  library: Library,
  rules: readonly ActiveRule[],
  options: RunOptions,
  changed: ReadonlySet<RepoPath>,
  among?: ReadonlySet<RepoPath>,
): Aftermath {
  const others = library.files.filter(({ path }) => !changed.has(path) && among?.has(path) !== false)
  const gone = [...changed].filter(path => library.tree(path) !== 'file')
  const diagnostics: Diagnostic[] = []
  const suppressed: LintResult['suppressed'][number][] = []
  const run = (
    names: ReadonlySet<string>,
    files: readonly CaseFile[],
    keep: (one: Diagnostic) => boolean,
  ) => {
    const active = rules.filter(({ rule }) => names.has(rule.id))
    if (files.length === 0 || active.length === 0) return
    const result = runRules(library, active, { ...options, selected: new Set(files.map(file => file.path)) })
    // A file that was judged before comes with the findings of every rule.
    const asked = (one: Diagnostic): boolean => names.has(one.rule) && keep(one)
    diagnostics.push(...result.diagnostics.filter(asked))
    suppressed.push(...result.suppressed.filter(asked))
  }
  if (gone.length > 0) run(ASKING, others, namesOneOf(gone))
  const replaced = [...changed].filter(path => !library.fileAt.has(path) && library.tree(path) === 'file')
  if (replaced.length > 0) run(OF_FILES, others, leadsToOneOf(replaced))
  if (changed.has(library.config.taxonomy)) run(OF_TAXONOMY, others, () => true)
  return { diagnostics, suppressed }
}

/** What a case's file name begins with, as `file-name` asks. */
function idIn(path: RepoPath): string {
  return /^[A-Za-z][A-Za-z0-9]*-[A-Za-z0-9]+/.exec(baseName(path))?.[0] ?? baseName(path)
}

function namesOneOf(gone: readonly RepoPath[]): (diagnostic: Diagnostic) => boolean {
  const paths = new Set(gone)
  const ids = new Set(gone.filter(path => /\.md$/i.test(path)).map(path => idIn(path).toUpperCase()))
  return ({ rule, code, args }) => {
    if (rule === 'links') return paths.has(String(args['path']))
    return code === 'unknown' && ids.has(String(args['id']).toUpperCase())
  }
}

/** `attachments` quotes a path as the case writes it, `image-metadata` as the library has it. */
function leadsToOneOf(replaced: readonly RepoPath[]): (diagnostic: Diagnostic) => boolean {
  const paths = new Set(replaced)
  return ({ rule, path, args }) => {
    const named = String(args['path'])
    if (rule === 'image-metadata') return paths.has(named)
    const targets = [readPath(path, named), readTarget(path, named)]
    return targets.some(target => target.kind === 'path' && paths.has(target.path))
  }
}
