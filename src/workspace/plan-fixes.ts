import type { RepoPath } from '../model/case.js'
import { applyEdits, type FileChange, type TextEdit } from '../model/change.js'
import type { Diagnostic } from '../model/diagnostic.js'

/** One pass of fixing, as changes. */
export interface FixPlan {
  readonly changes: readonly FileChange[]
  /** Findings whose fixes are in the changes, by path. */
  readonly fixed: ReadonlyMap<RepoPath, number>
  /** The rules whose fixes are in the changes, by path. */
  readonly rules: ReadonlyMap<RepoPath, readonly string[]>
  /** The rules whose fixes were passed over because the file may not be changed. */
  readonly passedOver: ReadonlyMap<RepoPath, readonly string[]>
}

/**
 * Puts together the fixes that findings bring. A fix is applied as a whole or not at all; of two that
 * touch the same text the first is, the other may come again when the rules have seen what became of it.
 * @param mayChange false for a file that shall stay as it is
 */
export function planFixes(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<RepoPath, string>,
  mayChange: (path: RepoPath) => boolean = () => true,
): FixPlan {
  const edits = new Map<RepoPath, TextEdit[]>()
  const rules = new Map<RepoPath, string[]>()
  const fixed = new Map<RepoPath, number>()
  const passedOver = new Map<RepoPath, string[]>()
  for (const { path, rule, fix } of diagnostics) {
    if (fix === undefined) continue
    if (!mayChange(path)) {
      add(listOf(passedOver, path), rule)
      continue
    }
    const taken = listOf(edits, path)
    const own = fix.filter(edit => edit.path === path)
    if (own.length < fix.length || collide(own, taken)) continue
    taken.push(...own)
    add(listOf(rules, path), rule)
    fixed.set(path, (fixed.get(path) ?? 0) + 1)
  }
  const changes: FileChange[] = []
  for (const [path, list] of edits) {
    const before = texts.get(path)
    if (before === undefined) continue
    const after = applyEdits(before, list)
    if (after !== before) changes.push({ path, before, after })
  }
  return { changes, fixed, rules, passedOver }
}

/** True when edits touch what is taken, or each other. */
function collide(edits: readonly TextEdit[], taken: readonly TextEdit[]): boolean {
  return edits.some((edit, i) => {
    const others = [...edits.slice(0, i), ...taken]
    return others.some(
      other => edit.start === other.start || (edit.start < other.end && other.start < edit.end),
    )
  })
}

function add(list: string[], rule: string): void {
  if (!list.includes(rule)) list.push(rule)
}

function listOf<V>(lists: Map<string, V[]>, key: string): V[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
