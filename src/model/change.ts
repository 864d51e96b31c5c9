import type { RepoPath } from './case.js'

/** Replaces the text between two offsets (UTF-16 code units, `end` exclusive) of a file. */
export interface TextEdit {
  readonly path: RepoPath
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * A change of the library's files, as data: `--dry-run` prints it, the workspace applies it.
 * `before` is the content that the change was worked out from; a file that holds something else
 * by then is not touched. `null` means the file must not exist.
 */
export interface FileChange {
  readonly path: RepoPath
  readonly before: string | null
  /** The new content, `null` to remove the file. */
  readonly after: string | null
}

/** Moves a file as it is, whatever it holds: images and other attachments are no text. */
export interface FileMove {
  readonly from: RepoPath
  readonly path: RepoPath
}

/** Two edits of one file overlap; neither can be applied. */
export class OverlapError extends Error {}

/**
 * Applies edits to one text, in any order given. Identical edits count once.
 * @throws OverlapError when two different edits touch the same characters
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let out = ''
  let at = 0
  let last: TextEdit | undefined
  for (const edit of sorted) {
    const same =
      last !== undefined && last.start === edit.start && last.end === edit.end && last.text === edit.text
    if (same) continue
    const twoInsertions = last !== undefined && last.start === edit.start && last.end === edit.end
    if (edit.start < at || twoInsertions) throw new OverlapError(`edits overlap at offset ${edit.start}`)
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
    last = edit
  }
  return out + text.slice(at)
}
