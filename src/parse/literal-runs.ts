import type { Run } from '../model/markdown.js'

/**
 * The pieces of a text node that stand in the source as they read: escapes (`\*`), character
 * references (`&amp;`) and what stands before a continued line (`> `) are stepped over.
 * @param source the whole text
 * @param start where the node starts in it
 * @param end where it ends
 * @param value what the node reads
 */
export function literalRuns(source: string, start: number, end: number, value: string): Run[] {
  const runs: Run[] = []
  let from = 0
  let read = 0
  let at = start
  const flush = (): void => {
    if (read > from) runs.push({ text: value.slice(from, read), start: at - (read - from) })
  }
  while (read < value.length && at < end) {
    if (source[at] === value[read] && !isReference(source, at, value, read)) {
      at++
      read++
      continue
    }
    flush()
    const skipped = skip(source, at, value, read)
    at = skipped.at
    read = skipped.read
    from = read
  }
  flush()
  return runs
}

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y

/** `&amp;` starts with the very character that it stands for. */
function isReference(source: string, at: number, value: string, read: number): boolean {
  if (source[at] !== '&') return false
  REFERENCE.lastIndex = at
  const reference = REFERENCE.exec(source)?.[0]
  return reference !== undefined && !value.startsWith(reference, read)
}

function skip(source: string, at: number, value: string, read: number): { at: number; read: number } {
  if (source[at] === '&') {
    REFERENCE.lastIndex = at
    const reference = REFERENCE.exec(source)?.[0]
    if (reference !== undefined) {
      // Behind the character that it stands for, a pair of surrogates for one beyond the BMP.
      const length = (value.codePointAt(read) ?? 0) > 0xffff ? 2 : 1
      return { at: at + reference.length, read: read + length }
    }
  }
  // A backslash, CR before LF, or the indentation and marks of a continued line.
  return { at: at + 1, read }
}
