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
    const own = fix.filter(edit => edit.path === path).sort((a, b) => a.start - b.start)
    if (own.length < fix.length || collide(own, taken)) continue
    for (const edit of own) taken.splice(indexOf(edit.start, taken), 0, edit)
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

/**
 * True when edits touch what is taken, or each other. Both stand in the order of their starts, and what is
 * taken touches nothing of itself: only neighbours can touch.
 */
function collide(edits: readonly TextEdit[], taken: readonly TextEdit[]): boolean {
  return edits.some((edit, i) => {
    const at = indexOf(edit.start, taken)
    return [edits[i + 1], taken[at - 1], taken[at]].some(other => other !== undefined && touch(edit, other))
  })
}

function touch(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}

/** Of the first edit that starts at an offset or behind it. */
function indexOf(start: number, edits: readonly TextEdit[]): number {
  let low = 0
  let high = edits.length
  // Findings come in the order of their places: most often it is the end.
  if ((edits.at(-1)?.start ?? -1) < start) return high
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function add(list: string[], rule: string): void {
  if (!list.includes(rule)) list.push(rule)
}

function listOf<V>(lists: Map<string, V[]>, key: string): V[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
