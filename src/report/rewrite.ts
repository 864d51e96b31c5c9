import { unstyled } from '../lib/style.js'
import type { Rewrite } from '../life/rewrite.js'
import type { FileChange } from '../model/change.js'
import { unifiedDiff } from './diff.js'
import { shownPath } from './shown.js'

/** Changes as diffs and moves as arrows; a case that moves is one move and what changes in it. */
export function rewriteText(rewrite: Rewrite): string {
  const { changes, renames } = asRenames(rewrite)
  const arrows = [...renames, ...rewrite.moves].map(
    ({ from, path }) => `${shownPath(from)} → ${shownPath(path)}`,
  )
  const diffs = changes.map(unifiedDiff).filter(diff => diff !== '')
  return [...arrows, ...diffs].join('\n')
}

/** The same as JSON. */
export function rewriteJson(rewrite: Rewrite): object {
  const { changes, renames } = asRenames(rewrite)
  const files = changes.map(change => ({ path: change.path, diff: unstyled(unifiedDiff(change)) }))
  return { files: files.filter(({ diff }) => diff !== ''), moves: [...renames, ...rewrite.moves] }
}

/** A file that goes and one that comes in the same rewriting are one that moves. */
function asRenames({ changes }: Rewrite): {
  changes: readonly FileChange[]
  renames: readonly { readonly from: string; readonly path: string }[]
} {
  const gone = changes.filter(({ after }) => after === null)
  const come = changes.filter(({ before, path }) => before === null && path.endsWith('.md'))
  if (gone.length !== come.length) return { changes, renames: [] }
  const pairs = gone.flatMap((from, i) => {
    const to = come[i]
    return to === undefined ? [] : [{ from, to }]
  })
  const rest = changes.filter(change => !gone.includes(change) && !come.includes(change))
  const edited = pairs.map(({ from, to }) => ({ path: to.path, before: from.before, after: to.after }))
  return {
    changes: [...edited, ...rest],
    renames: pairs.map(({ from, to }) => ({ from: from.path, path: to.path })),
  }
}
