import type { RepoPath } from '../model/case.js'
import { applyEdits, type FileChange, type TextEdit } from '../model/change.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { lintWorkspace } from './lint.js'
import type { Workspace } from './workspace.js'

/** Passes over the library: a fix may uncover what another rule can then fix. */
const MAX_PASSES = 5

/**
 * Applies the fixes that findings bring, again until none is left. Of two fixes that touch the
 * same text the first is applied; the other comes in the next pass.
 * @returns findings fixed and files changed
 */
export async function fixWorkspace(
  workspace: Workspace,
  paths: readonly string[],
): Promise<{ fixed: number; files: number }> {
  const files = new Set<RepoPath>()
  let fixed = 0
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { diagnostics, library } = await lintWorkspace(workspace, paths)
    const texts = new Map(library.files.map(file => [file.path, file.text]))
    const { changes, applied } = planFixes(diagnostics, texts)
    if (changes.length === 0) break
    await workspace.apply(changes)
    fixed += applied
    for (const change of changes) files.add(change.path)
  }
  return { fixed, files: files.size }
}

function planFixes(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<RepoPath, string>,
): { changes: FileChange[]; applied: number } {
  const edits = new Map<RepoPath, TextEdit[]>()
  let applied = 0
  for (const { fix } of diagnostics) {
    if (fix === undefined || fix.some(edit => collides(edit, edits.get(edit.path) ?? []))) continue
    for (const edit of fix) edits.set(edit.path, [...(edits.get(edit.path) ?? []), edit])
    applied++
  }
  const changes: FileChange[] = []
  for (const [path, list] of edits) {
    const before = texts.get(path)
    if (before === undefined) continue
    const after = applyEdits(before, list)
    if (after !== before) changes.push({ path, before, after })
  }
  return { changes, applied }
}

function collides(edit: TextEdit, taken: readonly TextEdit[]): boolean {
  return taken.some(other => edit.start === other.start || (edit.start < other.end && other.start < edit.end))
}
