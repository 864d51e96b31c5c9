/** What somebody wrote to wave rules through: `known-terms, links -- quoted from the vendor`. */
export interface Disabling {
  readonly rules: readonly string[]
  /** '' where none is given. */
  readonly reason: string
}

// Editors that set type make a dash of the two hyphens, and Chinese ones type two long dashes.
const REASON = /(?:^|\s)(?:--|—{1,2})(?=\s|$)|——/

/** Splits a text into the rules that it names and the reason behind ` -- `. */
export function readDisabling(text: string): Disabling {
  const dash = REASON.exec(text)
  const named = dash === null ? text : text.slice(0, dash.index)
  const reason = dash === null ? '' : text.slice(dash.index + dash[0].length)
  return {
    rules: named.split(/[\s,，、]+/).filter(rule => rule !== ''),
    reason: reason.replace(/\s+/g, ' ').trim(),
  }
}
